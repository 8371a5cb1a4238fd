package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.query.GuardedQuery;
import org.genevagraph.query.Limits;
import org.genevagraph.query.Refusal;
import org.genevagraph.query.Result;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What must be true of the project's own data, asked in plain SPARQL. */
class RealDataTest {
    private static final Path TEXTS = Path.of("../shared/sources");
    private static final String PREFIXES = """
            PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX id: <https://w3id.org/geneva-graph/id/>
            """;

    private static List<String> ask(String query) throws Refusal {
        Result.Rows rows = (Result.Rows) GuardedQuery.parse(PREFIXES + query, Limits.STANDARD)
                .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        return rows.rows().stream()
                .map(row -> String.join(
                        " ",
                        rows.variables().stream()
                                .map(variable -> row.get(variable))
                                .map(node -> node == null
                                        ? "-"
                                        : node.isLiteral()
                                                ? node.getLiteralLexicalForm()
                                                : Iris.parse(node.getURI())
                                                        .map(Iris.Id::slug)
                                                        .orElse(node.getURI()))
                                .toList()))
                .toList();
    }

    @Test
    void stopsNothingAndWarnsOfOneCommitmentWithoutGoal() {
        Snapshot snapshot = Mini.realSnapshot();
        assertEquals(1, snapshot.warnings().size(), () -> snapshot.warnings().toString());
        assertTrue(snapshot.warnings().get(0).message().contains("contributes to no goal"));
        assertTrue(snapshot.checked().focusNodes() > 10_000);
    }

    @Test
    void theAnnexNamesItsFacilitatorsAndLeavesItsGap() throws Refusal {
        Map<String, List<String>> facilitators = new TreeMap<>();
        for (String row : ask("SELECT ?line ?who { ?who gg:facilitates ?line } ORDER BY ?line ?who")) {
            facilitators
                    .computeIfAbsent(row.split(" ", -1)[0], key -> new ArrayList<>())
                    .add(row.split(" ", -1)[1]);
        }
        assertEquals(
                Map.of(
                        "c1", List.of("ecosoc", "itu", "un-regional-commissions"),
                        "c2", List.of("itu"),
                        "c3", List.of("itu", "unesco"),
                        "c4", List.of("itu", "unctad", "undp", "unesco"),
                        "c8", List.of("unesco"),
                        "c9", List.of("unesco"),
                        "c10", List.of("ecosoc", "unesco"),
                        "c11", List.of("ecosoc", "itu", "un-regional-commissions", "undp", "unesco")),
                facilitators);
    }

    @Test
    void theMatrixIsThereRowByRow() throws Refusal {
        assertEquals(
                List.of(
                        "objective-1 21",
                        "objective-2 10",
                        "objective-3 19",
                        "objective-4 12",
                        "objective-5 12",
                        "follow-up-and-review 11"),
                ask(
                        "SELECT ?objective (COUNT(*) AS ?n) { ?c gg:inObjective ?objective . OPTIONAL { ?objective gg:number ?number } }"
                                + " GROUP BY ?objective ?number ORDER BY COALESCE(?number, 9)"));
        // 87 rows of the text, two of them repeated: 85 commitments; four share one mapping line: 84 mapping lines.
        assertEquals(
                List.of("87"),
                ask(
                        "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?c a gg:Commitment ; gg:evidence ?p . ?p gg:kind/skos:notation \"item\" }"));
        assertEquals(
                List.of("84"),
                ask(
                        "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?c a gg:Commitment ; gg:evidence ?p . ?p gg:kind/skos:notation \"row\" }"));
        assertEquals(
                List.of("1"),
                ask("SELECT (COUNT(*) AS ?n) { ?c a gg:Commitment FILTER NOT EXISTS { ?c gg:contributesTo ?goal } }"));
        assertEquals(
                List.of("17 18"),
                ask(
                        "SELECT (COUNT(DISTINCT ?goal) AS ?goals) (COUNT(DISTINCT ?line) AS ?lines) {"
                                + " ?c gg:namesAllGoals true ; gg:namesAllActionLines true ; gg:contributesTo ?goal ; gg:alignsWith ?line }"));
    }

