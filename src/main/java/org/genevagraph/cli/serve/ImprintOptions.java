package org.genevagraph.cli.serve;

import org.genevagraph.page.imprint.Imprint;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who answers for the server, by options or by the environment. */
final class ImprintOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--owner",
            paramLabel = "NAME",
            description = "Who answers for the server, for /imprint. Without it, the maintainers of Geneva Graph.")
    private String owner;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description =
                    "Where readers report errors: a mail address, or the address of a page, such as a tracker's /issues/new. Without it, "
                            + "they are told how to correct the tables.")
    private String contact;

    @Option(
            names = "--repository",
            paramLabel = "URL",
            description = "Where the program and its tables can be read and changed, for /imprint.")
    private String repository;

    /**
     * What they say together.
     *
     * @throws ParameterException if one of them is wrong
     */
    Imprint imprint() {
        read("--contact", contact, null);
        return read("--repository", contact, repository);
    }

    private Imprint read(String option, String reached, String code) {
        try {
            return Imprint.of(owner, reached, code);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage());
        }
    }
}
