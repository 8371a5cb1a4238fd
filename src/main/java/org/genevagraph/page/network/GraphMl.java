package org.genevagraph.page.network;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;

/** The network as GraphML, for Gephi, yEd, Cytoscape and networkx. Its edges have no direction; {@code subject} tells which end a relation begins at. */
public final class GraphMl {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final List<String> NODE_KEYS = List.of("name", "acronym", "kind", "iri");
    private static final List<String> EDGE_KEYS =
            List.of("relation", "subject", "via", "standing", "certainty", "evidence");

    private final XMLStreamWriter xml;
    private final Labels labels;
    private final Language language;

    private GraphMl(XMLStreamWriter xml, NetworkPage page) {
        this.xml = xml;
        this.labels = page.files().labels();
        this.language = page.files().language();
    }

    /** The document. */
    public static String of(NetworkPage page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GraphMl(xml, page).write(page.files().network());
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.toString();
    }

    private void write(Network network) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        keys("node", NODE_KEYS);
        keys("edge", EDGE_KEYS);
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "geneva-graph");
        xml.writeAttribute("edgedefault", "undirected");
        for (Organisation organisation : network.organisations()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", Tie.slug(organisation.node()));
            data("node", values(organisation));
            xml.writeEndElement();
        }
        int number = 0;
        for (Tie tie : network.ties()) {
            xml.writeStartElement("edge");
            xml.writeAttribute("id", "e" + number++);
            xml.writeAttribute("source", Tie.slug(tie.source()));
            xml.writeAttribute("target", Tie.slug(tie.target()));
            data("edge", values(tie));
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    private void keys(String of, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", of + "-" + name);
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
    }

    private void data(String of, Map<String, String> values) throws XMLStreamException {
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getValue().isEmpty()) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", of + "-" + value.getKey());
                xml.writeCharacters(value.getValue());
                xml.writeEndElement();
            }
        }
    }

    private Map<String, String> values(Organisation organisation) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", labels.of(organisation.node(), language));
        values.put("acronym", organisation.acronym());
        values.put("kind", NetworkFilter.kindSlug(organisation.kind()));
        values.put("iri", organisation.node().getURI());
        return values;
    }

    private static Map<String, String> values(Tie tie) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("relation", tie.key());
        values.put("subject", tie.symmetric() ? "" : Tie.slug(tie.source()));
        values.put("via", tie.via().map(Node::getURI).orElse(""));
        values.put("standing", tie.standing());
        values.put("certainty", tie.certainty());
        values.put("evidence", tie.evidence().stream().map(Node::getURI).collect(Collectors.joining(" ")));
        return values;
    }
}
