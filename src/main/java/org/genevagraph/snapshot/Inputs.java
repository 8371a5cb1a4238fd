package org.genevagraph.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.files.InputLimit;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.source.sheet.Book;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.TurtleFile;

/**
 * Everything that a snapshot is built from, as text in memory.
 *
 * @param tables the tables of the data folder, by name
 * @param ontology Turtle files of the ontology
 * @param shapes Turtle files of shapes
 * @param rules SPARQL files of rules
 * @param standard SPARQL files that say the facts in the terms of other vocabularies
 * @param texts the source texts, named after their documents; empty if the user gave none
 * @param graphs ready graphs that belong into the snapshot, by name
 * @param faults what was wrong with the files before anybody looked at what they say
 */
public record Inputs(
        List<File> tables,
        List<File> ontology,
        List<File> shapes,
        List<File> rules,
        List<File> standard,
        List<File> texts,
        Map<String, Graph> graphs,
        List<Problem> faults) {
    static final String ONTOLOGY = "ontology";
    private static final String TEXT = ".txt";
    private static final String TURTLE = ".ttl";
    private static final String QUERY = ".rq";

    public Inputs {
        tables = List.copyOf(tables);
        ontology = List.copyOf(ontology);
        shapes = List.copyOf(shapes);
        rules = List.copyOf(rules);
        standard = List.copyOf(standard);
        texts = List.copyOf(texts);
        graphs = Map.copyOf(graphs);
        faults = List.copyOf(faults);
    }

    /** Whether a file holds what no text does: what else is wrong with it follows from that. */
    boolean hasFault(File file) {
        return faults.stream().anyMatch(fault -> fault.file().equals(file.shown()));
    }

    /** Whether a file could not be read at all. */
    boolean isUnread() {
        Set<String> read = Stream.of(tables, ontology, shapes, rules, standard, texts)
                .flatMap(List::stream)
                .map(File::shown)
                .collect(Collectors.toSet());
        return faults.stream().anyMatch(fault -> fault.line() == 0 && !read.contains(fault.file()));
    }

    /** Files with which nothing was wrong so far. */
    public Inputs(
            List<File> tables,
            List<File> ontology,
            List<File> shapes,
            List<File> rules,
            List<File> standard,
            List<File> texts,
            Map<String, Graph> graphs) {
        this(tables, ontology, shapes, rules, standard, texts, graphs, List.of());
    }

    /**
     * A file that was read.
     *
     * @param shown how to call it when talking to people
     * @param name its path inside its folder, with forward slashes
     * @param text what it holds, read as UTF-8; U+FFFD stands for every byte that is none
     */
    public record File(String shown, String name, String text) {
        /** The name of the table that it is, such as {@code statements/gcsp}. */
        public String table() {
            return name.replaceFirst("\\.csv$", "");
        }
    }

    /** A text in which the files stand by their own folders, {@code data/issues.csv} say, for those who are not to know where these lie. */
    public String withoutPlaces(String text) {
        String plain = text;
        for (String folder : folders()) {
            plain = plain.replace(folder, folder.replaceFirst(".*/(?=[^/]+/$)", ""));
        }
        return plain;
    }

    /** What the files are shown with before their names, each once. */
    private Set<String> folders() {
        return Stream.of(tables, ontology, shapes, rules, standard, texts)
                .flatMap(List::stream)
                .filter(file -> file.shown().endsWith("/" + file.name()))
                .map(file -> file.shown()
                        .substring(0, file.shown().length() - file.name().length()))
                .collect(Collectors.toSet());
    }

    /**
     * Reads the folders of a project.
     *
     * @param home the folder that holds {@code ontology}, {@code shapes}, {@code queries} and {@code catalogue}
     * @param data the folder of tables
     * @throws IOException if one of them cannot be read
     */
    public static Inputs read(Path home, Path data) throws IOException {
        return read(home, data, Optional.empty());
    }

    /**
     * Reads the folders of a project, and a folder of source texts.
     *
     * @param sources the folder of texts, one {@code .txt} for each document, in sub-folders too
     * @throws IOException if one of them cannot be read
     */
    public static Inputs read(Path home, Path data, Optional<Path> sources) throws IOException {
        return of(InputFiles.read(home, data, sources));
    }

    /** The same of folders that have been read. */
    public static Inputs of(InputFiles files) {
        Problems faults = new Problems();
        Reading reading = new Reading(files, faults);
        List<File> tables = reading.tables();
        List<File> ontology = reading.program(InputFiles.Part.ONTOLOGY, TURTLE);
        List<File> shapes = reading.program(InputFiles.Part.SHAPES, TURTLE);
        List<File> rules = reading.program(InputFiles.Part.RULES, QUERY);
        List<File> standard = reading.program(InputFiles.Part.STANDARD, QUERY);
        List<File> texts =
                files.folder(InputFiles.Part.TEXTS).map(reading::texts).orElse(List.of());
        Graph said = said(reading.program(InputFiles.Part.CATALOGUE, TURTLE), faults);
        reading.checkWhole();
        return new Inputs(
                tables, ontology, shapes, rules, standard, texts, Map.of(Catalogue.NAME, said), faults.sorted());
    }

    /** What is said of the data set by hand. */
    private static Graph said(List<File> files, Problems faults) {
        Graph said = GraphFactory.createDefaultGraph();
        files.forEach(
                file -> TurtleFile.parse(file.shown(), file.text(), faults).ifPresent(parsed -> parsed.addTo(said)));
        return said;
    }

    /** The same with what is wrong with other files. */
    public Inputs withFaults(List<Problem> more) {
        Problems all = new Problems();
        all.addAll(faults);
        all.addAll(more);
        return new Inputs(tables, ontology, shapes, rules, standard, texts, graphs, all.sorted());
    }

    /** The terms that the ontology declares; empty if it cannot be read, which {@link SnapshotBuilder} tells. */
    public Optional<DeclaredTerms> terms() {
        return terms(ontology, faults);
    }

    /** The same, of which nothing but the ontology is looked at. */
    public static Optional<DeclaredTerms> terms(InputFiles files) {
        Problems faults = new Problems();
        List<File> ontology = new Reading(files, faults).program(InputFiles.Part.ONTOLOGY, TURTLE);
        return terms(ontology, faults.sorted());
    }

    private static Optional<DeclaredTerms> terms(List<File> ontology, List<Problem> faults) {
        Problems wrong = new Problems();
        faults.stream().filter(fault -> fault.file().startsWith(ONTOLOGY)).forEach(wrong::add);
        Graph all = GraphFactory.createDefaultGraph();
        ontology.forEach(
                file -> TurtleFile.parse(file.shown(), file.text(), wrong).ifPresent(parsed -> parsed.addTo(all)));
        return wrong.hasErrors() ? Optional.empty() : Optional.of(DeclaredTerms.of(all));
    }

    /** The same with a ready graph. */
    public Inputs with(String name, Graph graph) {
        Map<String, Graph> more = new HashMap<>(graphs);
        more.put(name, graph);
        return new Inputs(tables, ontology, shapes, rules, standard, texts, more, faults);
    }

    /** The file of a table, such as {@code statements/gcsp}; empty if there is none. */
    public Optional<File> table(String table) {
        return tables.stream()
                .filter(file -> file.name().equals(table + ".csv"))
                .findFirst();
    }

    /** The same with other tables. */
    public Inputs withTables(List<File> others) {
        return new Inputs(others, ontology, shapes, rules, standard, texts, graphs, faults);
    }

    /** The same with the text of one document only. */
    public Inputs withTextOf(String document) {
        List<File> own = texts.stream()
                .filter(text -> text.name().equals(document + TEXT))
                .toList();
        return new Inputs(tables, ontology, shapes, rules, standard, own, graphs, faults);
    }

    /** Reads folder after folder, as long as what they hold together is not too much. */
    private static final class Reading {
        private final InputFiles held;
        private final Problems faults;
        private long characters;

        Reading(InputFiles held, Problems faults) {
            this.held = held;
            this.faults = faults;
        }

        /** Files in which characters that no text has are a fault; those of tables are told with their cells. */
        List<File> checked(InputFiles.Part part) {
            List<File> files = files(part);
            files.forEach(file -> TextFile.check(file.shown(), file.text(), faults));
            return files.stream()
                    .map(file -> new File(file.shown(), file.name(), TextFile.withoutMark(file.text())))
                    .toList();
        }

        /** Files of a folder that comes with the project, and is not empty then. */
        List<File> program(InputFiles.Part part, String ending) {
            held.folder(part)
                    .ifPresent(folder ->
                            folder.checkFound(ending, "bring back the files that come with the project", faults));
            return checked(part);
        }

        List<File> tables() {
            held.folder(InputFiles.Part.TABLES)
                    .ifPresent(folder -> folder.checkFound(
                            ".csv", "give the folder that holds the tables, such as organisations.csv", faults));
            return files(InputFiles.Part.TABLES);
        }

        /** Texts are called like their documents, whatever the folder in which they stand and the case of their ending. */
        List<File> texts(InputFiles.Folder folder) {
            folder.checkFound(
                    TEXT, "give the folder that holds the source texts, one " + TEXT + " for each document", faults);
            List<File> texts = new ArrayList<>();
            Map<String, String> seen = new HashMap<>();
            for (File file : files(InputFiles.Part.TEXTS)) {
                String last = file.name().substring(file.name().lastIndexOf('/') + 1);
                String name = last.substring(0, last.length() - TEXT.length()) + TEXT;
                String earlier = seen.putIfAbsent(name, file.shown());
                if (earlier == null) {
                    texts.add(new File(file.shown(), name, file.text()));
                    TextFile.check(file.shown(), file.text(), faults);
                } else {
                    faults.add(Problem.error(
                            file.shown(),
                            1,
                            "",
                            "is a second text of the document " + name.substring(0, name.length() - TEXT.length())
                                    + ", beside " + earlier,
                            "keep one of them"));
                }
            }
            return texts;
        }

        List<File> files(InputFiles.Part part) {
            List<File> files = new ArrayList<>();
            for (InputFiles.Held file : held.files(part)) {
                read(file).ifPresent(files::add);
            }
            return files;
        }

        private Optional<File> read(InputFiles.Held file) {
            if (characters > InputLimit.current().bytes()) {
                return Optional.empty();
            }
            if (file.isRead() && Book.isOne(file.name())) {
                faults.add(
                        Problem.warning(
                                file.shown(),
                                0,
                                "",
                                "is a spreadsheet, and what it holds is not read",
                                "bring it into the tables with 'geneva sheets FILE --read --write', and take it out of their folder"));
                return Optional.empty();
            }
            Optional<String> text = file.text(faults);
            characters += text.map(String::length).orElse(0);
            if (characters > InputLimit.current().bytes()) {
                faults.add(tooLarge(file.shown()));
            }
            return text.map(given -> new File(file.shown(), file.name(), given));
        }

        /** What was not held, and is read by nobody here, is a fault all the same. */
        void checkWhole() {
            if (!held.areWhole() && !faults.hasErrors()) {
                faults.add(tooLarge("queries"));
            }
        }

        private static Problem tooLarge(String shown) {
            return Problem.error(
                    shown,
                    0,
                    "",
                    "makes all files together larger than "
                            + InputLimit.inWords(InputLimit.current().bytes()) + ", which is the limit",
                    "take away what does not belong there, " + InputLimit.raise());
        }
    }

    /** Whether a file of this name is a source text. */
    static boolean isText(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(TEXT);
    }

    /** How people are told of a file: one inside the project by its path there, any other as the user gave it. */
    public static String shown(Path home, Path path) {
        Path inside = path.toAbsolutePath().normalize();
        Path top = home.toAbsolutePath().normalize();
        return slashes(inside.startsWith(top) ? top.relativize(inside) : path);
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
