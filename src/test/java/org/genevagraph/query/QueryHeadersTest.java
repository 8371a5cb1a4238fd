package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headers of queries: parameters, follow-ups and words in both languages, and what is told of faults in them. */
class QueryHeadersTest {
    @TempDir
    private Path folder;

    @Test
    void everyFaultOfAHeaderIsToldWithItsLine() throws IOException {
        Map<String, String> faults = new TreeMap<>(
                Map.of(
                        "no-header.rq",
                        "SELECT ?a { ?a ?b ?c } ORDER BY ?a",
                        "unknown-key.rq",
                        "#+ sumary: S\n#+ summary: S\nSELECT ?a { ?a ?b ?c } ORDER BY ?a",
                        "unknown-type.rq",
                        "#+ summary: S\n#+ params:\n#+   - {name: x, type: organization, help: h, example: e}\nSELECT ?a { ?a ?b ?x } ORDER BY ?a",
                        "no-variable.rq",
                        "#+ summary: S\n#+ params:\n#+   - {name: x, type: text, help: h, example: e}\nSELECT ?a { ?a ?b ?c } ORDER BY ?a",
                        "not-yaml.rq",
                        "#+ summary: S\n#+ tags: [a\nSELECT ?a { ?a ?b ?c } ORDER BY ?a",
                        "not-sparql.rq",
                        "#+ summary: S\nSELECT ?a { ?a ?b } ORDER BY ?a",
                        "no-order.rq",
                        "#+ summary: S\nSELECT ?a { ?a ?b ?c }",
                        "no-help.rq",
                        "#+ summary: S\n#+ params:\n#+   - {name: x, type: text, example: e}\nSELECT ?a { ?a ?b ?x } ORDER BY ?a",
                        "Upper.rq",
                        "#+ summary: S\nSELECT ?a { ?a ?b ?c } ORDER BY ?a",
                        "no-choices.rq",
                        "#+ summary: S\n#+ params:\n#+   - {name: x, type: choice, help: h, example: e}\nSELECT ?a { ?a ?b ?x } ORDER BY ?a"));
        String words = "\n#+ ask: A\n#+ fr: {summary: S, ask: A}";
        String withHelp = "\n#+ ask: A\n#+ fr: {summary: S, ask: A, params: {x: h}}";
        faults.replaceAll((name, text) -> {
            boolean bare = name.startsWith("no-header") || name.startsWith("not-yaml");
            return bare ? text : text + (name.matches("no-(variable|choices).rq") ? withHelp : words);
        });
        String query = "\nSELECT ?a { ?a ?b ?x } ORDER BY ?a";
        String parameter =
                "#+ summary: S\n#+ params:\n#+   - {name: x, type: text, required: true, help: h, example: e}\n";
        faults.putAll(Map.of(
                "half-asked.rq", "#+ summary: S\n#+ ask: A\n#+ fr: {summary: S}" + query,
                "no-path.rq",
                        "#+ summary: S\n#+ ask: A\n#+ looks-at: {for: [things], facts: {'gg:part of': W}}\n"
                                + "#+ fr: {summary: S, ask: A, looks-at: {'gg:part of': W}}\nSELECT ?a { ?a ?b ?c } ORDER BY ?a",
                "mixed-types.rq",
                        "#+ summary: S\n#+ params:\n#+   - {name: x, type: [place, year], help: h, example: e}" + words
                                + query,
                "no-place.rq", parameter + "#+ ask: A\n#+ fr: {summary: S, ask: 'A {x}', params: {x: h}}" + query,
                "other-place.rq",
                        parameter + "#+ ask: 'A {x}'\n#+ fr: {summary: S, ask: 'A {x} {xx}', params: {x: h}}" + query,
                "other-than.rq",
                        parameter.replace("help: h", "other-than: y, help: h")
                                + "#+ ask: '{x}'\n#+ fr: {summary: S, ask: '{x}', params: {x: h}}" + query,
                "bracket.rq",
                        parameter + "#+ ask: 'A[ of {x}|?'\n#+ fr: {summary: S, ask: 'A[ de {x}| ?]', params: {x: h}}"
                                + query,
                "other-pair.rq",
                        parameter + "#+ ask: 'A {x}[ in {x=y}]'\n#+ fr: {summary: S, ask: 'A {x}', params: {x: h}}"
                                + query,
                "half-french.rq",
                        parameter + "#+ ask: 'A {x}'\n#+ empty: E\n#+ fr: {summary: S, ask: 'A {x}', params: {y: h}}"
                                + query));
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Files.writeString(folder.resolve(fault.getKey()), fault.getValue());
        }
        ProblemException thrown = assertThrows(ProblemException.class, () -> QueryCatalogue.read(folder));
        String shown = folder.getFileName() + "/";
        assertEquals(
                List.of(
                        "Upper.rq: is not named like a query – name it in lower case with hyphens",
                        "bracket.rq:1: 'A[ of {x}|?' has a bracket too many – write [of {a}|of whom] for what is said with the parameter a and without it, none within another",
                        "half-asked.rq:3: fr: has no ask – add 'ask: …'",
                        "half-french.rq:6: fr: has no empty – add 'empty: …'",
                        "half-french.rq:6: fr: params: has no x – add 'x: …'",
                        "half-french.rq:6: fr: params: has y, which the English does not have – say it in English, too, or delete it",
                        "mixed-types.rq:3: only kinds of thing can stand together as types, not place, year – write [organisation, initiative], or one type alone",
                        "no-choices.rq:3: the choice x has no choices – add 'choices: [one, other]'",
                        "no-header.rq:1: has no header – begin it with lines such as '#+ summary: …'",
                        "no-help.rq:3: a parameter has no help – add 'help: …'",
                        "no-order.rq:2: does not order its rows – add ORDER BY, so that answers can be compared",
                        "no-path.rq:3: 'gg:part of' is no path of properties – write gg:partOf, or ^gg:partOf+",
                        "no-path.rq:3: 'things' is no kind of thing – kinds are organisation, initiative, issue, action-line, sdg, objective, commitment, document, place, actor-group",
                        "no-place.rq:1: 'A' leaves out the parameter x – fill it in as {x}",
                        "no-variable.rq:3: the parameter x is no variable of the query – name the variable ?x or delete the parameter",
                        "not-sparql.rq:2: is not SPARQL: ",
                        "not-yaml.rq:",
                        "other-pair.rq:1: '{x=y}' names the unknown parameter 'y' – parameters are x",
                        "other-place.rq:5: 'A {x} {xx}' names the unknown parameter 'xx' – did you mean x?",
                        "other-than.rq:3: other-than names 'y', which is no parameter above it – leave it out, or write it at the second of the two",
                        "unknown-key.rq:1: the header has the unknown key 'sumary' – did you mean summary?",
                        "unknown-type.rq:3: 'organization' is not a type of parameter – did you mean organisation?"),
                thrown.problems().stream()
                        .map(problem -> problem.toString().replace(shown, ""))
                        .map(line -> line.startsWith("not-yaml") ? "not-yaml.rq:" : line)
                        .map(line -> line.startsWith("not-sparql") ? line.replaceFirst("SPARQL: .*", "SPARQL: ") : line)
                        .toList());
    }

    @Test
    void everyFaultOfAFollowUpIsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve("next.rq"), """
                #+ summary: S
                #+ params:
                #+   - {name: thing, type: text, required: true, help: h, example: e}
                SELECT ?a { ?a ?b ?thing } ORDER BY ?a
                """);
        Files.writeString(
                folder.resolve("asked.rq"),
                following(
                        "{query: nxt, some: Some., fr: {some: Oui.}}",
                        "{query: next, with: {thin: a, thing: '{x}'}, some: Some., fr: {some: Oui.}}",
                        "{query: next, some: Some., fr: {some: Oui.}}",
                        "{query: next, with: {thing: '{y}'}, some: Some., fr: {some: Oui.}}"));
        Files.writeString(
                folder.resolve("said.rq"),
                following(
                        "{query: next, with: {thing: '{x}'}, none: None., fr: {none: Non.}}",
                        "{with: {thing: '{x}'}, some: Some., fr: {some: Oui.}}",
                        "{query: next, with: {thing: '{x}'}, some: Some., none: None., fr: {some: Oui.}}",
                        "{query: next, with: {thing: '{x}'}, some: Some., fr: {some: Oui., none: Non.}}",
                        "{query: next, wth: {thing: '{x}'}, some: Some., fr: {some: Oui.}}",
                        "next"));
        ProblemException thrown = assertThrows(ProblemException.class, () -> QueryCatalogue.read(folder));
        assertEquals(
                List.of(
                        "asked.rq:6: is followed by 'nxt', which is no query – did you mean next?",
                        "asked.rq:7: gives next the parameter 'thin', which it does not have – did you mean thing?",
                        "asked.rq:8: does not give next the parameter 'thing', which it needs – add it to 'with'",
                        "asked.rq:9: '{y}' names the unknown parameter 'y' – name one of this query",
                        "said.rq:6: a follow-up has no some – add 'some: …'",
                        "said.rq:7: a follow-up has no query – add 'query: …'",
                        "said.rq:8: follow-up: fr: has no none – add 'none: …'",
                        "said.rq:9: follow-up: fr: has none, which the English does not have – add 'none: …'",
                        "said.rq:10: the header has the unknown key 'wth' – did you mean with?",
                        "said.rq:11: a follow-up has no keys – give it query, with and some"),
                told(thrown));
    }

    @Test
    void whatIsAskedWithAChoiceIsSaidInBothLanguagesAndOfAChoiceThatThereIs() throws IOException {
        Files.writeString(folder.resolve("kinds.rq"), """
                #+ summary: S
                #+ ask: A
                #+ asked-as: {kind=one: [first], kind=tow: [second], kid=two: [third]}
                #+ params:
                #+   - {name: kind, type: choice, choices: [one, two], words: {one: O, two: T}, help: h, example: one}
                #+ fr:
                #+   summary: S
                #+   ask: A
                #+   asked-as: {kind=tow: [deuxième], kid=two: [troisième]}
                #+   params: {kind: h}
                #+   words: {kind: {one: U, two: D}}
                SELECT ?a { ?a ?b ?kind } ORDER BY ?a
                """);
        Files.writeString(folder.resolve("none.rq"), """
                #+ summary: S
                #+ ask: A
                #+ asked-as: {kind=one: [first]}
                SELECT ?a { ?a ?b ?c } ORDER BY ?a
                """);
        Files.writeString(folder.resolve("list.rq"), """
                #+ summary: S
                #+ ask: A
                #+ asked-as: {kind=one: first}
                SELECT ?a { ?a ?b ?c } ORDER BY ?a
                """);
        ProblemException thrown = assertThrows(ProblemException.class, () -> QueryCatalogue.read(folder));
        assertEquals(
                List.of(
                        "kinds.rq:1: asked-as: 'kid=two' is no choice of a parameter – did you mean kind=two, kind=one?",
                        "kinds.rq:1: asked-as: 'kind=tow' is no choice of a parameter – did you mean kind=two, kind=one?",
                        "kinds.rq:7: fr: asked-as: has no kind=one – add 'kind=one: …'",
                        "list.rq:3: a list is written as something else – write [one, other]",
                        "none.rq:1: asked-as: 'kind=one' is no choice of a parameter – no parameter has any"),
                told(thrown));
    }

    /** The problems without the name of the folder. */
    private List<String> told(ProblemException thrown) {
        return thrown.problems().stream()
                .map(problem -> problem.toString()
                        .substring(folder.getFileName().toString().length() + 1))
                .toList();
    }

    /** A query with a parameter x and these follow-ups, the first in line 6. */
    private static String following(String... followUps) {
        return """
                #+ summary: S
                #+ ask: A
                #+ params:
                #+   - {name: x, type: text, help: h, example: e}
                #+ follow-up:
                #+   - %s
                #+ fr: {summary: S, ask: A, params: {x: h}}
                SELECT ?a { ?a ?b ?x } ORDER BY ?a
                """.formatted(String.join("\n#+   - ", followUps));
    }

    @Test
    void anotherNameOfAParameterIsNoOnesElse() throws IOException {
        Files.writeString(folder.resolve("first.rq"), """
                #+ summary: S
                #+ params:
                #+   - {name: x, type: text, help: h, example: e, also: [y, limit, z]}
                #+   - {name: y, type: text, help: h, example: e, also: [z]}
                SELECT ?a { ?a ?x ?y } ORDER BY ?a
                """);
        ProblemException thrown = assertThrows(ProblemException.class, () -> QueryCatalogue.read(folder));
        assertEquals(
                List.of(
                        "the parameter x is also called limit, which is taken – delete it from 'also'",
                        "the parameter x is also called y, which is taken – delete it from 'also'",
                        "the parameter y is also called z, which is taken – delete it from 'also'"),
                thrown.problems().stream()
                        .map(problem -> problem.toString().replaceFirst(".*first\\.rq:3: ", ""))
                        .sorted()
                        .toList());
    }

    @Test
    void queriesMayFollowEachOther() throws Exception {
        for (String[] pair : List.of(new String[] {"one", "other"}, new String[] {"other", "one"})) {
            Files.writeString(folder.resolve(pair[0] + ".rq"), """
                    #+ summary: S
                    #+ follow-up:
                    #+   - {query: %s, some: "There is one.", none: "There is none."}
                    SELECT ?a { ?a <urn:none> ?b } ORDER BY ?a
                    """.formatted(pair[1]));
        }
        String note = new QueryRunner(Mini.snapshot(), Limits.STANDARD)
                .run(QueryCatalogue.read(folder).find("one"), Map.of())
                .note();
        assertTrue(note.endsWith("There is none."), note);
    }

    @Test
    void everyQueryOfTheProjectIsASentenceInBothLanguages() throws IOException, ProblemException {
        List<String> missing = new ArrayList<>();
        for (QueryFile query : Mini.queries().all()) {
            if (!query.text().contains("#+ ask: ")) {
                missing.add(query.name() + " has no ask");
            }
            if (query.words("fr").equals(query.words("en"))) {
                missing.add(query.name() + " has no French");
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aQueryWithoutFrenchOrSentenceSpeaksEnglishAndAsksByItsSummary() throws IOException, ProblemException, Refusal {
        Files.writeString(folder.resolve("bare.rq"), "#+ summary: What is there?\nSELECT ?a { ?a ?b ?c } ORDER BY ?a");
        QueryFile bare = QueryCatalogue.read(folder).find("bare");
        assertEquals("What is there?", bare.ask());
        assertEquals("What is there?", bare.words("fr").summary());
    }

    /** Where choices are concepts of the ontology, a concept that comes to its scheme can be asked for as well. */
    @Test
    void choicesAmongTheConceptsOfASchemeAreAllOfThem() {
        Map<Node, Set<String>> schemes = new HashMap<>();
        Graph graph = Mini.realSnapshot().dataset().getUnionGraph();
        graph.stream(Node.ANY, SKOS.notation.asNode(), Node.ANY)
                .forEach(notation -> graph.stream(notation.getSubject(), SKOS.inScheme.asNode(), Node.ANY)
                        .forEach(in -> schemes.computeIfAbsent(in.getObject(), any -> new TreeSet<>())
                                .add(notation.getObject().getLiteralLexicalForm())));
        int compared = 0;
        for (QueryFile query : Mini.queries().all()) {
            for (Parameter parameter : query.parameters()) {
                Set<String> choices = new TreeSet<>(parameter.choices());
                for (Set<String> notations : schemes.values()) {
                    if (choices.stream().filter(notations::contains).count() > 1) {
                        compared++;
                        assertEquals(notations, choices, query.name() + ": " + parameter.name());
                    }
                }
            }
        }
        assertTrue(compared > 1, "compared: " + compared);
    }
}
