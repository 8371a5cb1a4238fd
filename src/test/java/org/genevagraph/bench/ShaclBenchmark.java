package org.genevagraph.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.genevagraph.Mini;
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.validate.Validator;
import org.genevagraph.watch.TimeLimit;

/**
 * How long the shapes take: those of SHACL core, and those with constraints in SPARQL, by this program and by Jena one after the other, and those of core by
 * RDF4J, which takes no SPARQL. All of them have the triples in their memory before they begin; they take turns. TopBraid is no peer: its last release (1.4.4) does not
 * run with this Jena. {@code mvn -Pbenchmark -Dbenchmark=ShaclBenchmark -Dfrom=FOLDER test-compile exec:exec} prints a table in Markdown: by the
 * clock, and of all processors.
 */
public final class ShaclBenchmark {
    private static final int ROUNDS = 3;
    private static final double BILLION = 1e9;

    /** The file whose constraints are in SPARQL; all others are core. */
    private static final String IN_SPARQL = "graph.ttl";

    private ShaclBenchmark() {}

    /**
     * Who validates.
     *
     * @param run tells how many findings there are
     */
    private record Contestant(String name, Supplier<Long> run) {}

    /** With the folder of tables. */
    public static void main(String[] args) throws IOException, ProblemException {
        InputLimit.parse("2GiB").use();
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(Path.of(args[0])), Progress.NONE).build();
        Graph graph = snapshot.dataset().getDefaultGraph();
        List<TurtleFile> core = shapes(false);
        List<TurtleFile> sparql = shapes(true);
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream().forEach(copy::add);
        List<Contestant> contestants = List.of(
                own("this program, core", graph, core),
                own("this program, SPARQL", graph, sparql),
                jena("Jena, core", copy, core),
                jena("Jena, SPARQL", copy, sparql),
                rdf4j(graph, core));
        System.out.println(
                snapshot.triples() + " triples, " + ROUNDS + " rounds in turn, seconds: median (smallest–largest)\n");
        print(contestants);
    }

    private static List<TurtleFile> shapes(boolean inSparql) throws IOException {
        Problems problems = new Problems();
        List<TurtleFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of("shapes"))) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList()) {
                if (path.endsWith(IN_SPARQL) == inSparql) {
                    files.add(TurtleFile.parse(path.toString(), Files.readString(path), problems)
                            .orElseThrow());
                }
            }
        }
        return files;
    }

    private static Graph together(List<TurtleFile> files) {
        Graph all = GraphFactory.createDefaultGraph();
        files.forEach(file -> file.addTo(all));
        return all;
    }

    private static Contestant own(String name, Graph graph, List<TurtleFile> files) {
        Validator validator = Validator.of(files, Optional.empty(), TimeLimit.STANDARD, new Problems())
                .orElseThrow();
        return new Contestant(
                name, () -> (long) validator.validate(graph).findings().size());
    }

    private static Contestant jena(String name, Graph graph, List<TurtleFile> files) {
        Shapes shapes = Shapes.parse(together(files));
        return new Contestant(name, () ->
                (long) ShaclValidator.get().validate(shapes, graph).getEntries().size());
    }

    private static Contestant rdf4j(Graph graph, List<TurtleFile> files) throws IOException {
        Path triples = Files.createTempFile("all", ".nt");
        try (var out = Files.newOutputStream(triples)) {
            RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        }
        MemoryStore data = new MemoryStore();
        SailRepository repository = new SailRepository(data);
        try (SailRepositoryConnection connection = repository.getConnection()) {
            connection.add(triples.toFile(), RDFFormat.NTRIPLES);
        }
        Files.delete(triples);
        MemoryStore shapes = new MemoryStore();
        try (SailRepositoryConnection connection = new SailRepository(shapes).getConnection()) {
            for (TurtleFile file : files) {
                connection.add(
                        new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)),
                        RDFFormat.TURTLE,
                        RDF4J.SHACL_SHAPE_GRAPH);
            }
        }
        return new Contestant(
                "RDF4J, core", () -> (long) org.eclipse.rdf4j.sail.shacl.ShaclValidator.validate(data, shapes)
                        .getValidationResult()
                        .size());
    }

    private static void print(List<Contestant> contestants) {
        Map<Contestant, List<double[]>> times = new LinkedHashMap<>();
        Map<Contestant, String> findings = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Contestant contestant : contestants) {
                long clock = System.nanoTime();
                double processors = processorSeconds();
                try {
                    findings.put(contestant, Long.toString(contestant.run().get()));
                } catch (RuntimeException e) {
                    findings.put(contestant, "fails: " + e);
                }
                double[] took = {(System.nanoTime() - clock) / BILLION, processorSeconds() - processors};
                if (round > 0) {
                    times.computeIfAbsent(contestant, any -> new ArrayList<>()).add(took);
                }
            }
        }
        System.out.println("| | findings | by the clock | of all processors |\n|---|---|---|---|");
        times.forEach((contestant, took) -> System.out.println("| " + contestant.name() + " | "
                + findings.get(contestant) + " | " + told(took, 0) + " | " + told(took, 1) + " |"));
    }

    private static String told(List<double[]> took, int which) {
        double[] sorted =
                took.stream().mapToDouble(each -> each[which]).sorted().toArray();
        return String.format(
                "%.2f (%.2f–%.2f)",
                sorted[sorted.length / 2],
                sorted[0],
                Arrays.stream(sorted).max().orElse(0));
    }

    /** What all threads took, those that collect garbage and compile included. */
    private static double processorSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / BILLION;
    }
}
