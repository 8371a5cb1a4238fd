package org.genevagraph.page.things.sections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.page.facts.Fact;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.vocabulary.GG;

/** The Action Lines to which the project maps the issues that a thing addresses, themselves or by a topic: editorial, and told apart from what sources say. */
public final class LinesOfIssues {
    private LinesOfIssues() {}

    /** The section with these lines; none if the project maps none of the issues. */
    public static Optional<Group> group(Wording words, List<Node> issues) {
        Statements statements = new Statements(words);
        Map<Node, List<Fact>> lines = new LinkedHashMap<>();
        for (Node issue : issues.stream()
                .flatMap(issue -> words.facts().widened(issue).stream())
                .distinct()
                .toList()) {
            words.subjects(RDF.subject.asNode(), issue)
                    .filter(statement -> statements.predicate(statement).equals(GG.bridgesTo))
                    .sorted(Comparator.comparing(Node::getURI))
                    .forEach(bridge -> lines.computeIfAbsent(statements.object(bridge), any -> new ArrayList<>())
                            .add(new Fact(
                                    Wording.NONE,
                                    words.link(issue),
                                    words.within(issue),
                                    Text.NONE,
                                    new Dates("", ""),
                                    statements.why(bridge))));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Group(
                "lines-of-issues",
                words.heading(GG.bridgesTo, End.SUBJECT).orElseThrow(),
                words.link(GG.bridgesTo),
                "",
                lines.entrySet().stream()
                        .map(entry ->
                                new Tie(words.link(entry.getKey()), Text.NONE, new Dates("", ""), entry.getValue()))
                        .sorted(Comparator.comparing(Tie::other, Wording.BY_NAME))
                        .toList()));
    }
}
