package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.Mini;
import org.genevagraph.curate.desk.DeskTables;
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.page.Language;
import org.genevagraph.page.ProblemWords;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.grammar.French;
import org.genevagraph.source.table.Row;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a row, the desk says it in French where the curator reads French. */
class FaultsInFrenchTest {
    /** What people write into cells, one after another. */
    private static final List<String> SLIPS = List.of(
            "2026-13",
            "2020–2022",
            "3/4/2021",
            "about 1998",
            "44197",
            "1,5 million",
            "12 years",
            "twelve",
            "ftp://x",
            "example.org/x",
            "https://w3id.org/geneva-graph/organisation/alpha",
            "https://example.org/",
            "alpha",
            "Alpha School",
            "alpha | talks",
            "alpha, talks",
            "organisation:nobody",
            "organisaton:alpha",
            "knight:alpha",
            "issue:alpha",
            "nobody",
            "alpha#999",
            "alpha 3",
            "alpha#1-3",
            "a | | b",
            "  ends",
            "n/a",
            "=SUM(A1)",
            "#REF!",
            "Ã©cole",
            "cafe\u0301",
            "С1",
            "in\u200Bvisible",
            "Two Words",
            "UPPER",
            "supports",
            "stated",
            "en",
            "english",
            "<b>Bold</b>",
            "a long saying ".repeat(30).strip(),
            "x".repeat(9_000));

    private final Inputs inputs;

    FaultsInFrenchTest() throws IOException {
        inputs = Inputs.read(Mini.HOME, Mini.DATA);
    }

    @Test
    void loadersSpeakFrench() throws IOException, ProblemException {
        Set<String> english = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        for (Inputs.File file : inputs.tables()) {
            if (!DeskTables.takes(file.table())) {
                continue;
            }
            for (String column : TableText.columns(file.table())) {
                Row row = TableText.of(inputs, file.table()).rows().get(0);
                TableText text = TableText.of(inputs, file.table());
                for (String slip : SLIPS) {
                    Map<String, String> cells = new HashMap<>();
                    TableText.columns(file.table())
                            .forEach(one -> cells.put(one, one.equals(column) ? slip : row.get(one)));
                    text.insert(cells);
                }
                for (Problem problem : problems(TableChanges.with(inputs, Map.of(file.table(), text.text())))) {
                    for (String words : List.of(problem.message(), problem.fix())) {
                        told.add(words);
                        if (isEnglish(words)) {
                            english.add(words.length() > 200 ? words.substring(0, 200) : words);
                        }
                    }
                }
            }
        }
        assertEquals("", String.join("\n", english));
        assertTrue(told.size() > 100, "told: " + told.size());
    }

    @Test
    void shapesSpeakFrench() {
        for (String[] row : French.shapes()) {
            for (String half : row[0].split(" – ", 2)) {
                assertFalse(isEnglish(half), half);
            }
        }
    }

    private static boolean isEnglish(String words) {
        return "en".equals(ProblemWords.of(words, Language.FR).lang());
    }

    private static List<Problem> problems(Inputs inputs) throws IOException {
        try {
            new SnapshotBuilder(Builds.with(inputs, inputs.tables(), false), Progress.NONE).build();
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }
}
