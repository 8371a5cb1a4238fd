package org.genevagraph.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.genevagraph.Mini;
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.chains.ConnectionIndex;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.kept.BuildKey;
import org.genevagraph.snapshot.kept.KeptSnapshots;

/**
 * How time and memory grow with the tables: each step of a build, what is kept of it and read at the next start, what is made to serve it, and
 * each canned query, asked of the things that most statements name. {@code mvn -Pbenchmark -Dbenchmark=ScaleBenchmark -Dfrom=data,180,640
 * test-compile exec:exec} prints a column for each size, smallest first – a folder of tables, or how many organisations are invented beside
 * today's – and with which power of the triples each line grows, by least squares. Times are those of processors, which others on the machine
 * disturb least: of all threads for steps of a build, of the one that works for the rest. The smallest is built once before, so that none pays
 * for what is loaded first. {@code JDK_JAVA_OPTIONS=-Xmx10g} gives it the memory that the largest takes.
 */
public final class ScaleBenchmark {
    private static final int ROUNDS = 3;
    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(1));
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private final Map<String, List<Double>> lines = new LinkedHashMap<>();
    private final List<Long> triples = new ArrayList<>();

    private ScaleBenchmark() {}

    /** With the sizes, separated by commas. */
    public static void main(String[] args) throws IOException, ProblemException {
        String[] sizes = args[0].split(",", -1);
        InputLimit.parse("2GiB").use();
        new ScaleBenchmark().measure(LargerTables.folder(sizes[0]));
        ScaleBenchmark benchmark = new ScaleBenchmark();
        for (String size : sizes) {
            benchmark.measure(LargerTables.folder(size));
            benchmark.print();
        }
    }

    private void put(String line, double value) {
        List<Double> values = lines.computeIfAbsent(line, any -> new ArrayList<>());
        while (values.size() < triples.size()) {
            values.add(Double.NaN);
        }
        values.add(value);
    }

    private void measure(Path folder) throws IOException, ProblemException {
        double before = usedMegabytes();
        Steps steps = new Steps();
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(folder), steps).build();
        steps.end().forEach((step, took) -> put("build: " + step + " (s)", took));
        put("heap of the snapshot (MB)", usedMegabytes() - before);
        put("bytes a triple", (usedMegabytes() - before) * MILLION / snapshot.triples());
        byte[] quads = DumpWriter.nquads(snapshot.dataset());
        put(
                "parse its N-Quads (s)",
                seconds(() -> RDFParser.source(new ByteArrayInputStream(quads))
                        .lang(Lang.NQUADS)
                        .parse(StreamRDFLib.sinkNull())));
        put("write and hash its N-Quads (s)", seconds(() -> DumpWriter.version(snapshot.dataset())));
        Path cache = Files.createTempDirectory("kept");
        KeptSnapshots kept = KeptSnapshots.in(cache, System.err::println);
        BuildKey key = new BuildKey("measured");
        put("keep it for the next start (s)", seconds(() -> kept.keep(key, snapshot)));
        put("read what is kept (s)", seconds(() -> kept.find(key)));
        try (var files = Files.list(cache)) {
            Path file = files.findFirst().orElseThrow();
            put("what is kept (MB)", Files.size(file) / MILLION);
            Files.delete(file);
        }
        Files.delete(cache);
        Graph union = snapshot.dataset().getDefaultGraph();
        put("index of names (s)", seconds(() -> ThingIndex.of(union)));
        put("index of words (s)", seconds(() -> SearchIndex.of(union)));
        put("index of chains (s)", seconds(() -> ConnectionIndex.of(union)));
        double alone = usedMegabytes();
        QueryRunner runner = new QueryRunner(snapshot, LIMITS);
        SearchIndex search = SearchIndex.of(union, runner.things());
        put("heap of names and words besides (MB)", usedMegabytes() - alone);
        SearchRequest request = new SearchRequest("broadband institute", "", SearchRequest.USUAL_LIMIT, 0);
        search.search(request);
        put("search of two words (ms)", THOUSAND * seconds(() -> search.search(request)));
        Hubs hubs = new Hubs(union);
        for (QueryFile query : Mini.queries().all()) {
            ask(runner, query, hubs.asked(query, 0), "`" + query.name() + "`");
        }
        triples.add(snapshot.triples());
    }

    private void ask(QueryRunner runner, QueryFile query, Map<String, String> values, String line) {
        List<Double> times = new ArrayList<>();
        int rows = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                long begun = threadNanos();
                Answer answer = runner.run(query, values);
                times.add((threadNanos() - begun) / MILLION);
                rows = answer.result() instanceof Result.Rows found
                        ? found.rows().size()
                        : 1;
            }
            times.sort(null);
            put(line + " (ms)", times.get(ROUNDS / 2));
            put(line + " rows", rows);
        } catch (Refusal refusal) {
            System.err.println(query.name() + " " + values + ": " + refusal.getMessage());
        }
    }

    private static double seconds(Runnable work) {
        long begun = threadNanos();
        work.run();
        return (threadNanos() - begun) / BILLION;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What all threads took, those that collect garbage and compile included. */
    private static double processSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / BILLION;
    }

    private static double usedMegabytes() {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MILLION;
    }

    private void print() {
        Consumer<List<String>> row = cells -> System.out.println("| " + String.join(" | ", cells) + " |");
        List<String> head = new ArrayList<>(List.of("triples"));
        triples.forEach(size -> head.add(String.format("%,d", size)));
        head.add("power");
        row.accept(head);
        row.accept(head.stream().map(any -> "---").toList());
        lines.forEach((line, values) -> {
            List<String> cells = new ArrayList<>(List.of(line));
            values.forEach(
                    value -> cells.add(value.isNaN() ? "–" : String.format(value < 10 ? "%.2f" : "%,.0f", value)));
            while (cells.size() <= triples.size()) {
                cells.add("–");
            }
            cells.add(power(values).map(power -> String.format("%.2f", power)).orElse(""));
            row.accept(cells);
        });
    }

    /** The slope of the line through the points that lies nearest to them, both scales logarithmic. */
    private Optional<Double> power(List<Double> values) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = 0; i < values.size(); i++) {
            double x = Math.log(triples.get(i));
            double y = Math.log(values.get(i));
            if (Double.isFinite(y)) {
                n++;
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumXy += x * y;
            }
        }
        double power = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return n < 2 || !Double.isFinite(power) ? Optional.empty() : Optional.of(power);
    }

    /** Adds up how long steps of the same sort take; the first word of a step is its sort. */
    private static final class Steps implements org.genevagraph.snapshot.Progress {
        private final Map<String, Double> took = new TreeMap<>();
        private String sort = "begin";
        private double begun = processSeconds();

        @Override
        public void at(String step, int done, int total) {
            double now = processSeconds();
            took.merge(sort, now - begun, Double::sum);
            sort = step.replaceFirst(" .*", "");
            begun = now;
        }

        Map<String, Double> end() {
            at("", 0, 0);
            took.put(
                    "all",
                    took.values().stream().mapToDouble(Double::doubleValue).sum());
            return took;
        }
    }
}
