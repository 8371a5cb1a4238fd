package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code suggest} on a made-up profile that was added to the made-up tables. */
class SuggestCommandTest {
    private static final String PROFILE = """
            The Ladder Lending Trust (LLT) is a non-profit organisation that lends ladders to towns.
            In partnership with the Alpha Foundation, the LLT co-convenes the Steps Programme since 2021.
            The trust also runs training courses on ladder safety.
            It published the reports ‘Rung by Rung’ and ‘Leaning Well Against Walls’ in March 2023, and lent 12 ladders.
            It also held a debate titled ‘Who still climbs today’.
            The Alpha Foundation funds the Rope Research Project of the LLT.
            The LLT is funded by the Hemp Federation.
            The LLT finances the Knot Safety Project.
            The Alpha Foundation helped fund the Pulley Design Project of the LLT.
            The Alpha Foundation has agreed to finance the Harness Repair Project.
            """;

    @TempDir
    private Path folder;

    @Test
    void thingsStatementsAndFiguresAreProposedWithTheirSentences() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
        Path file = folder.resolve("llt.txt");
        Files.writeString(file, PROFILE);
        String[] where = {"--data", data.toString(), "--sources", texts.toString()};
        Texts.add(file, data, texts, "--kind", "profile", "--about", "llt");
        Mini.Run run = Mini.geneva("suggest", "llt", where[0], where[1], where[2], where[3]);
        assertEquals(0, run.status(), run.err());
        for (String proposal : new String[] {
            "initiatives: steps-programme,Steps Programme [llt#2] a new name whose words tell its kind; not in the graph",
            "organisations: alpha,Alpha Foundation [llt#2] is named; same as organisation:alpha",
            "documents: rung-by-rung,Rung by Rung [llt#4]",
            "documents: leaning-well-against-walls,Leaning Well Against Walls [llt#4]",
            "initiatives: who-still-climbs-today,Who still climbs today [llt#5]",
            "initiatives: training-courses-on-ladder-safety,training courses on ladder safety [llt#3] described there, without a name; not in the graph",
            "statements/llt: organisation:llt,runs,training-courses-on-ladder-safety,",
            "statements/llt: organisation:llt,coConvenes,steps-programme,,,2021,,stated,llt#2",
            "statements/llt: organisation:llt,partnerOf,organisation:alpha,",
            "statements/llt: organisation:llt,publishes,rung-by-rung,,,2023-03,2023-03,stated,llt#4",
            "statements/llt: organisation:alpha,funds,rope-research-project,",
            "statements/llt: organisation:hemp-federation,funds,organisation:llt,",
            "statements/llt: organisation:llt,funds,knot-safety-project,",
            "statements/llt: organisation:alpha,funds,pulley-design-project,",
            "statements/llt: organisation:alpha,funds,harness-repair-project,",
            "figures: organisation:llt,ladders,12,ladders,,llt#4"
        }) {
            assertTrue(run.out().contains(proposal), () -> proposal + " is not in\n" + run.out());
        }
        for (String wrong :
                new String[] {"llt,funds,rope-research-project", "llt,funds,organisation:hemp-federation"}) {
            assertFalse(run.out().contains(wrong), () -> wrong + " is in\n" + run.out());
        }
        assertEquals(
                1,
                Mini.geneva("suggest", "nobody", where[0], where[1], where[2], where[3])
                        .status());
        Mini.Run capitals = Mini.geneva("suggest", "LLT", where[0], where[1], where[2], where[3]);
        assertEquals(1, capitals.status());
        assertTrue(capitals.err().contains("LLT: is no id of a document – did you mean llt?"), capitals.err());
        Mini.Run least = Mini.geneva("suggest", "llt", where[0], where[1], where[2], where[3], "--least", "high");
        assertTrue(least.err().contains("'high' is no number – write it with a point, such as 0.5"), least.err());
        assertEquals(2, Mini.geneva("suggest", "llt", where[0], where[1]).status());
        Mini.Run measured = Mini.geneva("suggest", "--measure", where[0], where[1], where[2], where[3]);
        assertEquals(0, measured.status(), measured.err());
        assertTrue(measured.lines().get(measured.lines().size() - 1).startsWith("all "), measured.out());
    }
}