    @Test
    void everyParagraphOfTheTunisTextsIsThere() throws Refusal {
        for (Map.Entry<String, Integer> text :
                Map.of("tunis-commitment", 40, "tunis-agenda", 122).entrySet()) {
            List<String> numbers = ask(
                    "SELECT ?n { ?p gg:inDocument id:document\\/" + text.getKey()
                            + " ; gg:number ?n ; gg:kind/skos:notation \"paragraph\" ; gg:topic ?topic ; gg:position ?at } ORDER BY ?at");
            assertEquals(
                    IntStream.rangeClosed(1, text.getValue())
                            .mapToObj(Integer::toString)
                            .toList(),
                    numbers);
        }
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
                ask(
                        "SELECT (STRAFTER(?n, \".\") AS ?item) { ?p gg:within <https://w3id.org/geneva-graph/id/passage/tunis-agenda/72> ;"
                                + " gg:number ?n ; gg:position ?at } ORDER BY ?at"));
    }

    @Test
    void noStatementStandsWithoutEvidenceOrReason() throws Refusal {
        assertEquals(
                List.of(),
                ask(
                        "SELECT ?s { ?s a gg:Statement FILTER NOT EXISTS { ?s gg:evidence ?p } FILTER NOT EXISTS { ?s gg:reason ?r } }"));
    }

    @Test
    void judgesAndFundersAreNoPartners() throws Refusal {
        assertEquals(
                List.of("cyber-9-12-strategy-challenge european-union", "cyber-9-12-strategy-challenge nato"),
                ask("SELECT ?i ?o { ?o gg:judges ?i } ORDER BY ?i ?o"));
        assertEquals(
                List.of(),
                ask(
                        "SELECT ?x { VALUES ?o { id:organisation\\/nato id:organisation\\/european-union } ?o gg:partnerOf ?x }"));
    }

    /** The hashes in the tables are those of the texts, where a user has the texts. */
    @Test
    void hashesAreThoseOfTheTexts() throws IOException, Refusal {
        Assumptions.assumeTrue(
                Files.isDirectory(TEXTS), "no source texts at " + TEXTS + ": their hashes are not compared");
        int compared = 0;
        for (String source :
                List.of("gcsp", "cyberpeace-institute", "gdc-wsis-sdg-matrix", "tunis-commitment", "tunis-agenda")) {
            List<String> lines = Files.readString(TEXTS.resolve(source + ".txt"), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Map<String, String> texts = source.startsWith("tunis") ? numbered(lines) : byLine(lines);
            for (String row : ask("SELECT ?n ?hash ?words { ?p gg:inDocument id:document\\/" + source
                    + " ; gg:number ?n ; gg:sha256 ?hash ; gg:words ?words ; gg:kind/skos:notation ?kind"
                    + (source.startsWith("tunis") ? " FILTER (?kind IN (\"paragraph\", \"item\"))" : "") + " }")) {
                String[] cells = row.split(" ", -1);
                // Items without a letter are told by position, which is the readers' work.
                if (cells[0].matches(".*[a-z]?\\.\\d+")) {
                    continue;
                }
                String text = texts.get(cells[0]);
                assertEquals(Iris.digest(text), cells[1], source + "#" + cells[0]);
                assertEquals(text.split(" ", -1).length, Integer.parseInt(cells[2]), source + "#" + cells[0]);
                compared++;
            }
        }
        assertTrue(compared > 550, "passages compared: " + compared);
    }

    private static Map<String, String> byLine(List<String> lines) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            texts.put(Integer.toString(i + 1), normalised(lines.get(i)));
        }
        return texts;
    }

    /** Paragraphs and lettered items by number, without it. */
    private static Map<String, String> numbered(List<String> lines) {
        Map<String, String> texts = new TreeMap<>();
        String paragraph = "";
        for (String line : lines) {
            Matcher number = Pattern.compile("(\\d+)\\.(.*)").matcher(line);
            Matcher letter = Pattern.compile("([a-z])\\.(.*)").matcher(line);
            if (number.matches()) {
                paragraph = number.group(1);
                texts.put(paragraph, normalised(number.group(2)));
            } else if (letter.matches()) {
                texts.put(paragraph + "." + letter.group(1), normalised(letter.group(2)));
            }
        }
        return texts;
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }
}
