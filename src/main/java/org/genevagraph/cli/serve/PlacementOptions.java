package org.genevagraph.cli.serve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.genevagraph.serve.place.Base;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.place.Proxies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the server stands in the network, by options or by the environment. */
public final class PlacementOptions {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description =
                    "Where the public reaches the server, such as https://example.org/graphs/geneva, if a proxy stands before it; "
                            + "links lead there. Or GENEVA_BASE.")
    private String base;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = "[,\\s]+",
            description =
                    "The address, or the network such as 10.0.0.0/8, of a proxy whose X-Forwarded-* or Forwarded counts; may be given "
                            + "more than once. Or GENEVA_TRUSTED_PROXY, with commas or blanks.")
    private List<String> proxies;

    @Option(
            names = "--allowed-host",
            paramLabel = "HOST",
            split = "[,\\s]+",
            description =
                    "Another name, with or without a port, under which the server is asked, and whose pages may use /mcp and read "
                            + "texts; may be given more than once. Or GENEVA_ALLOWED_HOST, with commas or blanks.")
    private List<String> hosts;

    /**
     * What they say together.
     *
     * @throws ParameterException if one of them is wrong
     */
    Placement placement() {
        if (base != null
                && base.isBlank()
                && spec.commandLine().getParseResult() != null
                && spec.commandLine().getParseResult().hasMatchedOption("--base")) {
            throw new ParameterException(
                    spec.commandLine(), "--base is empty – write https://example.org/graphs/geneva, or leave it out");
        }
        Placement placement = new Placement(
                Optional.ofNullable(base)
                        .filter(text -> !text.isBlank())
                        .map(text -> read("--base", text, Base::parse)),
                read("--trusted-proxy", given(proxies), Proxies::parse),
                Set.of());
        for (String host : given(hosts)) {
            if (!HOST.matcher(host).matches()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--allowed-host " + host + " is no host – write example.org or example.org:8080");
            }
            placement = placement.named(host);
        }
        return placement;
    }

    private static List<String> given(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private <T, R> R read(String option, T given, Function<T, R> reading) {
        try {
            return reading.apply(given);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage());
        }
    }
}
