package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.OA;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.junit.jupiter.api.Test;

/** A snapshot is what its inputs make it, whatever the order or the machine, and never changes. */
class SnapshotTest {
    private static Inputs inputs() throws IOException {
        return Inputs.read(Mini.HOME, Mini.DATA);
    }

    private static Snapshot build(Inputs inputs) throws ProblemException {
        return new SnapshotBuilder(inputs, Progress.NONE).build();
    }

    @Test
    void sameInputGivesSameBytes() throws IOException, ProblemException {
        byte[] one = DumpWriter.nquads(build(inputs()).dataset());
        byte[] other = DumpWriter.nquads(build(inputs()).dataset());
        assertArrayEquals(one, other);
    }

    private static String without(Snapshot snapshot, String... graphs) {
        return new String(DumpWriter.nquads(snapshot.dataset()), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> Stream.of(graphs).noneMatch(line::endsWith))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void textsAddPassagesWithWordsAndChangeNothingElse() throws IOException, ProblemException {
        Snapshot with = build(Inputs.read(Mini.HOME, Mini.DATA, Optional.of(Texts.MADE_UP)));
        assertEquals(
                without(
                        build(inputs()),
                        "graph/texts> .",
                        "graph/mentions> .",
                        "graph/standard> .",
                        "graph/catalogue> ."),
                // What the passages mention is said in standard terms as well, and counted.
                without(with, "graph/texts> .", "graph/mentions> .", "graph/standard> .", "graph/catalogue> ."));
        Node passage = Iris.passage("alpha", "3");
        Graph graph = with.dataset().getDefaultGraph();
        String words = Texts.read(Texts.MADE_UP, "alpha").lines().get(2).text();
        assertTrue(graph.contains(passage, GG.text, Literals.english(words)));
        Node position = NodeFactory.createURI(passage.getURI() + "#position");
        assertTrue(graph.contains(passage, OA.hasSelector.asNode(), position));
        int start = Files.readString(Texts.MADE_UP.resolve("alpha.txt")).indexOf(words);
        assertTrue(graph.contains(position, OA.start.asNode(), Literals.integer(Integer.toString(start))));
        assertTrue(
                graph.contains(position, OA.end.asNode(), Literals.integer(Integer.toString(start + words.length()))));
        assertTrue(graph.contains(passage, GG.mentions, Iris.thing("organisation", "delta")));
        assertTrue(graph.contains(passage, GG.mentions, Iris.thing("organisation", "alpha")));
    }

    @Test
    void orderOfTablesAndRowsMakesNoDifference() throws IOException, ProblemException {
        Inputs inputs = inputs();
        List<Inputs.File> shuffled = new ArrayList<>();
        Random random = new Random(7);
        for (Inputs.File file : inputs.tables()) {
            // The order of passages is the order of their text, so it does count.
            shuffled.add(
                    file.name().startsWith("passages/") || file.name().startsWith("links/")
                            ? file
                            : shuffleRows(file, random));
        }
        Collections.shuffle(shuffled, random);
        Snapshot other = build(inputs.withTables(shuffled));
        assertEquals(build(inputs).version(), other.version());
    }

    private static Inputs.File shuffleRows(Inputs.File file, Random random) {
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        String header = lines.remove(0);
        Collections.shuffle(lines, random);
        lines.add(0, header);
        return new Inputs.File(file.shown(), file.name(), String.join("\n", lines) + "\n");
    }

    @Test
    void anotherFactGivesAnotherVersion() throws IOException, ProblemException {
        Inputs inputs = inputs();
        List<Inputs.File> changed = inputs.tables().stream()
                .map(file -> new Inputs.File(
                        file.shown(), file.name(), file.text().replace("A bank that pays.", "A bank that asks.")))
                .toList();
        assertNotEquals(
                build(inputs).version(), build(inputs.withTables(changed)).version());
    }

    @Test
    void dumpIsSortedStrictAndWithoutBlankNodes() {
        Snapshot snapshot = Mini.realSnapshot();
        byte[] dump = DumpWriter.nquads(snapshot.dataset());
        List<String> lines = new String(dump, StandardCharsets.UTF_8).lines().toList();
        assertEquals(lines.stream().sorted().toList(), lines);
        assertEquals(snapshot.triples(), lines.size());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("_:") || line.contains(" _:")));
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(dump))
                .lang(Lang.NQUADS)
                .strict(true)
                .checking(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(read);
        assertArrayEquals(dump, DumpWriter.nquads(read));
    }

    @Test
    void eachTableHasItsGraphAndTheDefaultGraphIsTheirUnion() {
        DatasetGraph dataset = Mini.snapshot().dataset();
        Set<String> graphs = new TreeSet<>();
        dataset.listGraphNodes()
                .forEachRemaining(node -> graphs.add(node.getURI().substring((Iris.BASE + "graph/").length())));
        assertTrue(
                graphs.containsAll(Set.of(
                        "organisations", "statements-alpha", "passages-beta", "ontology", "derived", "links-wikidata")),
                graphs::toString);
        Set<Triple> union = graphs.stream()
                .flatMap(name -> dataset.getGraph(Iris.graph(name)).stream())
                .collect(Collectors.toSet());
        assertEquals(union, dataset.getDefaultGraph().stream().collect(Collectors.toSet()));
    }

    @Test
    void nothingCanBeAddedToIt() {
        Triple triple = Triple.create(GG.ONTOLOGY, GG.role, GG.ONTOLOGY);
        DatasetGraph dataset = Mini.snapshot().dataset();
        assertThrows(RuntimeException.class, () -> dataset.getDefaultGraph().add(triple));
        assertThrows(
                RuntimeException.class,
                () -> dataset.add(
                        Iris.graph("organisations"), triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    @Test
    void aPartnershipThroughAnInitiativeNamesRulePremisesInitiativeAndPassages() {
        var graph = Mini.snapshot().dataset().getDefaultGraph();
        Node alpha = Iris.thing("organisation", "alpha");
        Node gamma = Iris.thing("organisation", "gamma");
        Node partnerOf = NodeFactory.createURI(GG.NS + "partnerOf");
        assertTrue(graph.contains(alpha, partnerOf, gamma));
        assertTrue(graph.contains(gamma, partnerOf, alpha));
        Node statement = graph.stream(
                        Node.ANY, NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"), alpha)
                .map(Triple::getSubject)
                .filter(node -> graph.contains(
                        node, NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#object"), gamma))
                .findFirst()
                .orElseThrow();
        assertTrue(graph.contains(
                statement, NodeFactory.createURI(GG.NS + "derivedBy"), Iris.rule("partners-through-initiatives")));
        assertTrue(graph.contains(statement, GG.via, Iris.thing("initiative", "talks")));
        assertTrue(graph.contains(statement, GG.evidence, Iris.passage("alpha", "2")));
        assertEquals(2, graph.stream(statement, GG.premise, Node.ANY).count());
    }

    @Test
    void judgesAndUnitsAreNoPartners() {
        var graph = Mini.snapshot().dataset().getDefaultGraph();
        Node partnerOf = NodeFactory.createURI(GG.NS + "partnerOf");
        assertFalse(graph.contains(Iris.thing("organisation", "delta"), partnerOf, Iris.thing("organisation", "beta")));
        assertFalse(graph.contains(Iris.thing("organisation", "alpha-lab"), partnerOf, Node.ANY));
    }

    @Test
    void aRuleThatAddsNothingIsReported() throws IOException, ProblemException {
        Inputs inputs = inputs();
        List<Inputs.File> rules = new ArrayList<>(inputs.rules());
        rules.add(new Inputs.File(
                "queries/rules/90-nothing.rq",
                "90-nothing.rq",
                "#+ Derives nothing.\nPREFIX gg: <https://w3id.org/geneva-graph/ontology#>\n"
                        + "CONSTRUCT { ?s gg:role \"a\" } WHERE { ?s gg:role 7 }"));
        List<Problem> warnings = build(new Inputs(
                        inputs.tables(),
                        inputs.ontology(),
                        inputs.shapes(),
                        rules,
                        inputs.standard(),
                        inputs.texts(),
                        inputs.graphs()))
                .warnings();
        assertEquals(
                List.of("queries/rules/90-nothing.rq: this rule added nothing"
                        + " – check its patterns, or delete it if the data no longer calls for it"),
                warnings.stream().map(Problem::toString).toList());
    }

    @Test
    void aBrokenRuleIsTold() throws IOException {
        Inputs inputs = inputs();
        List<Inputs.File> rules = List.of(
                new Inputs.File("queries/rules/10-ask.rq", "10-ask.rq", "#+ Asks.\nASK {}"),
                new Inputs.File(
                        "queries/rules/20-broken.rq", "20-broken.rq", "#+ Broken.\nCONSTRUCT { ?s ?p } WHERE {}"),
                new Inputs.File("queries/rules/30-silent.rq", "30-silent.rq", "CONSTRUCT WHERE { ?s ?p ?o }"));
        ProblemException thrown = assertThrows(
                ProblemException.class,
                () -> build(new Inputs(
                        inputs.tables(),
                        inputs.ontology(),
                        inputs.shapes(),
                        rules,
                        inputs.standard(),
                        inputs.texts(),
                        inputs.graphs())));
        List<String> told = thrown.problems().stream().map(Problem::toString).toList();
        assertTrue(told.get(0).startsWith("queries/rules/10-ask.rq:2: is not a CONSTRUCT query"), told::toString);
        assertTrue(told.get(1).startsWith("queries/rules/20-broken.rq:2: is not SPARQL"), told::toString);
        assertTrue(
                told.get(2).startsWith("queries/rules/30-silent.rq:1: does not say what it derives"), told::toString);
    }
}
