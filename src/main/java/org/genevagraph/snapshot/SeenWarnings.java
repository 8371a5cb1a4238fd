package org.genevagraph.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.genevagraph.load.row.Origins;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Severity;
import org.genevagraph.validate.Finding;
import org.genevagraph.vocabulary.GG;

/** The warnings of shapes of which a note says why what they warn of is right as it is: they are told no more. */
final class SeenWarnings {
    private final Graph graph;
    private final Set<Node> notes;
    private final Set<Node> met = new HashSet<>();

    SeenWarnings(Graph graph) {
        this.graph = graph;
        this.notes = Set.copyOf(graph.stream(Node.ANY, GG.explainsProperty, SHACL.message)
                .map(triple -> triple.getSubject())
                .toList());
    }

    /** Whether a finding is a warning that somebody has seen. */
    boolean contain(Finding finding) {
        if (finding.severity() != Severity.WARNING) {
            return false;
        }
        Optional<Node> note = notes.stream().filter(one -> isOf(one, finding)).findFirst();
        note.ifPresent(met::add);
        return note.isPresent();
    }

    private boolean isOf(Node note, Finding finding) {
        return graph.contains(note, GG.explainsSubject, finding.focusNode())
                && graph.stream(note, GG.explainsObject, Node.ANY)
                        .anyMatch(triple ->
                                triple.getObject().getLiteralLexicalForm().equals(finding.what()));
    }

    /** The notes on warnings that no shape gives. */
    List<Problem> idle(Origins origins) {
        return notes.stream()
                .filter(note -> !met.contains(note))
                .flatMap(note -> origins.find(note, GG.explainsObject, null).stream())
                .map(cell -> Problem.warning(
                        cell.file(),
                        cell.line(),
                        cell.column(),
                        "no shape gives this warning of it",
                        "write its words up to the dash, or delete the row if it has gone"))
                .toList();
    }
}
