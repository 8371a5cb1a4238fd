package org.genevagraph.load.texts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.problem.Hints;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * What the words of the other tables and the definitions of the ontology are in another language, which the table is called after: roles,
 * topics, summaries and whatever else is said in English, each once, however often it stands in the tables. The words themselves stay as they are, so that whoever asks for a topic or a
 * role gets one; who wants them in the other language looks them up.
 */
public final class TranslationLoader implements Loader {
    private static final String UNNEEDED = "write the words as they stand there now, or delete the row";
    private static final String WORDS = "words";
    private static final String TRANSLATION = "translation";

    @Override
    public String tables() {
        return "translations/";
    }

    @Override
    public List<String> columns() {
        return List.of(WORDS, TRANSLATION);
    }

    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public void load(Table table, Loading loading) {
        String language = table.source();
        if (!isOther(language)) {
            loading.problems()
                    .add(Problem.error(
                            table.file(),
                            0,
                            "",
                            "is called after no language but English",
                            "name it by the code of two or three letters of another language, for example fr"));
            return;
        }
        Set<String> said = said(loading);
        Hints hints = new Hints();
        // Where a table could not be read, nobody knows what it says.
        boolean all = !loading.problems().hasErrors();
        for (Row row : table.rows()) {
            String words = row.get(WORDS);
            RowFacts facts = new RowFacts(Iris.hashed("translation", List.of(words)), row, loading);
            if (words.isEmpty()) {
                facts.problem(WORDS, "is empty", "write the words as another table has them, or delete the row");
            } else if (row.get(TRANSLATION).isEmpty()) {
                facts.problem(TRANSLATION, "is empty", "write what the words are in this language, or delete the row");
            } else {
                facts.single(TRANSLATION);
                Node translation = Literals.inLanguage(row.get(TRANSLATION), language);
                facts.type(GG.Translation, WORDS).english(WORDS, GG.wording).fact(GG.wording, translation, TRANSLATION);
                if (all && !said.contains(words)) {
                    loading.problems().add(unsaid(row, said, hints));
                }
            }
        }
        table.repeats(WORDS)
                .forEach((row, earlier) -> new RowFacts(Node.ANY, row, loading)
                        .problem(
                                WORDS,
                                "are translated at line " + earlier.line() + " already",
                                "keep the better translation and delete the other row"));
    }

    private static boolean isOther(String language) {
        try {
            Literals.inLanguage("", language);
            return !language.equals(Literals.ENGLISH);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem unsaid(Row row, Set<String> said, Hints hints) {
        return Problem.warning(
                        row.table().file(),
                        row.line(),
                        WORDS,
                        "neither a table nor the ontology says '" + row.get(WORDS) + "'",
                        hints.hint(row.get(WORDS), WORDS, () -> Nearest.hint(row.get(WORDS), said, UNNEEDED), UNNEEDED))
                .as(Slip.of(Slip.Kind.WORDS_NOT_SAID));
    }

    /** What the other tables and the definitions of the ontology say in English words. */
    private static Set<String> said(Loading loading) {
        return Stream.concat(
                        loading.origins()
                                .triples()
                                .filter(triple -> Literals.isEnglish(triple.getObject())
                                        && !triple.getPredicate().equals(GG.wording))
                                .map(triple -> triple.getObject().getLiteralLexicalForm()),
                        loading.ontology().definitions().stream())
                .collect(Collectors.toSet());
    }
}
