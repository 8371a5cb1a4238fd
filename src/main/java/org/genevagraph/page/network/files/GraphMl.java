package org.genevagraph.page.network.files;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.genevagraph.page.network.NetworkPage;

/**
 * The network as GraphML, for Gephi, yEd, Cytoscape, igraph and networkx. Its edges have directions if one of the relations has; those that have
 * none are then there both ways, since most readers refuse or overlook an edge that is unlike the others of its graph.
 */
public final class GraphMl {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final XMLStreamWriter xml;

    private GraphMl(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document. */
    public static String of(NetworkPage page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GraphMl(xml).write(Elements.of(page));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.toString();
    }

    private void write(Elements elements) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        keys("node", elements.nodes().stream().map(Elements.Vertex::data));
        keys("edge", elements.edges().stream().map(Elements.Edge::data));
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "geneva-graph");
        xml.writeAttribute("edgedefault", elements.directed() ? "directed" : "undirected");
        for (Elements.Vertex node : elements.nodes()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", node.id());
            data("node", node.data());
            xml.writeEndElement();
        }
        for (Elements.Edge edge : elements.uniform()) {
            xml.writeStartElement("edge");
            xml.writeAttribute("id", edge.id());
            xml.writeAttribute("source", edge.source());
            xml.writeAttribute("target", edge.target());
            data("edge", edge.data());
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    private void keys(String of, Stream<Map<String, Object>> all) throws XMLStreamException {
        Map<String, String> types = new LinkedHashMap<>();
        all.forEach(data -> data.forEach((name, value) -> types.put(name, type(value))));
        for (Map.Entry<String, String> key : types.entrySet()) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", of + "-" + key.getKey());
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", key.getKey());
            xml.writeAttribute("attr.type", key.getValue());
        }
    }

    private static String type(Object value) {
        return value instanceof Integer ? "int" : value instanceof Boolean ? "boolean" : "string";
    }

    private void data(String of, Map<String, Object> data) throws XMLStreamException {
        for (Map.Entry<String, Object> value : data.entrySet()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", of + "-" + value.getKey());
            xml.writeCharacters(value.getValue().toString());
            xml.writeEndElement();
        }
    }
}
