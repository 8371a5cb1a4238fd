package org.genevagraph.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.curate.submit.Tokens;
import org.genevagraph.vocabulary.Iris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives and takes the right to send rows. */
@Command(
        name = "token",
        description = {
            "Makes a token with which somebody may send rows of one source to a server that was started with --submit DIR, and prints it.",
            "It is printed this once: the folder keeps its hash. With --revoke no token of that name holds any longer, at once."
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "Who gets it, in lower-case ASCII with hyphens.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "The id of the source text of which rows may be sent.")
    private String source;

    @Option(
            names = "--submit",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the server's --submit.")
    private Path folder;

    @Option(names = "--revoke", description = "Take the tokens of that name away.")
    private boolean revoke;

    @Override
    public Integer call() throws IOException {
        if (!Iris.isSlug(name) || (source != null && !Iris.isSlug(source))) {
            throw new ParameterException(
                    spec.commandLine(), "NAME and SOURCE are lower-case ASCII with hyphens, such as jura-trust-lab");
        }
        if (source == null && !revoke) {
            throw new ParameterException(spec.commandLine(), "needs the SOURCE of which rows may be sent");
        }
        if (revoke && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--submit " + folder + " is no folder – give the one of the server's --submit");
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(ServerCommand.TOKENS);
        Tokens tokens = new Tokens(file);
        if (revoke) {
            Optional<String> left = tokens.without(name);
            if (left.isEmpty()) {
                console.say("nobody called " + name + " has a token");
                return ExitStatus.WRONG_DATA;
            }
            OutputFile.write(file, out -> out.print(left.get()));
            console.say("no token of " + name + " holds any longer");
            return 0;
        }
        String token = Tokens.fresh();
        String lines = tokens.with(new Tokens.Holder(name, source), token);
        OutputFile.write(file, out -> out.print(lines));
        console.out().println(token);
        console.say("keep it: only its hash stands in " + file);
        return 0;
    }
}
