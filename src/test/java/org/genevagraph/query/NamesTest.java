package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name and identifier of the project's own graph, in every spelling that people use, leads back to its thing. */
class NamesTest {
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);

    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();

    private static final List<String> KINDS = ParameterType.THING.kinds();

    private static final String SKOS = Prefixes.ALL.get("skos");

    private static final int MOST_CHARACTERS = 200;

    static String kind(Node thing) {
        return Iris.parse(thing.getURI()).map(Iris.Id::kind).orElse("");
    }

    static String slug(Node thing) {
        return Iris.parse(thing.getURI()).orElseThrow().slug();
    }

    /** All texts by which the graph says that things are called, by thing. */
    private static Map<Node, Set<String>> names() {
        Map<Node, Set<String>> names = new LinkedHashMap<>();
        for (Node property : List.of(
                NodeFactory.createURI(SKOS + "prefLabel"),
                NodeFactory.createURI(SKOS + "altLabel"),
                GG.acronym,
                GG.symbol)) {
            GRAPH.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> triple.getSubject().isURI() && KINDS.contains(kind(triple.getSubject())))
                    .forEach(triple -> names.computeIfAbsent(triple.getSubject(), key -> new TreeSet<>())
                            .add(triple.getObject().getLiteralLexicalForm()));
        }
        return names;
    }

    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>(List.of(
                name,
                name.toUpperCase(Locale.ROOT),
                name.toLowerCase(Locale.ROOT),
                name.replace("-", "\u2011"),
                name.replace("-", " – ").replace("  ", " "),
                name.replace(" ", "\u00A0"),
                name.replace(" ", "  "),
                name.replace("'", "’"),
                name.replace("’", "'"),
                Normalizer.normalize(name, Normalizer.Form.NFD),
                Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", ""),
                name.replace(" and ", " & "),
                name.replace(" & ", " and "),
                name.replace(" et ", " & "),
                "the " + name,
                "“" + name + "”",
                "\u200B" + name));
        if (!name.matches(".*\\d[ -]\\d.*")) {
            spellings.add(name.replace("-", ""));
            spellings.add(name.replace("-", " "));
            spellings.add(name.replace(" ", "-"));
        }
        if (!name.matches(".*\\d \\d.*")
                && !name.matches("(?i)(the|les?|la|l['’]|d['’]).*|.*[^\\p{L}](the|les?|la|l['’]|d['’]|et)\\b.*")) {
            spellings.add(name.replace(" ", ""));
        }
        if (name.matches("[A-Z]{2,8}")) {
            spellings.add(name.replaceAll("(.)", "$1."));
            spellings.add(name.replaceAll("(.)(?!$)", "$1. ") + ".");
        }
        spellings.removeIf(spelling -> spelling.length() > MOST_CHARACTERS);
        return spellings;
    }

    /** What came of a name: the thing, or all that it can be. */
    static Set<String> meanings(String given, String kind) {
        try {
            return Set.of(slug(RUNNER.things().find(given, List.of(kind))));
        } catch (Refusal refusal) {
            Refusal.Fault fault = refusal.fault().orElseThrow();
            return fault.wrong() == Refusal.Wrong.AMBIGUOUS ? Set.copyOf(fault.instead()) : Set.of();
        }
    }

    @Test
    void everyNameInEverySpellingLeadsBack() {
        Map<Node, Set<String>> names = names();
        List<String> lost = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<Node, Set<String>> entry : names.entrySet()) {
            Node thing = entry.getKey();
            for (String name : entry.getValue()) {
                for (String spelling : spellings(name)) {
                    asked++;
                    Set<String> meanings = meanings(spelling, kind(thing));
                    boolean slugOfAnother = meanings.equals(Set.of(spelling));
                    if (!meanings.contains(slug(thing)) && !slugOfAnother) {
                        lost.add(spelling + " → " + meanings + ", not " + kind(thing) + ":" + slug(thing));
                    }
                }
            }
        }
        assertTrue(asked > 20_000, "asked: " + asked);
        assertEquals(List.of(), lost.stream().limit(40).toList(), lost.size() + " of " + asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation | I.T.U. | itu",
                "organisation | cyber peace institute | cyberpeace-institute",
                "organisation | the Cyber Peace Institute | cyberpeace-institute",
                "organisation | Geneva Centre for Security Policy (GCSP) | gcsp",
                "organisation | GCSP (Geneva Centre for Security Policy) | gcsp",
                "organisation | GCSP – Geneva Centre for Security Policy | gcsp",
                "organisation | International Telecommunication Union (ITU) | itu",
                "organisation | Union internationale des télécommunications (UIT) | itu",
                "organisation | Geneva Center for Security Policy | gcsp",
                "organisation | TC 39 | ecma-tc39",
                "organisation | TC39 | ecma-tc39",
                "organisation | https://w3id.org/geneva-graph/id/organisation/gcsp | gcsp",
                "organisation | http://w3id.org/geneva-graph/id/organisation/gcsp/ | gcsp",
                "organisation | id:organisation/gcsp | gcsp",
                "organisation | /id/organisation/gcsp | gcsp",
                "action-line | elearning | c7-e-learning",
                "action-line | C7 e-health | c7-e-health",
                "action-line | C7: e‑health | c7-e-health",
                "action-line | ehealth | c7-e-health",
                "action-line | Action Line C7 | c7",
                "action-line | action line c.7 | c7",
                "sdg | SDG9 | sdg-9",
                "sdg | SDG 9 | sdg-9",
                "sdg | SDG-9 | sdg-9",
                "sdg | goal 9 | sdg-9",
                "sdg | ODD 9 | sdg-9",
                "sdg | objectif 9 | sdg-9",
                "sdg | ODD n° 9 | sdg-9",
                "sdg | SDG No. 9 | sdg-9",
                "sdg | goal number 9 | sdg-9",
                "action-line | ligne d’action C7 | c7",
                "action-line | ligne d'action c 10 | c10",
                "action-line | grande orientation C7 | c7",
                "sdg | 9 | sdg-9",
                "objective | objective 3 of the Compact | objective-3",
                "objective | Objective 3 of the Global Digital Compact | objective-3",
                "objective | objectif 3 du Pacte numérique mondial | objective-3",
                "sdg | http://metadata.un.org/sdg/9 | sdg-9",
                "sdg | https://sdgs.un.org/goals/goal9 | sdg-9",
                "document | a / res / 56 / 183 | a-res-56-183",
                "document | A/RES/79/1 | pact-for-the-future",
                "passage | paragraph 72(l) of the Tunis Agenda | tunis-agenda/72.l",
                "passage | para. 72(l) Tunis Agenda | tunis-agenda/72.l",
                "passage | Tunis Agenda, para. 72 (l) | tunis-agenda/72.l",
                "passage | Agenda de Tunis, paragraphe 72 | tunis-agenda/72",
                "passage | Tunis Agenda 72.l | tunis-agenda/72.l",
                "passage | tunis-agenda#72.l | tunis-agenda/72.l",
                "passage | § 72 l) Tunis Agenda | tunis-agenda/72.l",
            })
    void asPeopleSayIt(String kind, String given, String slug) throws Refusal {
        assertEquals(slug, slug(RUNNER.things().find(given, List.of(kind))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SDG 1.1",
                "SDG 99",
                "goal 18",
                "1 1",
                "A/RES/5/6183",
                "A/RES/56/1830",
                "wd:",
                "Q",
                "ror:",
                "https://ror.org/",
                "http://www.wikidata.org/entity/",
                "https://example.org/id/organisation/gcsp",
                "gcsp.example.org",
                "https://",
                "Geneva Centre for Security Policy (ITU)",
                "Geneva Centre for Security Policy (Nairobi)",
                "()",
                "the",
                "&",
                "%",
                "%zz",
                "C77",
                "I.T.",
                "https://w3id.org/geneva-graph/id/organisation/nobody"
            })
    void whatIsOnlyLikeAName(String given) {
        assertEquals(List.of(), RUNNER.things().resolve(given, KINDS));
    }

    @Test
    void aPassageWithoutItsDocumentIsOneOfSeveral() {
        for (String given : List.of("72(l)", "paragraph 72 (l)", "para. 72(l)", "72.l", "72 l")) {
            Set<String> meanings = meanings(given, "passage");
            assertTrue(meanings.contains("tunis-agenda/72.l"), given + ": " + meanings);
        }
        assertTrue(meanings("paragraph 72", "passage").contains("tunis-agenda/72"));
        assertThrows(
                Refusal.class, () -> RUNNER.things().find("paragraph 72(l) of the Moon Treaty", List.of("passage")));
    }
}
