package org.genevagraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.KeptAnswers;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;

/**
 * How long the canned queries take over HTTP with the examples of their headers: by this server, by this server when it has answered before,
 * and by stock Fuseki with its transactional memory store, which is sent the same SPARQL. {@code mvn -Pbenchmark -Dbenchmark=PeerBenchmark
 * -Dfrom=FOLDER test-compile exec:exec} prints a table in Markdown. The three take turns in each round; a query whose rows differ does not count.
 */
public final class PeerBenchmark {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private PeerBenchmark() {}

    private record Contestant(String name, Function<Question, HttpRequest> request) {}

    /**
     * A question.
     *
     * @param path where this server answers it
     * @param sparql what others are asked
     */
    private record Question(String name, String path, String sparql) {}

    /** With the folder of tables. */
    public static void main(String[] args) throws IOException, ProblemException, Refusal, InterruptedException {
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(Path.of(args[0])), Progress.NONE).build();
        QueryCatalogue catalogue = QueryCatalogue.read(Path.of("queries"));
        FusekiServer fuseki = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/stock", transactional(snapshot))
                .build()
                .start();
        Served fresh = Served.of(snapshot, catalogue, Limits.STANDARD).with(new KeptAnswers(0));
        try (SnapshotServer reckoning = SnapshotServer.start(fresh, "127.0.0.1", 0);
                SnapshotServer keeping =
                        SnapshotServer.start(Served.of(snapshot, catalogue, Limits.STANDARD), "127.0.0.1", 0)) {
            List<Contestant> contestants = List.of(
                    new Contestant("reckoned", question -> get(reckoning.address(), question)),
                    new Contestant("kept", question -> get(keeping.address(), question)),
                    new Contestant("Fuseki TxnMem", question -> post(fuseki.datasetURL("/stock"), question)));
            System.out.println(snapshot.triples() + " triples, medians of " + ROUNDS
                    + " rounds in ms with the smallest and the largest, one client");
            compare(contestants, questions(fresh));
        } finally {
            fuseki.stop();
        }
    }

    private static DatasetGraph transactional(Snapshot snapshot) {
        DatasetGraph stock = DatasetGraphFactory.createTxnMem();
        stock.executeWrite(() -> {
            GraphUtil.addInto(stock.getDefaultGraph(), snapshot.dataset().getDefaultGraph());
            for (var names = snapshot.dataset().listGraphNodes(); names.hasNext(); ) {
                Node name = names.next();
                Graph graph = snapshot.dataset().getGraph(name);
                GraphUtil.addInto(stock.getGraph(name), graph);
            }
        });
        return stock;
    }

    private static List<Question> questions(Served served) throws Refusal {
        List<Question> questions = new ArrayList<>();
        for (QueryFile query : served.catalogue().all()) {
            Map<String, String> examples = new TreeMap<>();
            query.parameters().stream()
                    .filter(parameter -> parameter.defaultValue().isEmpty())
                    .forEach((Parameter parameter) -> examples.put(parameter.name(), parameter.example()));
            String asked = examples.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            questions.add(new Question(
                    query.name(),
                    "queries/" + query.name() + ".csv?" + asked,
                    served.runner().standalone(query, examples).toString()));
        }
        return questions;
    }

    private static HttpRequest get(String address, Question question) {
        return HttpRequest.newBuilder(URI.create(address + question.path())).build();
    }

    private static HttpRequest post(String address, Question question) {
        return HttpRequest.newBuilder(URI.create(address + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString(question.sparql()))
                .build();
    }

    private static void compare(List<Contestant> contestants, List<Question> questions)
            throws IOException, InterruptedException {
        System.out.println("| query | rows | "
                + contestants.stream().map(Contestant::name).collect(Collectors.joining(" | ")) + " |");
        System.out.println("|---|---|" + "---|".repeat(contestants.size()));
        double[] logarithms = new double[contestants.size()];
        int counted = 0;
        for (Question question : questions) {
            Map<Contestant, List<Double>> times = new LinkedHashMap<>();
            Map<Contestant, List<String>> rows = new LinkedHashMap<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (Contestant contestant : contestants) {
                    long begun = System.nanoTime();
                    HttpResponse<String> response =
                            CLIENT.send(contestant.request().apply(question), BodyHandlers.ofString());
                    double took = (System.nanoTime() - begun) / 1e6;
                    rows.put(contestant, rows(response));
                    if (round >= WARM_UP) {
                        times.computeIfAbsent(contestant, any -> new ArrayList<>())
                                .add(took);
                    }
                }
            }
            boolean same = rows.values().stream().distinct().count() == 1;
            System.out.println("| `" + question.name() + "` | "
                    + (same ? rows.get(contestants.get(0)).size() - 1 : "differ") + " | "
                    + times.values().stream().map(PeerBenchmark::told).collect(Collectors.joining(" | ")) + " |");
            if (same) {
                counted++;
                for (int i = 0; i < logarithms.length; i++) {
                    logarithms[i] += Math.log(median(times.get(contestants.get(i))));
                }
            }
        }
        int all = counted;
        System.out.println("| geometric mean | " + counted + " queries | "
                + Arrays.stream(logarithms)
                        .mapToObj(sum -> String.format("%.2f", Math.exp(sum / all)))
                        .collect(Collectors.joining(" | "))
                + " |");
    }

    /** The rows in a fixed order, since some stores order what is equal otherwise. */
    private static List<String> rows(HttpResponse<String> response) {
        return response.statusCode() == 200
                ? response.body().lines().sorted().toList()
                : List.of("status " + response.statusCode() + " of " + response.uri());
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0.0);
    }

    private static String told(List<Double> times) {
        return String.format(
                "%.1f (%.1f–%.1f)",
                median(times),
                times.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                times.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }
}
