package org.genevagraph.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.genevagraph.Mini;
import org.genevagraph.bench.Contestant.Question;
import org.genevagraph.files.InputLimit;
import org.genevagraph.peers.FusekiPeer;
import org.genevagraph.peers.Peer;
import org.genevagraph.peers.Rdf4jPeer;
import org.genevagraph.peers.ScriptPeer;
import org.genevagraph.peers.VirtuosoPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.engine.PortableForm;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.KeptAnswers;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;

/**
 * How long the canned queries take over HTTP: by this server, by this server when it has answered before, and by stock Fuseki in memory and on
 * TDB2, RDF4J in memory, and Oxigraph, Virtuoso and rdflib where they are installed, which hold the same triples and are sent the same SPARQL. First
 * with the examples of the queries' headers, then about the things that most statements name, then, of light ones, how many a second.
 * {@code mvn -Pbenchmark -Dbenchmark=PeerBenchmark -Dfrom=FOLDER test-compile exec:exec} prints tables in Markdown; a number in place of the folder invents so many
 * organisations beside today's. {@code JDK_JAVA_OPTIONS="-Dparts=throughput -Dwithout=rdflib"} before it prints some of {@code examples,hubs,throughput},
 * and leaves out some of {@code oxigraph,virtuoso,rdflib}.
 */
public final class PeerBenchmark {
    /** What pages and notebooks ask most, of few rows. */
    private static final Set<String> LIGHT = Set.of("partners", "why", "most-connected", "about");

    private static final List<String> PARTS =
            List.of(System.getProperty("parts", "examples,hubs,throughput").split(","));

    private static final Set<String> WITHOUT =
            Set.of(System.getProperty("without", "").split(",", -1));

    private PeerBenchmark() {}

    /** With the folder of tables. */
    public static void main(String[] args)
            throws IOException, ProblemException, Refusal, InterruptedException, ExecutionException {
        Path work = Files.createTempDirectory("peers");
        InputLimit.parse("2GiB").use();
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(LargerTables.folder(args[0])), Progress.NONE).build();
        List<Peer> peers = peers(snapshot, work);
        QueryCatalogue catalogue = Mini.queries();
        Served fresh = Served.of(snapshot, catalogue, Limits.STANDARD).with(new KeptAnswers(0));
        try (SnapshotServer computing = SnapshotServer.start(fresh, "127.0.0.1", 0);
                SnapshotServer keeping =
                        SnapshotServer.start(Served.of(snapshot, catalogue, Limits.STANDARD), "127.0.0.1", 0)) {
            List<Contestant> contestants = new ArrayList<>();
            contestants.add(Contestant.own("computed", computing.address()));
            contestants.add(Contestant.own("kept", keeping.address()));
            peers.forEach(peer -> contestants.add(Contestant.of(peer)));
            Contest contest = new Contest(contestants);
            System.out.println(snapshot.triples() + " triples; medians in ms with the smallest and the largest\n");
            List<Question> examples = questions(fresh, PeerBenchmark::examples);
            if (PARTS.contains("examples")) {
                contest.time(examples);
            }
            Hubs hubs = new Hubs(snapshot.dataset().getDefaultGraph());
            if (PARTS.contains("hubs")) {
                System.out.println("About the things that most statements name\n");
                contest.time(questions(fresh, query -> hubs.asked(query, 0)));
            }
            if (!PARTS.contains("throughput")) {
                return;
            }
            System.out.println("Answers a second to "
                    + String.join(", ", LIGHT.stream().sorted().toList()) + "\n");
            contest.throughput(
                    examples.stream()
                            .filter(question -> LIGHT.contains(question.name()))
                            .toList(),
                    1,
                    8,
                    32);
        } finally {
            peers.forEach(Peer::close);
        }
    }

    private static List<Peer> peers(Snapshot snapshot, Path work) throws IOException, InterruptedException {
        Path triples = work.resolve("all.nt");
        try (OutputStream out = Files.newOutputStream(triples)) {
            RDFDataMgr.write(out, snapshot.dataset().getDefaultGraph(), Lang.NTRIPLES);
        }
        List<Peer> peers = new ArrayList<>();
        peers.add(FusekiPeer.inMemory(triples, Contestant.LONGEST));
        peers.add(FusekiPeer.onDisk(Files.createDirectory(work.resolve("tdb2")), triples, Contestant.LONGEST));
        peers.add(Rdf4jPeer.of(triples, Contestant.LONGEST));
        if (!WITHOUT.contains("oxigraph")) {
            ScriptPeer.oxigraph(triples)
                    .ifPresentOrElse(peers::add, () -> missing("Oxigraph is not installed – src/test/peers/install"));
        }
        if (!WITHOUT.contains("virtuoso") && VirtuosoPeer.isThere()) {
            peers.add(VirtuosoPeer.of(Files.createDirectory(work.resolve("virtuoso")), triples));
        } else if (!WITHOUT.contains("virtuoso")) {
            missing(VirtuosoPeer.MISSING);
        }
        if (!WITHOUT.contains("rdflib")) {
            ScriptPeer.rdflib(triples)
                    .ifPresentOrElse(
                            peers::add, () -> missing("rdflib is not installed – apt-get install python3-rdflib"));
        }
        return peers;
    }

    private static void missing(String told) {
        System.out.println(told + "\n");
    }

    /** Which values a query is asked with. */
    private interface Asked {
        Map<String, String> of(QueryFile query);
    }

    private static Map<String, String> examples(QueryFile query) {
        Map<String, String> examples = new HashMap<>();
        query.parameters().stream()
                .filter(parameter -> parameter.defaultValue().isEmpty())
                .forEach(parameter -> examples.put(parameter.name(), parameter.example()));
        return examples;
    }

    private static List<Question> questions(Served served, Asked asked) throws Refusal {
        List<Question> questions = new ArrayList<>();
        for (QueryFile query : served.catalogue().all()) {
            Map<String, String> values = asked.of(query);
            Query sparql = PortableForm.of(served.runner().standalone(query, values));
            if (sparql.isSelectType()) {
                questions.add(new Question(
                        query.name(),
                        "queries/" + query.name() + ".json?"
                                + values.entrySet().stream()
                                        .map(entry -> entry.getKey() + "="
                                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                        .sorted()
                                        .collect(Collectors.joining("&")),
                        sparql.toString()));
            }
        }
        return questions;
    }
}
