package org.genevagraph.curate.suggest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.text.Numbers;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.Iris;

/** The numbers of a profile, each with what it counts. */
final class FigureRows {
    /** Words that go on with the sentence, behind what is counted. */
    private static final Pattern TRAILING = Pattern.compile(
            " (?:and|or|since|in|of|from|for|to|with|by|on|at|as|that|which|who|have|has|had|are|is|were|was|across|per|each|every|between|during|worldwide|annually)$");

    private FigureRows() {}

    /** The numbers in a sentence about a body. */
    static void add(Node owner, String cited, Sentences.Sentence sentence, Found found) {
        for (Numbers.Found number : Numbers.in(sentence.text())) {
            Matcher unit = Pattern.compile("^ ((?:\\p{Ll}[\\p{L}-]+)(?: \\p{Ll}[\\p{L}-]+)?)")
                    .matcher(sentence.text().substring(number.end()));
            String measure = unit.find() ? TRAILING.matcher(unit.group(1)).replaceFirst("") : "";
            Mood mood = Mood.of(sentence.text(), number.start(), number.start());
            if (mood != Mood.SAID
                    || measure.isEmpty()
                    || TRAILING.matcher(" " + measure).matches()) {
                continue;
            }
            if (number.isCount() && !number.words().matches("(?:19|20)\\d\\d")) {
                String slug = Iris.parse(owner.getURI()).map(Iris.Id::slug).orElse("");
                found.add(Suggestion.said(
                        "figures",
                        List.of(
                                Suggestion.cell("organisation", slug),
                                measure,
                                number.scaled().stripTrailingZeros().toPlainString(),
                                measure,
                                "",
                                cited),
                        0.5,
                        cited,
                        sentence.text(),
                        "a number and what it counts"));
            }
        }
    }
}
