package org.genevagraph.page.dataset;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.snapshot.catalogue.Catalogue;

/** What a language model reads first, in the form of {@code llms.txt}: what this is, and links to what can be asked. */
public final class LlmsText {
    private LlmsText() {}

    /**
     * The text, in Markdown.
     *
     * @param catalogue the description of the data set
     * @param words the graph in English
     * @param queries the canned queries
     * @param address where the server is reached, without a slash at the end
     */
    public static String of(Graph catalogue, Wording words, QueryCatalogue queries, String address) {
        StringBuilder text = new StringBuilder("# Geneva Graph\n\n> ");
        text.append(catalogue.stream(Catalogue.DATASET, DCTerms.description.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .filter(node -> node.getLiteralLanguage()
                                .equals(words.language().tag()))
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse("Who does what in Geneva's digital governance."))
                .append("\n\n")
                .append("""
                        Cite the passages: rows that state a fact name them in `evidence`. A fact's standing says how sure it is: stated, arguable,
                        editorial, outside or derived. An empty answer says in `X-Answer-Note` what the sources are silent about. The facts are CC0.

                        ## Ask

                        """);
        line(text, "MCP", address + "/mcp", "every question below as a tool, with name lookup and bounded SPARQL");
        line(
                text,
                "SPARQL",
                address + "/sparql",
                "SPARQL 1.1 queries by GET or POST; the default graph is the union of all");
        line(text, "OpenAPI", address + "/openapi.json", "the questions and their parameters");
        line(
                text,
                "Search",
                address + "/search?q=gcsp",
                "things by name, acronym or words; JSON with Accept: application/json");
        text.append("\n## Questions\n\n");
        for (QueryFile query : queries.all()) {
            line(text, query.name(), address + "/queries/" + query.name() + ".csv" + example(query), query.summary());
        }
        text.append("\n## Things\n\n");
        for (KindPage.Count kind : KindPage.counts(words)) {
            if (!kind.kind().equals("statement") && !kind.kind().equals("passage")) {
                line(text, kind.type().name(), address + "/id/" + kind.kind() + ".csv", kind.things() + " of them");
            }
        }
        text.append("\n## About\n\n");
        line(text, "How to read a fact", address + "/docs/facts", "statements, evidence, standings");
        line(text, "Ontology", address + "/ontology.ttl", "every class, relation and property");
        line(text, "Shapes", address + "/shapes.ttl", "what the graph is checked for");
        line(text, "Data set", address + "/.well-known/void", "VoID and DCAT: versions, licences, graphs, files");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String url, String about) {
        text.append("- [")
                .append(name)
                .append("](")
                .append(url)
                .append("): ")
                .append(about)
                .append('\n');
    }

    /** The parameters that a query cannot be asked without, with the examples of its header. */
    private static String example(QueryFile query) {
        StringBuilder parameters = new StringBuilder();
        for (Parameter parameter : query.parameters()) {
            if (parameter.required()) {
                parameters
                        .append(parameters.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append('=')
                        .append(org.genevagraph.page.Paths.encoded(parameter.example()));
            }
        }
        return parameters.toString();
    }
}
