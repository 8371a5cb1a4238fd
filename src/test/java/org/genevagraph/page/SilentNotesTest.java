package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.page.facts.Headings;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.ThingReader;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What the page of an organisation says no source names, no source names: not for its units and initiatives either. */
class SilentNotesTest {
    private static final int LEAST = 100;

    /** What each note is about. */
    private static final Map<String, String> NOTES = Map.of(
            "thing.silent.partners", "gg:partnerOf",
            "thing.silent.place", "gg:basedIn",
            "thing.silent.issues", "gg:addresses",
            "thing.silent.website", "foaf:homepage");

    @Test
    void noNoteSaysNoneWhereAFactIsThere() throws Exception {
        Snapshot snapshot = Mini.realSnapshot();
        Graph graph = snapshot.dataset().getDefaultGraph();
        ThingReader reader = ThingReader.of(
                snapshot, new Wording(new FactGraph(graph), Labels.of(snapshot), Headings.of(snapshot), Language.EN));
        List<String> wrong = new ArrayList<>();
        List<Node> organisations = graph.stream(Node.ANY, RDF.type.asNode(), GG.Organisation)
                .map(Triple::getSubject)
                .distinct()
                .toList();
        assertTrue(organisations.size() > LEAST, "organisations: " + organisations.size());
        Set<String> notes = new HashSet<>();
        for (Map.Entry<String, String> note : NOTES.entrySet()) {
            Set<Node> told = having(note.getValue());
            for (Node organisation : organisations) {
                ThingPage page = reader.page(
                        organisation, Iris.parse(organisation.getURI()).orElseThrow());
                notes.addAll(page.sources().silent());
                if (told.contains(organisation) && page.sources().silent().contains(note.getKey())) {
                    wrong.add(organisation + " " + note.getKey());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(NOTES.keySet().containsAll(notes), "notes that nobody checks: " + notes);
    }

    /** The organisations for which, or for whose units and initiatives, a property is there. */
    private static Set<Node> having(String property) throws Exception {
        Result.Rows rows = (Result.Rows) GuardedQuery.parse("""
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                        PREFIX standing: <https://w3id.org/geneva-graph/id/scheme/standing/>
                        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                        SELECT DISTINCT ?organisation {
                          ?organisation a gg:Organisation ; ^gg:partOf* ?unit .
                          { ?unit %1$s ?told FILTER NOT EXISTS { ?outside rdf:subject ?unit ; rdf:object ?told ; gg:standing standing:outside } } UNION {
                            ?unit gg:runs|gg:coConvenes|gg:coLeads|gg:hosts|gg:partnersIn|gg:memberOf|gg:presents ?initiative .
                            ?initiative a gg:Initiative ; %1$s ?told }
                        }""".formatted(property), Limits.STANDARD)
                .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        return new HashSet<>(
                rows.rows().stream().map(row -> row.get("organisation")).toList());
    }
}
