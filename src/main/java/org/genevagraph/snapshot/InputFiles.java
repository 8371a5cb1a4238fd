package org.genevagraph.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genevagraph.files.FileTree;
import org.genevagraph.files.InputLimit;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.source.sheet.Book;

/**
 * The files of a project as they were at one moment, in memory: whatever is made of them later, and by whomever, is made of the same bytes.
 * That is what their hash stands for.
 */
public final class InputFiles {
    /** The folders of which something is read, in the order in which it is. */
    public enum Part {
        TABLES,
        ONTOLOGY,
        SHAPES,
        RULES,
        STANDARD,
        CATALOGUE,
        QUERIES,
        FEDERATED,
        TEXTS
    }

    /** A file. */
    public static final class Held {
        private final String shown;
        private final String name;
        private final byte[] bytes;
        private final Optional<Problem> unread;

        private Held(String shown, String name, byte[] bytes) {
            this.shown = shown;
            this.name = name;
            this.bytes = bytes;
            this.unread = Optional.empty();
        }

        private Held(String shown, String name, Problem unread) {
            this.shown = shown;
            this.name = name;
            this.bytes = unread.toString().getBytes(StandardCharsets.UTF_8);
            this.unread = Optional.of(unread);
        }

        /** Whether it could be read. */
        public boolean isRead() {
            return unread.isEmpty();
        }

        /** How to call it when talking to people. */
        public String shown() {
            return shown;
        }

        /** Its path inside its folder, with forward slashes. */
        public String name() {
            return name;
        }

        /** What it holds, which nobody changes; of a file that is too large, more than it may hold. */
        public byte[] bytes() {
            return bytes;
        }

        /** The same as text; empty if it is too large or cannot be read, which is then a problem. */
        public Optional<String> text(Problems problems) {
            if (unread.isPresent()) {
                problems.addCause(unread.get());
                return Optional.empty();
            }
            return TextFile.decoded(bytes, shown, problems);
        }
    }

    /**
     * A folder.
     *
     * @param shown how to call it when talking to people
     * @param files what is read of it, by path
     */
    public record Folder(String shown, List<Held> files) {
        public Folder {
            files = List.copyOf(files);
        }

        /**
         * Tells, as the cause of whatever follows from it, that no such file was found.
         *
         * @param ending what the names of its files end in
         */
        public void checkFound(String ending, String fix, Problems problems) {
            if (files.stream()
                    .noneMatch(file -> file.name().toLowerCase(Locale.ROOT).endsWith(ending))) {
                problems.addCause(Problem.error(shown, 0, "", "no " + ending + " found in this folder", fix));
            }
        }
    }

    private final Path home;
    private final Map<Part, Folder> folders = new LinkedHashMap<>();
    private long held;

    /** No more is held: three bytes are at least one character, and so many of these are refused. */
    private final long most = 3 * InputLimit.current().bytes();

    private InputFiles(Path home) {
        this.home = home;
    }

    /**
     * Reads the folders of a project.
     *
     * @param home the folder that holds {@code ontology}, {@code shapes}, {@code queries} and {@code catalogue}
     * @param data the folder of tables
     * @param sources the folder of source texts, one {@code .txt} for each document, in sub-folders too; empty if the user gave none
     * @throws IOException if one of them cannot be read
     */
    public static InputFiles read(Path home, Path data, Optional<Path> sources) throws IOException {
        InputFiles files = new InputFiles(home);
        files.add(Part.TABLES, data, name -> name.endsWith(".csv") || name.endsWith(".tsv") || Book.isOne(name));
        files.addProgram();
        if (sources.isPresent()) {
            files.add(Part.TEXTS, sources.get(), Inputs::isText);
        }
        return files;
    }

    /**
     * Reads what a project has besides tables and texts.
     *
     * @throws IOException if it cannot be read
     */
    public static InputFiles read(Path home) throws IOException {
        InputFiles files = new InputFiles(home);
        files.addProgram();
        return files;
    }

