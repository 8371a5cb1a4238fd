package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Paths;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.page.Site;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.page.views.Rows;
import org.genevagraph.page.views.Word;

/** What rows say of two things, as sentences of the page's language, in words that lead to the things. */
final class RowSentences {
    /** The column of the relation. */
    static final String RELATION = "relation";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String VIA = "via";
    private static final String LABEL = "Label";

    /** The columns of which a sentence is made. */
    static final List<String> PARTS = List.of(FROM, RELATION, TO);

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
            RelationSentence.Name via = spoken(row, VIA);
            String through = site.agreed(site.text("answer.through") + " " + via.spoken());
            int name = RelationSentence.before(through, via.name(), 0);
            words.add(new Word(through.substring(0, name), "", null));
            words.add(new Word(through.substring(name + 1), path(row, VIA), null));
        }
        return words;
    }

    /** What the thing in one column is to that in another. */
    List<Word> sentence(Binding row, String subject, Word relation, String object) {
        RelationSentence sentence = RelationSentence.of(
                site.language(),
                spoken(row, subject),
                RelationSentence.verb(site.language(), row.get(RELATION), relation.text()),
                spoken(row, object));
        return List.of(
                new Word(sentence.subject(), path(row, subject), null),
                new Word(sentence.relation(), relation.path(), null),
                new Word(sentence.object(), path(row, object), null));
    }

    /** The thing in a column with its name as sentences have it. */
    RelationSentence.Name spoken(Binding row, String column) {
        return new RelationSentence.Name(
                lists.named(row.get(column), site.language()), lists.spoken(row.get(column), site));
    }

    private static String path(Binding row, String column) {
        return Paths.of(row.get(column).getURI());
    }
}
