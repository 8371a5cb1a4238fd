package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies among the files of a project and cannot be read is told as what it is, together with all other faults. */
class OddFilesTest {
    @TempDir
    Path folder;

    /** Puts something odd where a file is or could be. */
    private static void put(String kind, Path file) throws IOException {
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        Files.deleteIfExists(file);
        switch (kind) {
            case "folder" -> Files.createDirectory(file);
            case "nowhere" -> Files.createSymbolicLink(file, file.resolveSibling("gone"));
            case "itself" -> Files.createSymbolicLink(file, file);
            case "device" -> Files.createSymbolicLink(file, Path.of("/dev/null"));
            case "empty" -> Files.createFile(file);
            case "blank" -> Files.writeString(file, "\n\n\n");
            case "zero" -> Files.writeString(file, text + "\0");
            case "mark" -> Files.writeString(file, "\uFEFF" + text);
            case "capitals" -> Files.writeString(file.resolveSibling(capitals(file)), text);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static String capitals(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + name.substring(dot).toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "folder   | statements/alpha.csv | : is a folder with the name of a file – remove it, or give it another name",
                "folder   | places-2.csv         | : is a folder with the name of a file – remove it, or give it another name",
                "nowhere  | statements/alpha.csv | : is a link that leads nowhere – delete it, or bring back what it leads to",
                "itself   | statements/alpha.csv | : is a link that leads nowhere – delete it, or bring back what it leads to",
                "device   | statements/alpha.csv | : is not a regular file – remove it",
                "empty    | places.csv           | : is empty – give it the header ",
                "blank    | places.csv           | : is empty – give it the header ",
                "zero     | statements/alpha.csv | :13: has a byte that is zero – save it as plain UTF-8, or restore the file if it is damaged",
                "mark     | statements/alpha.csv | :1: begins with a byte order mark – save it as plain UTF-8",
                "capitals | statements/alpha.csv | .CSV: ends in capitals, and would not be read – end its name in lower case"
            })
    void amongTables(String kind, String table, String told) throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        put(kind, data.resolve(table));
        Mini.Run run = Mini.geneva("validate", "--data", data.toString());
        assertEquals(1, run.status(), run.err());
        String name = kind.equals("capitals") ? table.replace(".csv", "") : table;
        assertTrue(
                run.lines().stream().anyMatch(line -> line.contains(name + told)),
                () -> name + told + "\n" + String.join("\n", run.lines()) + run.err());
        assertFalse(run.err().contains("This should not have happened"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "folder   | shapes/organisation.ttl       | : is a folder with the name of a file",
                "folder   | queries/partners.rq           | : is a folder with the name of a file",
                "folder   | queries/rules/30-partners-both-ways.rq | : is a folder with the name of a file",
                "folder   | ontology/more.ttl             | : is a folder with the name of a file",
                "nowhere  | shapes/organisation.ttl       | : is a link that leads nowhere",
                "nowhere  | queries/new.rq                | : is a link that leads nowhere",
                "mark     | shapes/organisation.ttl       | :1: begins with a byte order mark",
                "mark     | ontology/geneva-graph.ttl     | :1: begins with a byte order mark",
                "mark     | queries/rules/30-partners-both-ways.rq | :1: begins with a byte order mark",
                "capitals | queries/standard/new.rq       | .RQ: ends in capitals, and would not be read"
            })
    void amongTheOtherFiles(String kind, String file, String told) throws IOException {
        copyProject();
        put(kind, folder.resolve(file));
        List<String> lines = told();
        String name = kind.equals("capitals") ? file.replaceFirst("\\.\\w+$", "") : file;
        assertTrue(lines.stream().anyMatch(line -> line.contains(name + told)), () -> String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource({
        "ontology, .ttl",
        "shapes, .ttl",
        "catalogue, .ttl",
        "queries, .rq",
        "queries/rules, .rq",
        "queries/standard, .rq"
    })
    void aFolderOfTheProjectWithoutItsFilesIsTheOnlyFault(String emptied, String ending) throws IOException {
        copyProject();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(emptied))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            Files.delete(file);
        }
        List<String> lines = told();
        assertEquals(1, lines.size(), () -> String.join("\n", lines));
        assertTrue(
                lines.get(0).startsWith(emptied + ": no " + ending + " found in this folder – bring back "),
                lines.get(0));
    }

    private void copyProject() throws IOException {
        for (String part : List.of("ontology", "shapes", "queries", "catalogue")) {
            Mini.copy(Path.of(part), folder.resolve(part));
        }
    }

    private List<String> told() throws IOException {
        InputFiles files = InputFiles.read(folder, Mini.DATA, Optional.empty());
        List<String> lines = new ArrayList<>();
        try {
            new SnapshotBuilder(Inputs.of(files), Progress.NONE).build();
        } catch (ProblemException e) {
            e.problems().forEach(problem -> lines.add(problem.toString()));
        }
        try {
            QueryCatalogue.of(files, Inputs.terms(files));
        } catch (ProblemException e) {
            e.problems().forEach(problem -> lines.add(problem.toString()));
        }
        return lines;
    }

    @Test
    void aFolderWithoutTablesIsToldAsSuch() throws IOException {
        Mini.Run run = Mini.geneva("validate", "--data", folder.toString());
        assertEquals(1, run.status());
        assertTrue(run.out().contains("no .csv found in this folder"), run.out());
        assertEquals(2, run.lines().size(), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file", "nothing"})
    void whatIsNoFolderIsWrongUsage(String what) throws IOException {
        Path data = folder.resolve("data");
        if (what.equals("a file")) {
            Files.createFile(data);
        }
        Mini.Run run = Mini.geneva("validate", "--data", data.toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains(data.toString()), run.err());
    }
}
