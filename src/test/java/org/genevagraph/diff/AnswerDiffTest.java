package org.genevagraph.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every canned query is asked of both, and the rows that only one of them answers are kept. */
class AnswerDiffTest {
    private static final String PREFIX = """
            PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    @TempDir
    private Path folder;

    private AnswerDiff diff() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("statements/beta.csv");
        Files.writeString(table, Files.readString(table).replace("delta,judges", "delta,supports"));
        Snapshot after = new SnapshotBuilder(Inputs.read(Mini.HOME, data), Progress.NONE).build();
        return AnswerDiff.of(
                QueryCatalogue.read(folder.resolve("queries")),
                new QueryRunner(Mini.snapshot(), Limits.STANDARD),
                new QueryRunner(after, Limits.STANDARD),
                Progress.NONE);
    }

    private void query(String name, String parameters, String body) throws IOException {
        Files.createDirectories(folder.resolve("queries"));
        Files.writeString(
                folder.resolve("queries/" + name + ".rq"),
                "#+ summary: Who?\n#+ tags: [tests]\n" + parameters + PREFIX + body);
    }

    @Test
    void rowsThatOnlyOneSideAnswersAreKept() throws IOException, ProblemException {
        query(
                "judges",
                "#+ params:\n#+   - {name: initiative, type: initiative, required: true, help: what, example: Summer School}\n",
                "SELECT ?judge ?judgeLabel { ?judge gg:judges ?initiative ; rdfs:label ?judgeLabel } ORDER BY ?judge");
        query(
                "supporters",
                "",
                "SELECT ?who ?whoLabel { ?who gg:supports ?what ; rdfs:label ?whoLabel } ORDER BY ?who");
        query("kinds", "", "SELECT ?kind { ?thing gg:kind ?kind } ORDER BY ?kind");
        AnswerDiff diff = diff();
        assertEquals(3, diff.asked());
        assertEquals(List.of(), diff.unasked());
        assertEquals(
                List.of("judges initiative=\"Summer School\"", "supporters"),
                diff.changed().stream().map(AnswerDiff.Changed::question).toList());
        AnswerDiff.Changed judges = diff.changed().get(0);
        assertEquals(0, judges.added().rows().size());
        assertEquals(
                "Delta Bank", judges.removed().rows().get(0).get("judgeLabel").getLiteralLexicalForm());
        AnswerDiff.Changed supporters = diff.changed().get(1);
        assertEquals(0, supporters.removed().rows().size());
        assertEquals(
                "Delta Bank", supporters.added().rows().get(0).get("whoLabel").getLiteralLexicalForm());
    }

    @Test
    void rowsThatStandThereOftenAreCounted() throws IOException, ProblemException {
        query(
                "how-many",
                "",
                "SELECT ?standing { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> gg:judges ; gg:standing ?standing }"
                        + " ORDER BY ?standing");
        query(
                "all",
                "",
                "SELECT ?standing { VALUES ?p { gg:supports gg:funds }"
                        + " ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> ?p ; gg:standing ?standing } ORDER BY ?standing");
        AnswerDiff diff = diff();
        assertEquals(1, diff.changed().get(0).added().rows().size());
        assertEquals(0, diff.changed().get(0).removed().rows().size());
        assertEquals(1, diff.changed().get(1).removed().rows().size());
    }

    @Test
    void whatCannotBeAskedIsToldWithItsCause() throws IOException, ProblemException {
        query(
                "unknown",
                "#+ params:\n#+   - {name: organisation, type: organisation, required: true, help: who, example: gcsp}\n",
                "SELECT ?what { ?organisation gg:runs ?what } ORDER BY ?what");
        AnswerDiff diff = diff();
        assertEquals(0, diff.asked());
        assertEquals("unknown organisation=gcsp", diff.unasked().get(0).question());
        assertTrue(diff.unasked().get(0).because().contains("no organisation is called 'gcsp'"), diff::toString);
    }
}
