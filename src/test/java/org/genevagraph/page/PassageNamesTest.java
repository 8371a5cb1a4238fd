package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passages are called by the name of their document that a reader knows. */
class PassageNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Tunis Agenda for the Information Society,Tunis Agenda,'Tunis Agenda, para. 72(l)'",
        "Tunis Agenda for the Information Society,TA,'Tunis Agenda for the Information Society, para. 72(l)'",
        "Geneva Plan of Action,GPoA,'Geneva Plan of Action, para. 72(l)'",
        "TC39,TC,'TC, para. 72(l)'",
        "Compact of the Lake,The Compact,'The Compact, para. 72(l)'"
    })
    void anAbbreviationStandsForANameOnlyWhereThereIsNoOther(String name, String other, String expected) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node document = Iris.thing("document", "d");
        Node passage = NodeFactory.createURI(Iris.BASE + "id/passage/d/72.l");
        graph.add(document, RDF.type.asNode(), GG.Document);
        graph.add(document, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(name, "en"));
        graph.add(document, SKOS.altLabel.asNode(), NodeFactory.createLiteralLang(other, "en"));
        graph.add(passage, GG.inDocument, document);
        graph.add(passage, GG.number, NodeFactory.createLiteralString("72.l"));
        assertEquals(expected, new PassageNames(graph).of(passage, Language.EN));
    }
}
