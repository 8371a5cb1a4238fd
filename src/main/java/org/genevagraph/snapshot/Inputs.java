package org.genevagraph.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.snapshot.catalogue.Catalogue;

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
 */
public record Inputs(
        List<File> tables,
        List<File> ontology,
        List<File> shapes,
        List<File> rules,
        List<File> standard,
        List<File> texts,
        Map<String, Graph> graphs) {
    public Inputs {
        tables = List.copyOf(tables);
        ontology = List.copyOf(ontology);
        shapes = List.copyOf(shapes);
        rules = List.copyOf(rules);
        standard = List.copyOf(standard);
        texts = List.copyOf(texts);
        graphs = Map.copyOf(graphs);
    }

    /**
     * A file that was read.
     *
     * @param shown how to call it when talking to people
     * @param name its path inside its folder, with forward slashes
     * @param text what it holds, read as UTF-8; U+FFFD stands for every byte that is none
     */
    public record File(String shown, String name, String text) {}

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
     * @param sources the folder of texts, one {@code .txt} for each document
     * @throws IOException if one of them cannot be read
     */
    public static Inputs read(Path home, Path data, Optional<Path> sources) throws IOException {
        return new Inputs(
                files(home, data, name -> name.endsWith(".csv") || name.endsWith(".tsv")),
                files(home, home.resolve("ontology"), name -> name.endsWith(".ttl")),
                files(home, home.resolve("shapes"), name -> name.endsWith(".ttl")),
                files(home, home.resolve("queries/rules"), name -> name.endsWith(".rq")),
                files(home, home.resolve("queries/standard"), name -> name.endsWith(".rq")),
                sources.isPresent() ? files(home, sources.get(), name -> name.endsWith(".txt")) : List.of(),
                Files.isDirectory(home.resolve(Catalogue.NAME)) ? Map.of(Catalogue.NAME, said(home)) : Map.of());
    }

    /** What is said of the data set by hand. */
    private static Graph said(Path home) throws IOException {
        Graph said = GraphFactory.createDefaultGraph();
        for (File file : files(home, home.resolve(Catalogue.NAME), name -> name.endsWith(".ttl"))) {
            try {
                RDFParser.fromString(file.text(), Lang.TURTLE)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(said);
            } catch (RiotException e) {
                throw new IOException(file.shown() + ": is not Turtle: " + e.getMessage(), e);
            }
        }
        return said;
    }

    /** Whether both make the same snapshot: the same files with the same content, and ready graphs of the same triples. */
    public boolean makesTheSameAs(Inputs other) {
        return tables.equals(other.tables)
                && ontology.equals(other.ontology)
                && shapes.equals(other.shapes)
                && rules.equals(other.rules)
                && standard.equals(other.standard)
                && texts.equals(other.texts)
                && graphs.keySet().equals(other.graphs.keySet())
                && graphs.entrySet().stream()
                        .allMatch(entry -> entry.getValue().isIsomorphicWith(other.graphs.get(entry.getKey())));
    }

    /** The same with a ready graph. */
    public Inputs with(String name, Graph graph) {
        Map<String, Graph> more = new HashMap<>(graphs);
        more.put(name, graph);
        return new Inputs(tables, ontology, shapes, rules, standard, texts, more);
    }

    private static List<File> files(Path home, Path folder, Predicate<String> wanted) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile)
                    .filter(path -> wanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        List<File> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new File(
                    shown(home, path),
                    slashes(folder.relativize(path)),
                    new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
        return files;
    }

    /** A file inside the project by its path there, any other as the user gave it. */
    private static String shown(Path home, Path path) {
        Path inside = path.toAbsolutePath().normalize();
        Path top = home.toAbsolutePath().normalize();
        return slashes(inside.startsWith(top) ? top.relativize(inside) : path);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
