package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a reader writes a compound as one word, with a hyphen or as two makes no difference: the same is found, in the same order. */
class CompoundsTest extends SearchDoor {
    private static final Pattern HYPHENATED =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(\\p{L}+)-(\\p{L}+)(?![\\p{L}\\p{N}-])");

    private static List<String> hits(String asked) {
        return things(found(http, path(asked)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multi-stakeholder",
                "cyber-security",
                "cyber-sécurité",
                "e-waste",
                "data-base",
                "data-bases",
                "e-health",
                "multi-partite",
                "multi-stakeholder participation",
                "visio-conférence"
            })
    void aCompoundIsOneWordHoweverItIsWritten(String hyphenated) {
        List<String> hits = hits(hyphenated);
        assertFalse(hits.isEmpty(), hyphenated);
        assertEquals(hits, hits(hyphenated.replace("-", "")), hyphenated.replace("-", ""));
        assertEquals(hits, hits(hyphenated.replace("-", " ")), hyphenated.replace("-", " "));
    }

    /** So with everything that names have with a hyphen. */
    @Test
    void hyphensOfNamesMakeNoDifference() {
        String names = http.sparql("""
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        SELECT DISTINCT ?name WHERE { ?issue a gg:PolicyIssue ; skos:prefLabel|skos:altLabel ?name FILTER CONTAINS(?name, "-") }
                        """, "Accept", "text/csv").body();
        Set<String> compounds = HYPHENATED
                .matcher(names)
                .results()
                .map(MatchResult::group)
                .map(String::toLowerCase)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(compounds.size() > 10, compounds::toString);
        // What is a whole name as it is typed leads to the thing that bears it.
        Set<String> whole = names.lines().map(String::toLowerCase).collect(Collectors.toSet());
        List<String> differ = compounds.stream()
                .filter(compound -> !whole.contains(compound))
                .flatMap(compound -> {
                    List<String> hits = hits(compound);
                    return Stream.of(compound.replace("-", ""), compound.replace("-", " "))
                            .filter(other -> !hits(other).equals(hits))
                            .map(other ->
                                    compound + " " + hits.stream().limit(3).toList() + " " + other + " "
                                            + hits(other).stream().limit(3).toList());
                })
                .toList();
        assertEquals(List.of(), differ);
    }
}
