package org.genevagraph.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.genevagraph.Mini;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One edit of a table gives the one change that a curator would name, and the patch makes the one graph of the other. */
class GraphDiffTest {
    private static final Snapshot MINI = Mini.snapshot();

    /** The made-up tables with some words of one of them replaced; {@code ⏎} ends a row. */
    private static Snapshot edited(String table, String words, String others) throws IOException, ProblemException {
        Inputs inputs = Mini.inputs(Mini.DATA);
        List<Inputs.File> tables = new ArrayList<>();
        for (Inputs.File file : inputs.tables()) {
            String text = file.text();
            if (file.name().equals(table + ".csv")) {
                text = text.replace(words.replace('⏎', '\n'), others.replace('⏎', '\n'));
                assertNotEquals(file.text(), text, words);
            }
            tables.add(new Inputs.File(file.shown(), file.name(), text));
        }
        return new SnapshotBuilder(inputs.withTables(tables), Progress.NONE).build();
    }

    private static String told(GraphDiff diff) {
        return diff.changes().stream()
                .filter(change -> change.area() != Area.DERIVED)
                .map(change -> change.area().label() + " " + change.how().label() + ": " + change.says()
                        + change.details().stream()
                                .map(detail ->
                                        " {" + detail.property() + " " + detail.before() + " " + detail.after() + "}")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Things
                "places | land,Land,,country,,alpha#1 | land,Land,,country,,alpha#1⏎lake,Lake,,region,land,alpha#1"
                        + " | thing added: Lake (lake)",
                "organisations | Alpha Foundation,AF | Alpha Trust,AF"
                        + " | thing changed: Alpha Trust (alpha) {name [Alpha Foundation] [Alpha Trust]}",
                "organisations | A bank that pays. | A bank that asks."
                        + " | thing changed: Delta Bank (delta) {summary [A bank that pays.] [A bank that asks.]}",
                "organisations | Beta Institute,BI, | Beta Institute,BI,The Beta"
                        + " | thing changed: Beta Institute (beta) {other name [] [The Beta]}",
                "organisations | delta,Delta Bank,,,company | delta,Delta Bank,,,foundation"
                        + " | thing changed: Delta Bank (delta) {kind [company] [foundation]}",
                // Statements
                "statements/alpha | delta,funds,talks | alpha-lab,supports,talks,,helper,2020,,arguable,alpha#2⏎delta,funds,talks"
                        + " | statement added: Alpha Lab supports Talks on Talks, helper, since 2020, arguable [alpha#2]",
                "statements/alpha | alpha-lab,partOf,organisation:alpha,,,,,stated,alpha#1⏎ | ``"
                        + " | statement removed: Alpha Lab is part of Alpha Foundation [alpha#1]",
                "statements/alpha | ,convener, | ,host,"
                        + " | statement changed: Alpha Foundation runs Talks on Talks, host, since 2019, until 2021 [alpha#2]"
                        + " {role [convener] [host]}",
                "statements/alpha | donor,2019, | donor,2018,2020"
                        + " | statement changed: Delta Bank funds Talks on Talks, donor, since 2018, until 2020 [alpha#3]"
                        + " {since [2019] [2018]} {until [] [2020]}",
                "statements/alpha | banker,,,arguable | banker,,,stated"
                        + " | statement changed: Alpha Foundation is a partner of Delta Bank, banker [alpha#3] {standing [arguable] [stated]}",
                "statements/alpha | stated,alpha#3⏎round | stated,alpha#2⏎round"
                        + " | statement changed: Delta Bank funds Talks on Talks, donor, since 2019 [alpha#2] {evidence [alpha#3] [alpha#2]}",
                "statements/alpha | charter,talks,,,,stated | charter,,,,,stated"
                        + " | statement changed: Alpha Foundation publishes Charter of Talks [alpha#3] {through [Talks on Talks] []}",
                // Figures
                "figures | 12.5 | 14"
                        + " | figure changed: Talks on Talks: talkers: 14 thousand people (2020) [alpha#2] {value [12.5] [14]}",
                "figures | talks,talkers,12.5,thousand people,2020,alpha#2⏎ | ``"
                        + " | figure removed: Talks on Talks: talkers: 12.5 thousand people (2020) [alpha#2]",
                // Passages
                "passages/alpha | money and charter | charter and money"
                        + " | passage changed: alpha#3, charter and money {topic [money and charter] [charter and money]}"
            })
    void oneEditIsOneChange(String table, String words, String others, String told)
            throws IOException, ProblemException {
        Snapshot after = edited(table, words, others);
        assertEquals(told, told(GraphDiff.of(MINI, after)));
        assertPatches(MINI, after);
        assertPatches(after, MINI);
    }

