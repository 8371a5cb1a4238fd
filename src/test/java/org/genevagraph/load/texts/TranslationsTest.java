package org.genevagraph.load.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.proof.Untranslated;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What a table of translations does: each words once, wherever they stand; what is not translated stays English, and is listed. */
class TranslationsTest {
    private static Set<String> said(Snapshot snapshot, Node subject, Node property) {
        return snapshot.dataset().getDefaultGraph().stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .map(text -> text.getLiteralLexicalForm() + "@" + text.getLiteralLanguage())
                .collect(Collectors.toSet());
    }

    /** The made-up tables, with some words of one of them changed. */
    private static Snapshot with(String table, String old, String words) throws IOException, ProblemException {
        Inputs inputs = Mini.inputs(Mini.DATA);
        List<Inputs.File> tables = new ArrayList<>();
        for (Inputs.File file : inputs.tables()) {
            String text = file.name().equals(table) ? file.text().replace(old, words) : file.text();
            assertNotEquals(file.name().equals(table), text.equals(file.text()), file.name());
            tables.add(new Inputs.File(file.shown(), file.name(), text));
        }
        return new SnapshotBuilder(inputs.withTables(tables), Progress.NONE).build();
    }

    /** Whoever asks for a topic, a summary or a role gets one; what it is in French is looked up. */
    @Test
    void wordsStayOneAndTheirTranslationIsLookedUp() {
        Snapshot snapshot = Mini.snapshot();
        assertEquals(
                Set.of("A foundation for talks.@en"), said(snapshot, Iris.thing("organisation", "alpha"), GG.summary));
        assertEquals(
                Set.of("All that is said.@en"),
                said(snapshot, Iris.thing("issue", "speech"), SKOS.definition.asNode()));
        assertEquals(Set.of("the talks@en"), said(snapshot, Iris.passage("alpha", "2"), GG.topic));
        for (Map.Entry<String, String> words : Map.of(
                        "A foundation for talks.", "Une fondation pour les pourparlers.",
                        "All that is said.", "Tout ce qui se dit.",
                        "the talks", "les pourparlers",
                        "convener", "organisateur")
                .entrySet()) {
            assertEquals(
                    Set.of(words.getKey() + "@en", words.getValue() + "@fr"),
                    said(snapshot, Iris.hashed("translation", List.of(words.getKey())), GG.wording));
        }
        assertEquals(List.of(), snapshot.warnings());
    }

    @Test
    void theSearchFindsFrenchSummaries() {
        SearchIndex index = SearchIndex.of(Mini.snapshot().dataset().getDefaultGraph());
        assertEquals(
                List.of("alpha"),
                index.search(new SearchRequest("fondation pourparlers", "organisation", 10, 0)).hits().stream()
                        .map(hit -> hit.thing().id())
                        .toList());
    }

    @Test
    void aTranslationOfWordsThatNoTableSaysAnyMoreIsTold() throws IOException, ProblemException {
        List<String> warnings = with("figures.csv", "talkers", "talker").warnings().stream()
                .map(Problem::toString)
                .toList();
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(
                warnings.get(0)
                        .startsWith(
                                "src/test/resources/mini/translations/fr.csv:5: words: neither a table nor the ontology says 'talkers'"
                                        + " – did you mean "),
                warnings::toString);
        // What differs by its capitals alone is nearer than what lacks a letter.
        assertTrue(warnings.get(0).endsWith("did you mean Talkers?"), warnings::toString);
    }

    @Test
    void whatIsNotTranslatedIsListedWithItsPlace() throws IOException, ProblemException {
        List<String> listed = Untranslated.of(with("statements/alpha.csv", "convener,2019", "usher,2019")).stream()
                .map(Untranslated::toString)
                .toList();
        assertEquals(
                List.of("src/test/resources/mini/statements/alpha.csv:2: 'usher' is not in fr"),
                listed.stream().filter(line -> line.contains("'usher'")).toList());
        assertEquals(
                List.of(),
                listed.stream().filter(line -> line.contains("'talkers'")).toList());
    }
}
