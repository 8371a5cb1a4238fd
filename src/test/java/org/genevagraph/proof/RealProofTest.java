package org.genevagraph.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.frozen.FrozenDataset;
import org.genevagraph.snapshot.frozen.FrozenQuads;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** The project's own facts against the texts, where a user has them. */
class RealProofTest {
    private static final double FOUND_OUT = 0.85;

    /** Less, since a passage often says the same thing in more than one sentence. */
    private static final double WRONG_QUOTES = 0.65;

    /** Built once, since no test changes it. */
    private static Snapshot built;

    private static Snapshot build() throws IOException, ProblemException {
        if (built == null) {
            built = new SnapshotBuilder(Inputs.read(Mini.HOME, Path.of("data"), Optional.of(Texts.REAL)), Progress.NONE)
                    .build();
        }
        return built;
    }

    @Test
    void everyFactIsSupportedOrReasonedAndEveryNameIsExplained() throws IOException, ProblemException {
        Texts.assumeReal();
        Snapshot snapshot = build();
        List<Proof> proofs = Evidence.check(snapshot);
        assertEquals(
                List.of(),
                proofs.stream()
                        .filter(proof -> proof.verdict().isOpen() || proof.verdict() == Verdict.NO_TEXT)
                        .toList());
        assertTrue(proofs.size() > 3_000, "facts: " + proofs.size());
        Coverage coverage = Coverage.of(snapshot);
        assertEquals(List.of(), coverage.unexplained());
        assertEquals(List.of(), coverage.silentPassages());
    }

    /** The check is worth something only if it finds out facts that are wrong: here every third names another thing of the same kind. */
    @Test
    void mostWrongFactsAreFoundOut() throws IOException, ProblemException {
        Texts.assumeReal();
        Snapshot snapshot = build();
        Graph graph = new GraphMem2Fast();
        GraphUtil.addInto(graph, snapshot.dataset().getDefaultGraph());
        Random random = new Random(20_261_122);
        Set<Node> wrong = new HashSet<>();
        for (Node type : List.of(GG.PolicyIssue, GG.Initiative, GG.Organisation, GG.Document)) {
            List<Node> things = graph.stream(Node.ANY, RDF.type.asNode(), type)
                    .map(Triple::getSubject)
                    .sorted(Comparator.comparing(Node::getURI))
                    .toList();
            List<Triple> objects = things.stream()
                    .flatMap(thing -> graph.stream(Node.ANY, RDF.object.asNode(), thing))
                    .filter(triple -> !graph.contains(triple.getSubject(), GG.derivedBy, Node.ANY))
                    .sorted(Comparator.comparing(triple -> triple.getSubject().getURI()))
                    .toList();
            for (Triple triple : objects) {
                Node other = things.get(random.nextInt(things.size()));
                if (random.nextInt(3) == 0 && !graph.contains(triple.getSubject(), RDF.subject.asNode(), other)) {
                    graph.delete(triple);
                    graph.add(triple.getSubject(), RDF.object.asNode(), other);
                    wrong.add(triple.getSubject());
                }
            }
        }
        List<Proof> proofs = Evidence.check(with(snapshot, graph)).stream()
                .filter(proof -> wrong.contains(proof.fact()))
                .toList();
        assertTrue(proofs.size() > 800, "wrong: " + proofs.size());
        long found = proofs.stream().filter(proof -> proof.verdict().isOpen()).count();
        assertTrue(found > FOUND_OUT * proofs.size(), found + " of " + proofs.size());
    }

    /** A snapshot that holds another graph. */
    static Snapshot with(Snapshot snapshot, Graph graph) {
        return new Snapshot(
                new FrozenDataset(FrozenQuads.of(Map.of("tables", graph))),
                snapshot.version(),
                snapshot.triplesPerGraph(),
                snapshot.thingsPerClass(),
                snapshot.sources(),
                snapshot.dataRead(),
                snapshot.checked(),
                snapshot.shapes(),
                snapshot.places(),
                snapshot.warnings());
    }

    /** Every quote is a part of a passage that the statement cites, and each such passage that has its words is quoted. */
    @Test
    void quotesAreWordsOfThePassages() throws IOException, ProblemException {
        Texts.assumeReal();
        FactGraph facts = new FactGraph(build().dataset().getDefaultGraph());
        List<Node> quoted = facts.graph().stream(Node.ANY, GG.quote, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .toList();
        assertTrue(quoted.size() > 3_000, "quoted: " + quoted.size());
        List<String> wrong = new ArrayList<>();
        for (Node statement : quoted) {
            Set<String> words = facts.all(statement, GG.evidence).stream()
                    .map(passage -> facts.text(passage, GG.text))
                    .collect(Collectors.toSet());
            Set<String> quotes = facts.all(statement, GG.quote).stream()
                    .map(Node::getLiteralLexicalForm)
                    .collect(Collectors.toSet());
            quotes.stream()
                    .filter(quote -> words.stream().noneMatch(passage -> isPart(quote, passage)))
                    .forEach(quote -> wrong.add("not a part of a passage, or cut within a word: " + quote));
            words.stream()
                    .filter(passage -> quotes.stream().noneMatch(passage::contains))
                    .forEach(passage -> wrong.add("not quoted by " + statement + ": " + passage));
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isPart(String quote, String passage) {
        int start = passage.indexOf(quote);
        int end = start + quote.length();
        return start >= 0
                && (start == 0 || Character.isWhitespace(passage.charAt(start - 1)))
                && (end == passage.length() || Character.isWhitespace(passage.charAt(end)));
    }

    /** The check of quotes is worth something only if it finds out other sentences of the same passages. */
    @Test
    void mostWrongQuotesAreFoundOut() throws IOException, ProblemException {
        Texts.assumeReal();
        Snapshot snapshot = build();
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        Graph graph = new GraphMem2Fast();
        GraphUtil.addInto(graph, facts.graph());
        Random random = new Random(20_261_127);
        Set<Node> wrong = new HashSet<>();
        facts.graph().stream(Node.ANY, GG.quote, Node.ANY)
                .sorted(Comparator.comparing(Triple::toString))
                .filter(triple -> facts.all(triple.getSubject(), GG.evidence).size() == 1)
                .forEach(triple -> {
                    String quote = triple.getObject().getLiteralLexicalForm();
                    Node passage = facts.one(triple.getSubject(), GG.evidence).orElseThrow();
                    List<String> others = Sentences.of(facts.text(passage, GG.text)).stream()
                            .map(Sentences.Sentence::text)
                            .filter(sentence -> !quote.contains(sentence))
                            .toList();
                    if (!others.isEmpty()) {
                        graph.delete(triple);
                        graph.add(
                                triple.getSubject(),
                                GG.quote,
                                NodeFactory.createLiteralLang(others.get(random.nextInt(others.size())), "en"));
                        wrong.add(triple.getSubject());
                    }
                });
        List<Proof> proofs = Evidence.check(with(snapshot, graph)).stream()
                .filter(proof -> wrong.contains(proof.fact()))
                .toList();
        assertTrue(proofs.size() > 1_000, "changed: " + proofs.size());
        long found = proofs.stream()
                .filter(proof -> proof.verdict() == Verdict.MISQUOTED)
                .count();
        assertTrue(found > WRONG_QUOTES * proofs.size(), found + " of " + proofs.size());
    }
}