    /**
     * Reads a folder of canned queries alone, and its sub-folder of those that call other endpoints.
     *
     * @throws IOException if it cannot be read
     */
    public static InputFiles queries(Path folder) throws IOException {
        InputFiles files = new InputFiles(folder.toAbsolutePath().getParent());
        files.addQueries(folder);
        return files;
    }

    private void addProgram() throws IOException {
        add(Part.ONTOLOGY, home.resolve(Inputs.ONTOLOGY), InputFiles::isTurtle);
        add(Part.SHAPES, home.resolve("shapes"), InputFiles::isTurtle);
        Path queries = home.resolve("queries");
        add(Part.RULES, queries.resolve("rules"), InputFiles::isQuery);
        add(Part.STANDARD, queries.resolve("standard"), InputFiles::isQuery);
        add(Part.CATALOGUE, home.resolve(Catalogue.NAME), InputFiles::isTurtle);
        addQueries(queries);
    }

    private void addQueries(Path folder) throws IOException {
        addQueries(Part.QUERIES, folder);
        Path federated = folder.resolve("federated");
        if (Files.isDirectory(federated)) {
            addQueries(Part.FEDERATED, federated);
        }
    }

    private static boolean isTurtle(String name) {
        return name.endsWith(".ttl");
    }

    private static boolean isQuery(String name) {
        return name.endsWith(".rq");
    }

    private void add(Part part, Path folder, Predicate<String> wanted) throws IOException {
        List<Path> files = new ArrayList<>(FileTree.of(folder));
        files.addAll(FileTree.others(folder));
        files.sort(null);
        hold(part, folder, files, wanted);
    }

    /** Of a folder of queries, sub-folders hold something else. */
    private void addQueries(Part part, Path folder) throws IOException {
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(FileTree::isOwn).sorted().toList();
        }
        hold(part, folder, files, InputFiles::isQuery);
    }

    private void hold(Part part, Path folder, List<Path> files, Predicate<String> wanted) throws IOException {
        List<Held> own = new ArrayList<>();
        for (Path file : files) {
            String last = file.getFileName().toString();
            if (held > most || !wanted.test(last.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String shown = Inputs.shown(home, file);
            String name = Inputs.slashes(folder.relativize(file));
            Optional<Problem> unread = unread(file, shown, wanted.test(last));
            if (unread.isPresent()) {
                own.add(new Held(shown, name, unread.get()));
                continue;
            }
            // Of a spreadsheet only that it is there is told.
            byte[] bytes = Book.isOne(file.toString()) ? new byte[0] : TextFile.bytes(file);
            held += bytes.length;
            own.add(new Held(shown, name, bytes));
        }
        folders.put(part, new Folder(Inputs.shown(home, folder), own));
    }

    /** Why something that is called like a file of the project is not read; empty if it is. */
    private static Optional<Problem> unread(Path file, String shown, boolean wellNamed) {
        if (Files.isDirectory(file)) {
            return Optional.of(Problem.error(
                    shown, 0, "", "is a folder with the name of a file", "remove it, or give it another name"));
        }
        if (!Files.exists(file)) {
            return Optional.of(Problem.error(
                    shown, 0, "", "is a link that leads nowhere", "delete it, or bring back what it leads to"));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(Problem.error(shown, 0, "", "is not a regular file", "remove it"));
        }
        if (!Files.isReadable(file)) {
            return Optional.of(Problem.error(
                    shown,
                    0,
                    "",
                    "cannot be read by the user who runs this",
                    "make it readable, for instance with chmod"));
        }
        return wellNamed
                ? Optional.empty()
                : Optional.of(Problem.error(
                        shown, 0, "", "ends in capitals, and would not be read", "end its name in lower case"));
    }

    /** Whether all is held: of folders that hold far too much, not all is. */
    public boolean areWhole() {
        return held <= most;
    }

    /** The folders, in the order in which they were read. */
    public Map<Part, Folder> folders() {
        return folders;
    }

    /** A folder; empty if it is not there, or not wanted. */
    public Optional<Folder> folder(Part part) {
        return Optional.ofNullable(folders.get(part));
    }

    /** The files of a folder; none if it is not there, or not wanted. */
    public List<Held> files(Part part) {
        return folder(part).map(Folder::files).orElse(List.of());
    }
}
