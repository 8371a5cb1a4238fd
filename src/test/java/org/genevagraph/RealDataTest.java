package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.amend.Misfit;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What must be true of the project's own data, asked in plain SPARQL. */
class RealDataTest {
    private static final String PREFIXES = """
            PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX id: <https://w3id.org/geneva-graph/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
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
    void stopsNothingAndWarnsOfNothingThatNobodyHasSeen() {
        Snapshot snapshot = Mini.realSnapshot();
        assertEquals(List.of(), snapshot.warnings());
        assertTrue(snapshot.checked().focusNodes() > 10_000);
    }

    @Test
    void anAliasOfAnIssueNamesNothingElse() throws Refusal {
        Map<String, Set<String>> bearers = new TreeMap<>();
        // The Action Lines and the goals are named after subjects: e-health is both, and so is climate action.
        for (String row : ask("""
                SELECT ?thing (LCASE(STR(?name)) AS ?words) {
                  ?thing skos:prefLabel|skos:altLabel ?name
                  FILTER NOT EXISTS { ?thing a gg:ActionLine }
                  FILTER NOT EXISTS { ?thing a gg:SustainableDevelopmentGoal }
                  FILTER EXISTS { ?thing a ?class . ?class gg:kindName ?kind }
                }""")) {
            String[] parts = row.split(" ", 2);
            bearers.computeIfAbsent(parts[1], any -> new TreeSet<>()).add(parts[0]);
        }
        List<String> aliases =
                ask("SELECT ?issue (LCASE(STR(?alias)) AS ?words) { ?issue a gg:PolicyIssue ; skos:altLabel ?alias }");
        assertTrue(aliases.size() > 100, "aliases looked at");
        assertEquals(
                List.of(),
                aliases.stream()
                        .map(row -> row.split(" ", 2)[1])
                        .filter(words -> bearers.get(words).size() > 1)
                        .map(words -> words + " " + bearers.get(words))
                        .distinct()
                        .toList());
    }

    @Test
    void aTopicIsFoundByQuestionsAboutItsIssueAndItsBasket() throws Refusal {
        List<String> levels = ask("""
                SELECT ?level (COUNT(*) AS ?n) {
                  { SELECT ?issue (COUNT(?above) - 1 AS ?level) { ?issue a gg:PolicyIssue ; skos:broader* ?above } GROUP BY ?issue }
                } GROUP BY ?level ORDER BY ?level""");
        assertEquals(
                List.of("0", "1", "2"),
                levels.stream().map(level -> level.split(" ", -1)[0]).toList());
        assertEquals(List.of(), ask("""
                SELECT ?topic {
                  ?topic a gg:PolicyIssue ; skos:broader/skos:broader ?basket .
                  FILTER NOT EXISTS { ?statement rdf:object ?topic ; rdf:predicate ?relation . FILTER (?relation IN (gg:addresses, gg:about)) }
                }"""));
    }

    @Test
    void namesInFrenchAreThereAndWellSet() throws Refusal {
        assertEquals(List.of(), ask("""
                        SELECT ?thing {
                          VALUES ?type { gg:ActionLine gg:Commitment gg:Objective gg:Place gg:PolicyIssue gg:SustainableDevelopmentGoal }
                          ?thing a ?type .
                          FILTER NOT EXISTS { ?thing skos:prefLabel ?name . FILTER (LANG(?name) = "fr") }
                        }"""));
        // A curved apostrophe, œ, and a narrow no-break space inside quotation marks and before double marks.
        assertEquals(List.of(), ask("""
                SELECT ?name {
                  ?thing skos:prefLabel|skos:altLabel ?name . FILTER (LANG(?name) = "fr")
                  FILTER (REGEX(?name, "'|oeuvre|«[^\u202F]|[^\u202F][»;:?!]"))
                }"""));
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
                ask("SELECT (COUNT(*) AS ?n) { ?c a gg:Commitment FILTER NOT EXISTS { ?c gg:servesGoal ?goal } }"));
        assertEquals(
                List.of("17 18"),
                ask(
                        "SELECT (COUNT(DISTINCT ?goal) AS ?goals) (COUNT(DISTINCT ?line) AS ?lines) {"
                                + " ?c gg:namesAllGoals true ; gg:namesAllActionLines true ; gg:servesGoal ?goal ; gg:alignsWith ?line }"));
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
                        "SELECT ?s { ?s a gg:Statement FILTER NOT EXISTS { ?s gg:evidence ?p } FILTER NOT EXISTS { ?s gg:reason ?r } FILTER NOT EXISTS { ?s gg:standing <https://w3id.org/geneva-graph/id/scheme/standing/outside> } }"));
    }

    /** "Hosts, as host" says nothing; a part played with others, such as co-convener, does, and so do the terms of a partnership. */
    @Test
    void noRoleOnlyRepeatsItsRelation() throws Refusal {
        assertEquals(List.of(), ask("""
                        SELECT ?subject ?relation ?object ?role {
                          ?statement gg:role ?role ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
                          ?relation rdfs:label ?label .
                          FILTER (?relation != gg:partnerOf)
                          FILTER (STRLEN(?role) > 3 && !REGEX(STR(?role), "[ -]"))
                          FILTER (CONTAINS(LCASE(STR(?label)), LCASE(SUBSTR(STR(?role), 1, 4))))
                        } ORDER BY ?role ?subject"""));
    }

    @Test
    void everyCannedQueryAndEveryExampleStandsInTheGraph() throws Exception {
        QueryCatalogue catalogue = Mini.queries();
        assertEquals(
                Stream.concat(catalogue.all().stream(), catalogue.federated().stream())
                        .map(query -> query.name() + " " + query.summary())
                        .sorted()
                        .toList(),
                ask(
                        "SELECT ?q ?label { GRAPH <https://w3id.org/geneva-graph/graph/queries> { ?q a sh:SPARQLExecutable ;"
                                + " rdfs:label ?label ; sh:prefixes/sh:declare/sh:prefix \"gg\" ; sh:select|sh:construct|sh:ask ?text } }"
                                + " ORDER BY ?q"));
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

    @Test
    void theAmendedDocumentsReviseTheOriginalsPassageByPassage() throws Refusal {
        assertEquals(
                List.of("tunis-agenda-amended tunis-agenda", "tunis-commitment-amended tunis-commitment"),
                ask("SELECT ?new ?old { ?new a gg:Document ; prov:wasRevisionOf ?old } ORDER BY ?new"));
        assertEquals(
                List.of("tunis-agenda-amended 242 96", "tunis-commitment-amended 40 28"),
                ask(
                        "SELECT ?document (COUNT(DISTINCT ?passage) AS ?all) (COUNT(DISTINCT ?changed) AS ?changes) {"
                                + " ?passage prov:wasRevisionOf ?original ; gg:inDocument ?document ; gg:number ?number ; gg:topic ?topic ."
                                + " ?original gg:number ?number ; gg:topic ?topic ."
                                + " OPTIONAL { ?amendment gg:inPassage ?passage . BIND (?passage AS ?changed) } } GROUP BY ?document ORDER BY ?document"));
        assertEquals(
                List.of(),
                ask(
                        "SELECT ?new { ?new prov:wasRevisionOf ?old FILTER NOT EXISTS {"
                                + " ?s rdf:subject ?new ; rdf:predicate gg:revises ; rdf:object ?old ; gg:evidence ?passage } }"));
    }

    @Test
    void replacementsAreCountedParagraphByParagraph() throws Refusal {
        assertEquals(
                List.of(
                        "tunis-agenda-amended e 16 1",
                        "tunis-agenda-amended ict 105 20",
                        "tunis-agenda-amended information-society 21 4",
                        "tunis-commitment-amended e 1 0",
                        "tunis-commitment-amended ict 30 4",
                        "tunis-commitment-amended information-society 24 6"),
                ask("SELECT ?document ?replacement (SUM(?n) AS ?times) (SUM(?m) AS ?misfits) {"
                        + " ?a gg:inPassage/gg:inDocument ?document ; gg:byReplacement ?replacement ; gg:count ?n ; gg:misfitCount ?m }"
                        + " GROUP BY ?document ?replacement ORDER BY ?document ?replacement"));
        assertEquals(
                List.of(
                        "e e- digital - wsis-amended-documents/4",
                        "ict information and communication technology digital technology digital technologies wsis-amended-documents/3",
                        "information-society information society digital society digital societies wsis-amended-documents/5"),
                ask(
                        "SELECT ?r ?term ?instead ?plural ?evidence { ?r a gg:Replacement ; rdfs:label ?term ; gg:instead ?instead ; gg:evidence ?evidence"
                                + " OPTIONAL { ?r gg:insteadInPlural ?plural } } ORDER BY ?r"));
    }

    @Test
    void kindsOfMisfitAreThoseOfTheProgram() throws Refusal {
        assertEquals(
                Stream.of(Misfit.Kind.values())
                        .map(kind -> kind.slug() + " " + kind.label())
                        .sorted()
                        .toList(),
                ask(
                        "SELECT ?slug ?label { ?kind skos:inScheme id:scheme\\/misfit-kind ; skos:notation ?slug ; rdfs:label ?label } ORDER BY ?slug"));
    }
}
