package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is whose partner, and which partners two share: all organisations, and all pairs of them that have somebody in common, in either scope. */
class SharedPartnersTest {
    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
    private static final List<String> ORGANISATIONS = GRAPH.stream(Node.ANY, RDF.type.asNode(), GG.Organisation)
            .map(triple -> slug(triple.getSubject()))
            .sorted()
            .toList();
    /** For each scope and organisation the rows of its partners. */
    private static final Map<String, Map<String, List<Binding>>> PARTNERS = new HashMap<>();

    private static QueryFile shared;

    @BeforeAll
    static void askForAllPartners() throws Exception {
        QueryCatalogue queries = Mini.queries();
        shared = queries.find("shared-partners");
        assertTrue(ORGANISATIONS.size() > 100, "organisations: " + ORGANISATIONS.size());
        for (String scope : List.of("partner", "involved")) {
            Map<String, List<Binding>> all = new HashMap<>();
            for (String organisation : ORGANISATIONS) {
                all.put(
                        organisation,
                        rows(queries.find("partners"), Map.of("organisation", named(organisation), "scope", scope)));
            }
            PARTNERS.put(scope, all);
        }
    }

    private static String named(String slug) {
        return Iris.thing("organisation", slug).getURI();
    }

    private static List<Binding> rows(QueryFile query, Map<String, String> parameters) throws Refusal {
        return ((Result.Rows) RUNNER.run(query, parameters).result()).rows();
    }

    private static String slug(Node thing) {
        return Iris.parse(thing.getURI()).orElseThrow().slug();
    }

    private static String cell(Binding row, String column) {
        Node value = row.get(Var.alloc(column));
        return value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
    }

    private static String key(Binding row, String... columns) {
        return Stream.of(columns).map(column -> cell(row, column)).collect(Collectors.joining(" | "));
    }

    private static Set<String> partners(String scope, String organisation) {
        return PARTNERS.get(scope).get(organisation).stream()
                .map(row -> slug(row.get(Var.alloc("partner"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "involved"})
    void whoIsSomebodysPartnerHasThatOneAsPartner(String scope) {
        List<String> oneSided = new ArrayList<>();
        for (String one : ORGANISATIONS) {
            for (String other : partners(scope, one)) {
                if (!partners(scope, other).contains(one)) {
                    oneSided.add(one + " has " + other + ", which does not have it");
                }
            }
        }
        assertEquals(List.of(), oneSided);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "involved"})
    void nobodyIsListedTwice(String scope) {
        List<String> twice = new ArrayList<>();
        int rows = 0;
        for (String one : ORGANISATIONS) {
            Set<String> seen = new HashSet<>();
            Map<String, Set<String>> standings = new HashMap<>();
            for (Binding row : PARTNERS.get(scope).get(one)) {
                rows++;
                if (!seen.add(key(row, "partner", "relation", "via", "role"))) {
                    twice.add(one + ": " + key(row, "partner", "relation", "via", "role"));
                }
                if (scope.equals("partner")) {
                    standings
                            .computeIfAbsent(key(row, "partner", "via"), any -> new HashSet<>())
                            .add(cell(row, "standing"));
                }
                assertTrue(!cell(row, "evidence").isEmpty(), one + " has no evidence for " + row);
            }
            standings.forEach((what, how) -> {
                if (how.contains("derived") && how.size() > 1) {
                    twice.add(one + ": " + what + " is " + how);
                }
            });
        }
        assertEquals(List.of(), twice);
        assertTrue(rows > 100, "rows: " + rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "involved"})
    void whomTwoShareIsExplainedOnBothSides(String scope) throws Refusal {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        Map<String, Set<String>> partners = new HashMap<>();
        ORGANISATIONS.forEach(one -> partners.put(one, partners(scope, one)));
        for (String a : ORGANISATIONS) {
            for (String b : ORGANISATIONS) {
                Set<String> both = new TreeSet<>(partners.get(a));
                both.retainAll(partners.get(b));
                both.removeAll(List.of(a, b));
                if (a.compareTo(b) >= 0 || both.isEmpty()) {
                    continue;
                }
                asked++;
                List<Binding> rows = rows(shared, Map.of("a", named(a), "b", named(b), "scope", scope));
                Map<String, Set<String>> sides = new HashMap<>();
                Set<String> seen = new HashSet<>();
                for (Binding row : rows) {
                    sides.computeIfAbsent(slug(row.get(Var.alloc("partner"))), any -> new TreeSet<>())
                            .add(slug(row.get(Var.alloc("side"))));
                    if (cell(row, "evidence").isEmpty()
                            || !seen.add(key(row, "partner", "side", "relation", "via", "role"))) {
                        faults.add(a + " and " + b + ": twice or without evidence: " + row);
                    }
                }
                if (!sides.keySet().equals(both)) {
                    faults.add(a + " and " + b + " share " + both + ", told are " + sides.keySet());
                }
                sides.forEach((partner, told) -> {
                    if (!told.equals(new TreeSet<>(Set.of(a, b)))) {
                        faults.add(a + " and " + b + ": " + partner + " is explained for " + told + " only");
                    }
                });
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(asked > 20, "pairs that share somebody: " + asked);
    }

    @Test
    void everyDerivedStatementSaysHowSureItIs() {
        List<Node> derived = GRAPH.stream(Node.ANY, GG.standing, Iris.concept("standing", "derived"))
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        assertTrue(derived.size() > 500, "derived statements: " + derived.size());
        assertEquals(
                List.of(),
                derived.stream()
                        .filter(statement ->
                                GRAPH.stream(statement, GG.certainty, Node.ANY).count() != 1)
                        .toList());
        assertEquals(
                Set.of(),
                GRAPH.stream(Node.ANY, GG.certainty, Iris.concept("standing", "derived"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void whoOnlySponsorsTheSameProgrammeIsNoPartner() {
        assertEquals(Set.of("cyberpeace-institute"), partners("partner", "adobe"));
        assertTrue(partners("involved", "adobe").contains("okta"));
        assertTrue(partners("partner", "iucn").contains("eth-zurich"), "nobody carries MapMaker");
    }
}
