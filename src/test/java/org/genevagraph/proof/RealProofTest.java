package org.genevagraph.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** The project's own facts against the texts, where a user has them. */
class RealProofTest {
    private static final double FOUND_OUT = 0.85;

    private static Snapshot build() throws IOException, ProblemException {
        return new SnapshotBuilder(Inputs.read(Mini.HOME, Path.of("data"), Optional.of(Texts.REAL)), Progress.NONE)
                .build();
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
        Snapshot mutated = new Snapshot(
                DatasetGraphFactory.wrap(graph),
                snapshot.version(),
                snapshot.triplesPerGraph(),
                snapshot.thingsPerClass(),
                snapshot.sources(),
                snapshot.dataRead(),
                snapshot.checked(),
                snapshot.shapes(),
                snapshot.places(),
                snapshot.warnings());
        Map<Verdict, Long> verdicts = Evidence.check(mutated).stream()
                .filter(proof -> wrong.contains(proof.fact()))
                .collect(Collectors.groupingBy(Proof::verdict, Collectors.counting()));
        long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(all > 800, verdicts::toString);
        assertTrue(verdicts.get(Verdict.NOT_FOUND) > FOUND_OUT * all, verdicts::toString);
    }
}
