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
    private FigureRows() {}

    /** The numbers in a sentence about a body. */
    static void add(Node owner, String cited, Sentences.Sentence sentence, Found found) {
        for (Numbers.Found number : Numbers.in(sentence.text())) {
            Matcher unit = Pattern.compile("^ ((?:\\p{Ll}[\\p{L}-]+)(?: \\p{Ll}[\\p{L}-]+)?)")
                    .matcher(sentence.text().substring(number.end()));
            if (number.isCount() && !number.words().matches("(?:19|20)\\d\\d") && unit.find()) {
                String slug = Iris.parse(owner.getURI()).map(Iris.Id::slug).orElse("");
                found.add(Suggestion.said(
                        "figures",
                        List.of(
                                "organisation:" + slug,
                                unit.group(1),
                                number.scaled().stripTrailingZeros().toPlainString(),
                                unit.group(1),
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
