package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.Mini;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.names.Registers;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;
import org.junit.jupiter.api.Test;

/** Every identifier of the project's own graph in an outside register, in every writing that people use, leads back to its thing. */
class IdentifiersTest {
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);

    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();

    private static final List<String> KINDS = ParameterType.THING.kinds();

    private static final String SKOS = Prefixes.ALL.get("skos");

    private static final int MOST_CHARACTERS = 200;

    /** How people write an identifier: what stands before it in their addresses and prefixed names, by the namespace of its IRI. */
    private static final Map<String, List<String>> WRITTEN = Map.ofEntries(
            Map.entry(
                    "http://www.wikidata.org/entity/",
                    List.of(
                            "",
                            "wd:",
                            "WD:",
                            "wikidata:",
                            "https://www.wikidata.org/wiki/",
                            "http://www.wikidata.org/entity/",
                            "https://www.wikidata.org/entity/",
                            "www.wikidata.org/wiki/",
                            "wikidata.org/wiki/",
                            "https://m.wikidata.org/wiki/",
                            "<http://www.wikidata.org/entity/")),
            Map.entry(
                    "https://ror.org/",
                    List.of("", "ror:", "https://ror.org/", "http://ror.org/", "ror.org/", "www.ror.org/")),
            Map.entry(
                    "https://docs.un.org/en/",
                    List.of(
                            "",
                            "https://undocs.org/",
                            "https://undocs.org/en/",
                            "undocs.org/",
                            "https://docs.un.org/fr/",
                            "https://docs.un.org/",
                            "un-documents:")),
            Map.entry(
                    "http://metadata.un.org/sdg/",
                    List.of("un-sdg:", "https://metadata.un.org/sdg/", "metadata.un.org/sdg/")),
            Map.entry("http://metadata.un.org/thesaurus/", List.of("unbis:", "https://metadata.un.org/thesaurus/")),
            Map.entry(
                    "http://eurovoc.europa.eu/",
                    List.of("eurovoc:", "https://eurovoc.europa.eu/", "eurovoc.europa.eu/")),
            Map.entry(
                    "https://sws.geonames.org/",
                    List.of("geonames:", "http://sws.geonames.org/", "https://www.geonames.org/", "geonames.org/")),
            Map.entry(
                    "https://isni.org/isni/",
                    List.of("", "isni:", "http://isni.org/isni/", "isni.org/isni/", "https://www.isni.org/isni/")),
            Map.entry(
                    "https://doi.org/10.13039/",
                    List.of("crossref-funder:", "http://dx.doi.org/10.13039/", "doi:10.13039/", "10.13039/")),
            Map.entry("https://www.grid.ac/institutes/", List.of("", "grid:", "https://grid.ac/institutes/")),
            Map.entry("https://search.gleif.org/#/record/", List.of("", "lei:")));

    private static Set<String> writings(String iri) {
        Set<String> writings = new LinkedHashSet<>(List.of(
                iri,
                iri + "/",
                "<" + iri + ">",
                " " + iri + " ",
                iri.replaceFirst("^http:", "https:"),
                iri.replaceFirst("^https:", "http:"),
                iri.replaceFirst("^https?://", ""),
                iri.replaceFirst("^(https?://)www\\.", "$1"),
                iri.toUpperCase(Locale.ROOT)));
        WRITTEN.forEach((namespace, before) -> {
            if (iri.startsWith(namespace) && !iri.startsWith(namespace + "codes/")) {
                String id = iri.substring(namespace.length());
                before.forEach(beginning -> writings.add(beginning + id + (beginning.startsWith("<") ? ">" : "")));
                if (namespace.contains("docs.un.org")) {
                    writings.addAll(
                            List.of(id.toLowerCase(Locale.ROOT), id.replace("/", " / "), id.replace("/", "%2F")));
                }
                if (namespace.contains("isni.org")) {
                    writings.add(id.replaceAll("(.{4})(?!$)", "$1 "));
                }
                if (namespace.contains("geonames.org")) {
                    writings.add("https://www.geonames.org/" + id.replace("/", "") + "/name-of-it.html");
                }
            }
        });
        writings.removeIf(writing -> writing.length() > MOST_CHARACTERS);
        return writings;
    }

    /** The identifiers that match exactly, by thing, and those that something in the graph says without that. */
    private static Map<Node, Set<String>> identifiers() {
        Map<Node, Set<String>> identifiers = new LinkedHashMap<>();
        for (String property : List.of(
                Prefixes.ALL.get("schema") + "sameAs", SKOS + "exactMatch", Prefixes.ALL.get("foaf") + "homepage")) {
            GRAPH.stream(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                    .filter(triple -> triple.getObject().isURI() && KINDS.contains(NamesTest.kind(triple.getSubject())))
                    .forEach(triple -> identifiers
                            .computeIfAbsent(triple.getSubject(), key -> new TreeSet<>())
                            .add(triple.getObject().getURI()));
        }
        return identifiers;
    }

    @Test
    void everyIdentifierInEveryWritingLeadsBack() {
        List<String> lost = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<Node, Set<String>> entry : identifiers().entrySet()) {
            for (String iri : entry.getValue()) {
                for (String writing : writings(iri)) {
                    asked++;
                    Set<String> meanings = NamesTest.meanings(writing, NamesTest.kind(entry.getKey()));
                    if (!meanings.contains(NamesTest.slug(entry.getKey()))) {
                        lost.add(writing + " → " + meanings + ", not " + NamesTest.slug(entry.getKey()));
                    }
                }
            }
        }
        assertTrue(asked > 2_000, "asked: " + asked);
        assertEquals(List.of(), lost.stream().limit(40).toList(), lost.size() + " of " + asked);
    }

    /** A digit more, less or changed is another identifier; a match that is only close, or a search in vain, is none. */
    @Test
    void whatIsNotExactlyThisNamesNothing() {
        Map<String, Set<String>> known = new TreeMap<>();
        identifiers()
                .forEach((thing, all) -> all.forEach(iri ->
                        known.computeIfAbsent(iri, key -> new TreeSet<>()).add(thing.getURI())));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String iri : known.keySet()) {
            if (!iri.matches(".*\\d")) {
                continue;
            }
            for (String other :
                    List.of(iri.substring(0, iri.length() - 1), iri + "1", iri + "a", iri.replaceFirst(".$", "x"))) {
                if (!known.containsKey(other) && other.length() <= MOST_CHARACTERS && !other.endsWith("/")) {
                    asked++;
                    List<Node> found = RUNNER.things().resolve(other, KINDS);
                    if (!found.isEmpty()) {
                        wrong.add(other + " → " + found);
                    }
                }
            }
        }
        for (String property : List.of(
                SKOS + "closeMatch",
                SKOS + "broadMatch",
                SKOS + "narrowMatch",
                SKOS + "relatedMatch",
                Prefixes.ALL.get("rdfs") + "seeAlso",
                GG.notFoundIn.getURI())) {
            for (var triple : GRAPH.find(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                    .toList()) {
                String iri = triple.getObject().isURI() ? triple.getObject().getURI() : "";
                if (iri.startsWith("http") && KINDS.contains(NamesTest.kind(triple.getSubject()))) {
                    asked++;
                    List<Node> found = RUNNER.things().resolve(iri, KINDS);
                    Set<String> exact = known.getOrDefault(iri, Set.of());
                    if (!found.stream().allMatch(node -> exact.contains(node.getURI()))) {
                        wrong.add(property + " " + iri + " → " + found);
                    }
                }
            }
        }
        assertTrue(asked > 500, "asked: " + asked);
        assertEquals(List.of(), wrong.stream().limit(40).toList(), wrong.size() + " of " + asked);
    }

    /** Whatever prefix the mapping sets write identifiers with, people can. */
    @Test
    void theRegistersAreThoseOfTheMappingSets() throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> sets = Files.list(Path.of("data/links"))) {
            for (Path set : sets.toList()) {
                Files.readString(set)
                        .lines()
                        .filter(line -> line.matches("#  [a-z-]+: http.*"))
                        .map(line -> line.substring(3).split(": ", 2))
                        .forEach(pair -> written.put(pair[0], pair[1]));
            }
        }
        assertTrue(written.size() > 10, written::toString);
        Map<String, String> registers = Registers.ALL.stream()
                .collect(Collectors.toMap(Registers.Register::prefix, Registers.Register::namespace));
        written.forEach((prefix, namespace) -> {
            if (!namespace.startsWith(Iris.BASE) && !Prefixes.ALL.containsKey(prefix)) {
                assertEquals(namespace, registers.get(prefix), prefix);
            }
        });
    }
}
