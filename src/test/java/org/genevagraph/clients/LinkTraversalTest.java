package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.Mini;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client that follows links: it reads an organisation's own RDF, goes on to what matches a pattern of its question at the place of a variable, and
 * stops when there is nothing more to follow. It has to end soon, with the whole answer, and must not be led through the whole graph.
 */
class LinkTraversalTest extends RealServer {
    /** Links that such clients follow whatever is asked. */
    private static final Set<String> ALWAYS = Set.of(
            RDFS.seeAlso.getURI(),
            "http://www.w3.org/2002/07/owl#sameAs",
            "http://xmlns.com/foaf/0.1/isPrimaryTopicOf");

    private static final Node PARTNER_OF = NodeFactory.createURI(GG.NS + "partnerOf");
    private static final Var PARTNER = Var.alloc("partner");
    private static final Var NAME = Var.alloc("name");

    /** More than that no client should have to ask for the partners of one organisation. */
    private static final int MOST = 60;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What was read, by which requests. */
    private static final class Walk {
        final Graph read = GraphFactory.createDefaultGraph();
        final Set<String> requested = new HashSet<>();

        static Walk from(Node seed, List<Triple> patterns) throws IOException, InterruptedException {
            Walk walk = new Walk();
            Deque<String> open = new ArrayDeque<>(List.of(seed.getURI()));
            while (!open.isEmpty() && walk.requested.size() <= MOST) {
                String document = open.pop().replaceFirst("#.*", "");
                if (document.startsWith(Iris.BASE) && walk.requested.add(document)) {
                    get(document).stream().forEach(triple -> {
                        walk.read.add(triple);
                        follow(triple, patterns, open);
                    });
                }
            }
            return walk;
        }

        private static void follow(Triple triple, List<Triple> patterns, Deque<String> open) {
            if (ALWAYS.contains(triple.getPredicate().getURI())
                    && triple.getObject().isURI()) {
                open.add(triple.getObject().getURI());
            }
            for (Triple pattern : patterns) {
                if (matches(pattern.getSubject(), triple.getSubject())
                        && matches(pattern.getPredicate(), triple.getPredicate())
                        && matches(pattern.getObject(), triple.getObject())) {
                    add(pattern.getSubject(), triple.getSubject(), open);
                    add(pattern.getObject(), triple.getObject(), open);
                }
            }
        }

        private static void add(Node pattern, Node node, Deque<String> open) {
            if (pattern.isVariable() && node.isURI()) {
                open.add(node.getURI());
            }
        }

        private static boolean matches(Node pattern, Node node) {
            return pattern.isVariable() || pattern.equals(node);
        }
    }

    private static Graph get(String document) throws IOException, InterruptedException {
        HttpResponse<String> page = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + document.substring(Iris.BASE.length())))
                        .header("Accept", "application/n-triples")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), document);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(page.body(), Lang.NTRIPLES).parse(graph);
        return graph;
    }

    static Stream<Node> organisationsWithAProfile() {
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        return Stream.of("gcsp", "cyberpeace-institute", "diplofoundation", "ecma-international", "cstd", "itu")
                .map(slug -> NodeFactory.createURI(Iris.BASE + "id/organisation/" + slug))
                .filter(thing -> graph.contains(thing, RDF.type.asNode(), GG.Organisation));
    }

    @Test
    void thereAreOrganisations() {
        assertTrue(organisationsWithAProfile().count() >= 4);
    }

    @ParameterizedTest
    @MethodSource("organisationsWithAProfile")
    void endsSoonWithTheNamesOfAllPartners(Node organisation) throws IOException, InterruptedException {
        Walk walk = Walk.from(
                organisation,
                List.of(
                        Triple.create(organisation, PARTNER_OF, PARTNER),
                        Triple.create(PARTNER, RDFS.label.asNode(), NAME)));
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        List<Node> partners = graph.stream(organisation, PARTNER_OF, Node.ANY)
                .map(Triple::getObject)
                .toList();
        // Itself and each partner: neither statements, nor what only a name is told of.
        assertEquals(1 + Set.copyOf(partners).size(), walk.requested.size(), () -> walk.requested.toString());
        for (Node partner : partners) {
            assertTrue(walk.read.contains(partner, RDFS.label.asNode(), Node.ANY), partner::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("organisationsWithAProfile")
    void isLedNowhereWhereNothingMatches(Node organisation) throws IOException, InterruptedException {
        Walk walk = Walk.from(organisation, List.of());
        assertEquals(Set.of(organisation.getURI()), walk.requested);
    }
}
