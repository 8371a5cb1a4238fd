package org.genevagraph.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.query.grammar.French;

/** What a page says of a problem: in the language of the page where the table {@code names/french-problems.tsv} knows the words, otherwise in English. */
public final class ProblemWords {
    private static final List<Said> FRENCH = French.problems().stream()
            .map(row -> new Said(Pattern.compile(row[0], Pattern.DOTALL), row[1]))
            .toList();

    private record Said(Pattern english, String french) {}

    private ProblemWords() {}

    /** The cause of a problem, or its fix, as programs are told it. */
    public static Text of(String told, Language language) {
        if (language == Language.FR) {
            for (Said said : FRENCH) {
                Matcher matcher = said.english().matcher(told);
                if (matcher.matches()) {
                    return Text.of(matcher.replaceFirst(said.french()));
                }
            }
        }
        return new Text(told, Language.EN.tag());
    }
}