    @Test
    void anotherHashOfAPassageIsTold() throws IOException, ProblemException {
        String is = "8c5b37eed9d73f09198aef6f01b9d5c0fbce516c457d431dbb817ba5fe9d65aa";
        String becomes = is.replace("8c5b", "9c5b");
        assertEquals(
                "passage changed: alpha#3, money and charter {SHA-256 [" + is + "] [" + becomes + "]}",
                told(GraphDiff.of(MINI, edited("passages/alpha", is, becomes))));
    }

    @Test
    void ofSeveralStatementsAboutTheSameThoseThatShareMostBelongTogether() throws IOException, ProblemException {
        String row = "delta,funds,talks,,donor,2019,,stated,alpha#3";
        String second = "delta,funds,talks,,giver,2020,2021,arguable,alpha#2";
        Snapshot before = edited("statements/alpha", row, row + "⏎" + second);
        Snapshot after = edited(
                "statements/alpha",
                row,
                row.replace("2019", "2018") + "⏎" + second.replace("giver", "spender") + "⏎"
                        + second.replace("2020,2021", "2022,"));
        assertEquals(
                "statement added: Delta Bank funds Talks on Talks, giver, since 2022, arguable [alpha#2]; "
                        + "statement changed: Delta Bank funds Talks on Talks, donor, since 2018 [alpha#3] {since [2019] [2018]}; "
                        + "statement changed: Delta Bank funds Talks on Talks, spender, since 2020, until 2021, arguable [alpha#2]"
                        + " {role [giver] [spender]}",
                told(GraphDiff.of(before, after)));
    }

    @Test
    void whatRulesDeriveIsToldByRule() throws IOException, ProblemException {
        GraphDiff diff = GraphDiff.of(
                MINI, edited("statements/alpha", "gamma,partnersIn,talks,,co-convener,,,stated,alpha#2⏎", ""));
        List<String> lost = diff.changes().stream()
                .filter(change -> change.area() == Area.DERIVED && change.how() == Change.How.REMOVED)
                .map(change -> change.group() + ": " + change.says())
                .toList();
        assertTrue(
                lost.contains(
                        "partners-through-initiatives: Alpha Foundation is a partner of Gamma Office, through Talks on Talks [alpha#2]"),
                lost::toString);
        assertTrue(lost.contains("involved: Gamma Office is involved in Talks on Talks [alpha#2]"), lost::toString);
    }

    @Test
    void notesAreToldByWhatTheySay() throws IOException, ProblemException {
        GraphDiff diff = GraphDiff.of(MINI, edited("evidence-notes", "The town lies in it.", "It holds the town."));
        assertEquals(1, diff.changes().size(), () -> told(diff));
        assertTrue(told(diff).contains("[The town lies in it.] [It holds the town.]"), told(diff));
    }

    @Test
    void everyQuadThatDiffersIsCounted() throws IOException, ProblemException {
        GraphDiff diff = GraphDiff.of(MINI, edited("organisations", "Alpha Foundation,AF", "Alpha Trust,AF"));
        assertEquals(new GraphDiff.Count(2, 2), diff.graphs().get("organisations"));
        // The name is said as foaf:name and as schema:name, too.
        assertEquals(new GraphDiff.Count(2, 2), diff.graphs().get("standard"));
        // The catalogue tells the version, which is another one.
        assertEquals(
                Set.of("organisations", "standard", "catalogue"), diff.graphs().keySet());
        assertEquals(4, besidesTheCatalogue(diff.added()));
        assertEquals(4, besidesTheCatalogue(diff.removed()));
    }

    private static long besidesTheCatalogue(List<Quad> quads) {
        return quads.stream()
                .filter(quad -> !quad.getGraph().getURI().endsWith("/catalogue"))
                .count();
    }

    @Test
    void equalBuildsDifferInNothing() {
        GraphDiff diff = GraphDiff.of(MINI, Mini.snapshot());
        assertTrue(diff.isEmpty());
        assertEquals(List.of(), diff.changes());
    }

    @Test
    void sameBuildsGiveSameDifference() throws IOException, ProblemException {
        Snapshot one = edited("statements/alpha", ",convener,", ",host,");
        Snapshot other = edited("statements/alpha", ",convener,", ",host,");
        assertEquals(GraphDiff.of(MINI, one), GraphDiff.of(Mini.snapshot(), other));
        assertEquals(patch(MINI, one), patch(Mini.snapshot(), other));
    }

    private static String patch(Snapshot before, Snapshot after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PatchWriter.write(GraphDiff.of(before, after), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertPatches(Snapshot before, Snapshot after) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        before.dataset()
                .listGraphNodes()
                .forEachRemaining(name -> before.dataset().getGraph(name).stream()
                        .forEach(triple -> dataset.add(Quad.create(name, triple))));
        RDFPatchOps.applyChange(
                dataset,
                RDFPatchOps.read(new ByteArrayInputStream(patch(before, after).getBytes(StandardCharsets.UTF_8))));
        assertArrayEquals(DumpWriter.nquads(after.dataset()), DumpWriter.nquads(dataset));
    }
}
