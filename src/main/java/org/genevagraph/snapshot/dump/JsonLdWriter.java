package org.genevagraph.snapshot.dump;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes named graphs as JSON-LD in expanded form, a line each subject. The libraries' own writers hold the whole document in memory and
 * keep no order.
 */
final class JsonLdWriter {
    private static final String ID = "@id";
    private static final String GRAPH = "@graph";

    private JsonLdWriter() {}

    static void write(DatasetGraph dataset, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        JsonWriter json = new JsonWriter(text);
        json.setHtmlSafe(false);
        json.beginArray();
        for (Node name : DumpFormat.graphs(dataset)) {
            json.beginObject();
            json.name(ID).value(name.getURI()).name(GRAPH).beginArray();
            List<Triple> triples = DumpFormat.sorted(dataset.getGraph(name));
            for (int begin = 0; begin < triples.size(); ) {
                int end = begin + 1;
                while (end < triples.size()
                        && triples.get(end)
                                .getSubject()
                                .equals(triples.get(begin).getSubject())) {
                    end++;
                }
                text.write('\n');
                subject(triples.subList(begin, end), json);
                begin = end;
            }
            json.endArray().endObject();
        }
        json.endArray();
        json.flush();
        text.write('\n');
        text.flush();
    }

    private static void subject(List<Triple> triples, JsonWriter json) throws IOException {
        json.beginObject().name(ID).value(triples.get(0).getSubject().getURI());
        Node property = null;
        for (Triple triple : triples) {
            boolean type = triple.getPredicate().equals(RDF.type.asNode());
            if (!triple.getPredicate().equals(property)) {
                if (property != null) {
                    json.endArray();
                }
                property = triple.getPredicate();
                json.name(type ? "@type" : property.getURI()).beginArray();
            }
            if (type) {
                json.value(triple.getObject().getURI());
            } else {
                value(triple.getObject(), json);
            }
        }
        json.endArray().endObject();
    }

    private static void value(Node value, JsonWriter json) throws IOException {
        json.beginObject();
        if (value.isURI()) {
            json.name(ID).value(value.getURI());
        } else {
            json.name("@value").value(value.getLiteralLexicalForm());
            if (!value.getLiteralLanguage().isEmpty()) {
                json.name("@language").value(value.getLiteralLanguage());
            } else if (!value.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                json.name("@type").value(value.getLiteralDatatypeURI());
            }
        }
        json.endObject();
    }
}
