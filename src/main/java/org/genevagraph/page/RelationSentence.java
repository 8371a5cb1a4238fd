package org.genevagraph.page;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What one thing is to another as a sentence of a language, in the pieces that lead to the three. What is put before a name – an article, a
 * preposition that is drawn together with it, a quotation mark – belongs to the name.
 *
 * @param subject the one, as it begins the sentence
 * @param relation what it is to the other, in the number of the subject
 * @param object the other
 */
public record RelationSentence(String subject, String relation, String object) {
    /** Behind a comma or an "et" within a name. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=, | et )");

    private static final String ARTICLE = "(?:(?:de |à )?(?:le |la |les |l’)|du |des |au |aux )?";

    /**
     * A name in a sentence.
     *
     * @param name the name itself
     * @param spoken the same as {@link Language#named} puts it into a sentence; the name itself for what takes nothing before it
     */
    public record Name(String name, String spoken) {}

    /**
     * Puts a sentence together.
     *
     * @param relation what the one is to the other, worded for one thing
     */
    public static RelationSentence of(Language language, Name subject, String relation, Name object) {
        String sentence = language.agreed(
                String.join(" ", subject.spoken(), language.agreeing(relation, subject.spoken()), object.spoken()));
        int begin = find(sentence, subject.name(), 0).end();
        int end = before(sentence, object.name(), begin + 1);
        return new RelationSentence(
                sentence.substring(0, begin), sentence.substring(begin + 1, end), sentence.substring(end + 1));
    }

    /** What a sentence says of a relation, which stands elsewhere as a heading: "has the status". */
    public static String verb(Language language, Node relation, String heading) {
        String key = "answer.verb-" + (relation.isURI() ? relation.getURI().replaceFirst(".*[#/]", "") : "");
        return Messages.has(language, key) ? Messages.text(language, key) : heading;
    }

    /** Where the blank before a name stands, or before what is put before it. */
    public static int before(String sentence, String name, int from) {
        return sentence.lastIndexOf(' ', find(sentence, name, from).start());
    }

    /** Where a name stands in a sentence, in which it can be written small and its further nouns can have articles, with what closes it. */
    private static MatchResult find(String sentence, String name, int from) {
        String found = Stream.of(BETWEEN.split(name, -1)).map(Pattern::quote).collect(Collectors.joining(ARTICLE));
        Matcher matcher = Pattern.compile(found + "[^ ]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sentence);
        if (!matcher.find(from)) {
            throw new IllegalStateException("'" + name + "' is not in '" + sentence + "'");
        }
        return matcher.toMatchResult();
    }

    /** The whole sentence. */
    public String words() {
        return subject + " " + relation + " " + object;
    }
}
