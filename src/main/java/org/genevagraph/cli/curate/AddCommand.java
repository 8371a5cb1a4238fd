package org.genevagraph.cli.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.cli.project.Project;
import org.genevagraph.curate.source.NewSource;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.given.GivenText;
import org.genevagraph.source.text.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a text to the tables: what a program can know of it. */
@Command(
        name = "add",
        description = {
            "Adds a text to the tables: its rows in sources.csv and documents.csv, and the table of its passages.",
            "Usage: geneva add source FILE. With --sources the text is put into that folder as well, where evidence and coverage read it.",
            "A second run changes nothing. What the text says is not written: see 'geneva suggest'."
        },
        mixinStandardHelpOptions = true)
public final class AddCommand extends ConsoleCommand {
    private static final String SOURCE = "source";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "source", description = "What is added: source.")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "The text.")
    private Path file;

    @Option(
            names = "--kind",
            defaultValue = "",
            paramLabel = "KIND",
            description =
                    "profile, document (numbered paragraphs), matrix or article; without it, by how the text is built.")
    private String kind;

    @Option(
            names = "--about",
            defaultValue = "",
            paramLabel = "SLUG",
            description =
                    "The organisation that the text is about; if the tables do not know it, the text must begin with its name. Without it, a profile is about the one with whose name it begins.")
    private String about;

    @Option(
            names = "--id",
            defaultValue = "",
            paramLabel = "SLUG",
            description = "The id of the document; without it, that of the organisation or the name of the file.")
    private String id;

    @Option(
            names = "--title",
            defaultValue = "",
            paramLabel = "TITLE",
            description = "The title of the document; without it, as the text has it.")
    private String title;

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (!what.equals(SOURCE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "cannot add '" + what + "' – " + Nearest.hint(what, List.of(SOURCE), "say 'add source FILE'"));
        }
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Inputs inputs = project.inputs();
        SourceText text = GivenText.read(file);
        NewSource source = NewSource.of(
                inputs,
                text,
                new NewSource.Request(
                        id, kind, about, title, LocalDate.now(Clock.systemUTC()).toString()));
        Stream.of(
                        GivenText.unread(file),
                        source.reading().problems(),
                        source.reading().missing(text.file()))
                .flatMap(List::stream)
                .forEach(problem -> console.say("warning: " + problem));
        if (about.isEmpty()) {
            subject(source);
        }
        Map<Path, String> written = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : source.tables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            Path target = project.data().resolve(table.getKey() + ".csv");
            if (dryRun) {
                print(target, table.getValue());
            } else {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            written.put(target, table.getValue());
        }
        text(text, source.id(), written);
        if (!dryRun) {
            OutputFile.writeAll(written);
        }
        written.keySet().forEach(path -> console.say((dryRun ? "would write " : "wrote ") + path));
        if (written.isEmpty()) {
            console.say("nothing to do: the tables know " + source.id() + " with these words");
        }
        if (!dryRun && !written.isEmpty() && project.sources().isPresent()) {
            console.say("see what it says with: ./geneva desk " + source.id() + project.options());
        }
        if (project.sources().isEmpty()) {
            console.say("the text itself was put nowhere – give the folder of texts with --sources to have it checked");
        }
        return 0;
    }

    /** Says whom a profile was taken to be about, since what "we" do there is said of that organisation. */
    private void subject(NewSource source) {
        if (!source.about().isEmpty()) {
            console.say("the profile is of organisation:" + source.about()
                    + ", with whose name it begins – if it is of another one, say so with --about");
        } else if (kind.equals("profile")) {
            console.say("warning: the profile does not begin with the name of its organisation – name it with --about;"
                    + " without it nothing can be suggested that the text says of \"we\"");
        }
    }

    /** Puts the text where the others are, as the lines that were read. */
    private void text(SourceText text, String document, Map<Path, String> written) {
        if (project.sources().isEmpty()) {
            return;
        }
        Path target = project.sources().get().resolve(document + ".txt");
        if (!Files.exists(target)) {
            written.put(target, text.text());
        }
    }

    /** Shows the lines that a table has not yet. */
    private void print(Path target, String content) throws IOException {
        List<String> old = Files.exists(target) ? Files.readAllLines(target) : List.of();
        console.out().println(target);
        content.lines()
                .filter(line -> !old.contains(line))
                .forEach(line -> console.out().println("+ " + line));
    }
}
