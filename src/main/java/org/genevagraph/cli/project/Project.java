package org.genevagraph.cli.project;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevagraph.files.Fingerprint;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Inputs;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the project's files are: options that the commands share. */
public class Project {
    @Option(names = "--data", paramLabel = "DIR", description = "The folder of tables; without it, the project's own.")
    private Path data;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder of source texts, if you have them: the graph then quotes what it says.")
    private Path sources;

    @Mixin
    @SuppressWarnings("UnusedVariable") // The program reads it, of every command alike, before one runs.
    private ReadingLimit limit;

    /** The folder that holds ontology, shapes and queries: where the jar was built, or the working folder. */
    public static Path home() {
        String given = System.getProperty("geneva.home");
        if (given != null) {
            return Path.of(given);
        }
        return jarFolder()
                .map(Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("ontology")))
                .orElse(Path.of(""));
    }

    private static Optional<Path> jarFolder() {
        try {
            return Optional.of(Path.of(Project.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Insists on the texts.
     *
     * @throws ParameterException if the user gave none
     */
    public void requireSources(CommandLine command) {
        if (sources == null) {
            throw new ParameterException(
                    command, "needs the source texts – give their folder with --sources, one .txt for each document");
        }
    }

    /** The folder of source texts, if the user has given it. */
    public Optional<Path> sources() {
        return Optional.ofNullable(sources);
    }

    /** The folder of tables. */
    public Path data() {
        return data == null ? home().resolve("data") : data;
    }

    /** The folders as the user gave them, for a command that is to follow; empty, or with a blank before each option. */
    public String options() {
        return (data == null ? "" : " --data " + data) + (sources == null ? "" : " --sources " + sources);
    }

    /** Everything that a snapshot is built from, the catalogue of queries included. */
    public Inputs inputs() throws IOException {
        return inputs(data(), sources());
    }

    /** The same with folders that the user gave otherwise. What is wrong with queries is told together with what else is wrong. */
    public static Inputs inputs(Path data, Optional<Path> sources) throws IOException {
        return new ReadProject(files(data, sources), Optional.empty(), Optional.empty()).inputs();
    }

    static InputFiles files(Path data, Optional<Path> sources) throws IOException {
        if (sources.isPresent() && Files.isRegularFile(sources.get())) {
            throw new FileSystemException(sources.get().toString(), null, "is no folder");
        }
        if (sources.isPresent() && !Files.isDirectory(sources.get())) {
            throw new NoSuchFileException(sources.get().toString());
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new FileSystemException(data.toString(), null, "is no folder");
        }
        return InputFiles.read(home(), data, sources);
    }

    /** What the files hold now. */
    public Fingerprint fingerprint() {
        List<Path> folders = new ArrayList<>(List.of(
                data(),
                home().resolve("ontology"),
                home().resolve("shapes"),
                home().resolve("queries"),
                home().resolve("catalogue")));
        sources().ifPresent(folders::add);
        return Fingerprint.of(folders);
    }

    /** The canned queries. */
    public static QueryCatalogue queries() throws IOException, ProblemException {
        InputFiles files = InputFiles.read(home());
        return QueryCatalogue.of(files, Inputs.terms(files));
    }
}
