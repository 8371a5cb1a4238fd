package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.views.Rows;
import org.genevagraph.page.views.Word;

/** What rows say of two things, as sentences of the page's language, in words that lead to the things. */
final class RowSentences {
    /** The column of the relation. */
    static final String RELATION = "relation";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String VIA = "via";

    /** The columns of which a sentence is made. */
    static final List<String> PARTS = List.of(FROM, RELATION, TO);

    private static final String LABEL = "Label";
    /** The article of a plural in French. */
    private static final String PLURAL = "Les ";

    private final PickLists lists;
    private final Site site;

    RowSentences(PickLists lists, Site site) {
        this.lists = lists;
        this.site = site;
    }

    /** Whether a row has all of which a sentence is made. */
    static boolean isWhole(Binding row) {
        return PARTS.stream().allMatch(column -> isNamed(row, column));
    }

    private static boolean isNamed(Binding row, String column) {
        Node value = row.get(column);
        return value != null && value.isURI();
    }

    /** What {@code from} is to {@code to}. */
    List<Word> of(Binding row, Word relation) {
        return sentence(row, FROM, relation, TO);
    }

    /**
     * What a query says in English of the two, in one direction or the other, and through what.
     *
     * @param english the sentence of the query, which begins with the name of its subject
     */
    List<Word> says(Binding row, String english, Word relation) {
        boolean forward =
                english.startsWith(Rows.text(row, FROM + LABEL) + " " + Rows.text(row, RELATION + LABEL) + " ");
        List<Word> words =
                new ArrayList<>(forward ? sentence(row, FROM, relation, TO) : sentence(row, TO, relation, FROM));
        if (isNamed(row, VIA)) {
            String through = site.agreed(site.text("answer.through") + " " + spoken(row, VIA));
            words.addAll(ending(row, through, 0, new Word("", "", null), VIA));
        }
        return words;
    }

    private List<Word> sentence(Binding row, String subject, Word relation, String object) {
        String name = name(row, subject);
        String spoken = spoken(row, subject);
        // Relations are worded for one: a plural stands without its article, like a heading.
        String begin = site.agreed(spoken).startsWith(PLURAL) ? name : spoken;
        String sentence = site.agreed(String.join(" ", begin, relation.text(), spoken(row, object)));
        // What is elided before a name, and its quotation marks, belong to the name.
        int blank = sentence.indexOf(' ', find(sentence, name, 0) + name.length());
        List<Word> words = new ArrayList<>();
        words.add(new Word(sentence.substring(0, blank), path(row, subject), null));
        words.addAll(ending(row, sentence, blank + 1, relation, object));
        return words;
    }

    /** What stands between, and the thing with which the sentence ends. */
    private List<Word> ending(Binding row, String sentence, int from, Word between, String last) {
        int end = sentence.lastIndexOf(' ', find(sentence, name(row, last), from));
        return List.of(
                new Word(sentence.substring(from, end), between.path(), null),
                new Word(sentence.substring(end + 1), path(row, last), null));
    }

    /** Where a name begins in a sentence, in which it can be written small. */
    private static int find(String sentence, String name, int from) {
        for (int i = from; i <= sentence.length() - name.length(); i++) {
            if (sentence.regionMatches(true, i, name, 0, name.length())) {
                return i;
            }
        }
        throw new IllegalStateException("'" + name + "' is not in '" + sentence + "'");
    }

    private String name(Binding row, String column) {
        return lists.named(row.get(column), site.language());
    }

    private String spoken(Binding row, String column) {
        return lists.spoken(row.get(column), site);
    }

    private static String path(Binding row, String column) {
        return Paths.of(row.get(column).getURI());
    }
}
