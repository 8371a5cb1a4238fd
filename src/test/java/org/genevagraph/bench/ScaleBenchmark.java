package org.genevagraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.kept.BuildKey;
import org.genevagraph.snapshot.kept.KeptSnapshots;

/**
 * How time and memory grow with the tables: each step of a build, what is kept of it, and each canned query, asked of the things that most
 * statements name. {@code mvn -Pbenchmark -Dbenchmark=ScaleBenchmark -Dfrom=data,FOLDER,FOLDER test-compile exec:exec} prints a column for each
 * folder, smallest first, and how each line grows from the second last to the last: with which power of the triples. In this process the
 * smallest is built once before, so that none pays for what is loaded first.
 */
public final class ScaleBenchmark {
    private static final int ROUNDS = 3;
    private static final Limits LIMITS = Limits.STANDARD.withTime(java.time.Duration.ofMinutes(1));
    private static final double MILLION = 1e6;

    private final Map<String, List<Double>> lines = new LinkedHashMap<>();
    private final List<Long> triples = new ArrayList<>();

    private ScaleBenchmark() {}

    /** With the folders, separated by commas. */
    public static void main(String[] args) throws IOException, ProblemException {
        String[] folders = args[0].split(",", -1);
        ScaleBenchmark benchmark = new ScaleBenchmark();
        new ScaleBenchmark().measure(Path.of(folders[0]));
        for (String folder : folders) {
            benchmark.measure(Path.of(folder));
        }
        benchmark.print();
    }

    private void put(String line, double value) {
        List<Double> values = lines.computeIfAbsent(line, any -> new ArrayList<>());
        while (values.size() < triples.size()) {
            values.add(Double.NaN);
        }
        values.add(value);
    }

    private void measure(Path folder) throws IOException, ProblemException {
        Inputs inputs = Mini.inputs(folder);
        Steps steps = new Steps();
        Snapshot snapshot = new SnapshotBuilder(inputs, steps).build();
        steps.end().forEach((step, took) -> put("build: " + step + " (s)", took));
        put("heap in use after it (MB)", usedMegabytes());
        Path cache = Files.createTempDirectory("kept");
        KeptSnapshots kept = KeptSnapshots.in(cache, System.err::println);
        BuildKey key = new BuildKey("measured");
        put("keep (s)", seconds(() -> kept.keep(key, snapshot)));
        put("read what is kept (s)", seconds(() -> kept.find(key)));
        try (var files = Files.list(cache)) {
            Path file = files.findFirst().orElseThrow();
            put("what is kept (MB)", Files.size(file) / MILLION);
            Files.delete(file);
        }
        Files.delete(cache);
        QueryRunner runner = new QueryRunner(snapshot, LIMITS);
        Hubs hubs = new Hubs(snapshot.dataset().getDefaultGraph());
        for (QueryFile query : QueryCatalogue.read(Path.of("queries")).all()) {
            ask(runner, query, hubs.asked(query, 0), "`" + query.name() + "`");
        }
        triples.add(snapshot.triples());
    }

    private void ask(QueryRunner runner, QueryFile query, Map<String, String> values, String line) {
        List<Double> times = new ArrayList<>();
        int rows = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                Answer answer = runner.run(query, values);
                times.add((System.nanoTime() - begun) / MILLION);
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
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
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

    private Optional<Double> power(List<Double> values) {
        int last = triples.size() - 1;
        if (last < 1 || values.size() <= last) {
            return Optional.empty();
        }
        double power = Math.log(values.get(last) / values.get(last - 1))
                / Math.log((double) triples.get(last) / triples.get(last - 1));
        return Double.isFinite(power) ? Optional.of(power) : Optional.empty();
    }

    /** Adds up how long steps of the same sort take; the first word of a step is its sort. */
    private static final class Steps implements org.genevagraph.snapshot.Progress {
        private final Map<String, Double> took = new TreeMap<>();
        private String sort = "begin";
        private long begun = System.nanoTime();

        @Override
        public void at(String step, int done, int total) {
            long now = System.nanoTime();
            took.merge(sort, (now - begun) / 1e9, Double::sum);
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
