package org.genevagraph.text.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.text.read.passage.Alignment;
import org.genevagraph.text.read.passage.Facilitation;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of the project against the texts, cell by cell, where a user has the texts. */
class RealTextsTest {
    @BeforeEach
    void texts() {
        Texts.assumeReal();
    }

    private static List<Row> rows(String table, String columns) throws IOException {
        Problems problems = new Problems();
        List<Row> rows = Table.read(
                        table,
                        table,
                        Files.readString(Path.of("data", table + ".csv")),
                        Layout.of(List.of(columns.split(" ", -1))),
                        problems)
                .rows();
        assertEquals(List.of(), problems.sorted());
        return rows;
    }

    private static Map<String, Reading> readings() throws IOException {
        Map<String, Reading> readings = new TreeMap<>();
        for (Row source : rows("sources", "document form profiles language read passages")) {
            String name = source.get("document");
            readings.put(name, Texts.read(source.get("form"), Texts.read(Texts.REAL, name)));
        }
        return readings;
    }

    @Test
    void passagesAreThoseOfTheTexts() throws IOException {
        int compared = 0;
        for (Map.Entry<String, Reading> text : readings().entrySet()) {
            List<String> table = new ArrayList<>();
            for (Row row : rows("passages/" + text.getKey(), "number kind parent topic words sha256")) {
                table.add(row.get("number") + " " + row.get("words") + " " + row.get("sha256"));
            }
            List<String> read = text.getValue().passages().stream()
                    .map(passage -> passage.number() + " " + passage.words() + " " + Iris.digest(passage.text()))
                    .toList();
            assertEquals(String.join("\n", table), String.join("\n", read), text.getKey());
            assertEquals(List.of(), text.getValue().problems(), text.getKey());
            compared += read.size();
        }
        assertTrue(compared >= 584, "passages compared: " + compared);
    }

    @Test
    void parentsInTheTreatiesAreThoseOfTheTexts() throws IOException {
        int compared = 0;
        for (String name : List.of("tunis-agenda", "tunis-commitment")) {
            Reading reading = readings().get(name);
            for (Row row : rows("passages/" + name, "number kind parent topic words sha256")) {
                Passage passage = reading.passage(row.get("number")).orElseThrow();
                assertEquals(row.get("kind") + " in " + row.get("parent"), passage.kind() + " in " + passage.parent());
                compared++;
            }
        }
        assertEquals(282, compared);
    }

    @Test
    void commitmentsAndTheirMappingsAreThoseOfTheMatrix() throws IOException {
        Map<String, Alignment> byCommitment = new TreeMap<>();
        List<Alignment> alignments = readings().get("gdc-wsis-sdg-matrix").alignments();
        alignments.forEach(alignment -> alignment.commitments().forEach(number -> byCommitment.put(number, alignment)));
        assertEquals(84, alignments.size());
        assertEquals(87, byCommitment.size());
        Map<String, String> objectives = new TreeMap<>();
        for (Row row : rows("objectives", "id name number aliases definition document evidence")) {
            objectives.put(row.get("number"), row.get("id"));
        }
        TreeSet<String> inTable = new TreeSet<>();
        for (Row row : rows("commitments", "id objective section label sdgs action_lines evidence")) {
            List<String> passages = row.list("evidence").stream()
                    .map(reference -> reference.substring(reference.indexOf('#') + 1))
                    .toList();
            for (String number :
                    passages.stream().filter(byCommitment::containsKey).toList()) {
                Alignment alignment = byCommitment.get(number);
                String place = row.get("id") + ", line " + number;
                assertTrue(passages.contains(alignment.row()), place);
                assertEquals(objectives.get(alignment.objective()), row.get("objective"), place);
                assertEquals(alignment.section(), row.get("section"), place);
                assertEquals(
                        alignment.allGoals() ? List.of("All") : sorted(alignment.goals()),
                        sorted(row.list("sdgs")),
                        place);
                assertEquals(
                        alignment.allLines() ? List.of("All") : sorted(alignment.lines()),
                        sorted(row.list("action_lines")),
                        place);
                inTable.add(number);
            }
        }
        assertEquals(byCommitment.keySet(), inTable);
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }

    @Test
    void facilitatorsAreThoseOfTheAnnex() throws IOException {
        Reading reading = readings().get("tunis-agenda");
        Map<String, String> ids = Map.of(
                "ECOSOC", "ecosoc",
                "ITU", "itu",
                "UNESCO", "unesco",
                "UNDP", "undp",
                "UNCTAD", "unctad",
                "UN Regional Commissions", "un-regional-commissions");
        List<String> annex = reading.facilitations().stream()
                .flatMap(row -> row.facilitators().stream()
                        .map(name -> ids.get(name) + " facilitates " + row.line() + " tunis-agenda#" + row.row()))
                .sorted()
                .toList();
        List<String> table =
                rows("statements/tunis-agenda", "subject relation object via role from until standing evidence")
                        .stream()
                        .filter(row -> row.get("relation").equals("facilitates"))
                        .map(row -> row.get("subject") + " facilitates " + row.get("object") + " "
                                + Arrays.stream(row.get("evidence").split(" \\| ", -1))
                                        .filter(passage -> passage.contains("annex.c"))
                                        .collect(Collectors.joining()))
                        .sorted()
                        .toList();
        assertEquals(annex, table);
        assertEquals(
                List.of("annex.c6", "annex.c7"),
                reading.gaps().stream().map(Reading.Gap::number).toList());
        assertEquals(
                List.of("c5"),
                reading.facilitations().stream()
                        .filter(row -> row.facilitators().isEmpty())
                        .map(Facilitation::line)
                        .toList());
    }
}
