package org.genevagraph.serve.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.page.Paths;
import org.genevagraph.page.dataset.Sitemap;
import org.genevagraph.serve.RealServer;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What others find from the address alone: the data set's description, every IRI, and the files that crawlers and browsers look for. */
class DiscoveryTest extends RealServer {
    private static final List<String> GRAPH_TYPES =
            List.of("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml");

    private static Snapshot snapshot() {
        return server.served().snapshot();
    }

    private static String own(String path) {
        return server.address() + path.replaceFirst("^/", "");
    }

    private static Graph parsed(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        return RDFParser.fromString(
                        response.body(),
                        RDFLanguages.contentTypeToLang(
                                header(response, "Content-Type").replaceFirst(";.*", "")))
                .toGraph();
    }

    private static Document xml(HttpResponse<String> response) throws Exception {
        assertEquals(200, response.statusCode(), response::body);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagNameNS("*", element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void theDescriptionIsTheSameAtEveryPlace() {
        Graph wellKnown = parsed(http.get("/.well-known/void"));
        for (String place : List.of("/", "/graph")) {
            for (String type : GRAPH_TYPES) {
                assertTrue(wellKnown.isIsomorphicWith(parsed(http.get(place, "Accept", type))), place + " as " + type);
            }
        }
        assertEquals(snapshot().catalogue().size(), wellKnown.size());
    }

    /** Clients read it before their first query: it tells what is where, and leaves numbers of parts to the other description. */
    @Test
    void theServiceIsDescribedInShort() {
        Graph wellKnown = parsed(http.get("/.well-known/void"));
        Graph service = parsed(http.get("/sparql", "Accept", "text/turtle"));
        for (String type : GRAPH_TYPES) {
            assertTrue(service.isIsomorphicWith(parsed(http.get("/sparql", "Accept", type))), type);
        }
        assertTrue(service.size() * 5 < wellKnown.size(), service.size() + " of " + wellKnown.size());
        Node endpoint = NodeFactory.createURI(Iris.BASE + "sparql");
        assertTrue(service.contains(endpoint, DatasetTerms.endpoint, NodeFactory.createURI(own("/sparql"))));
        assertTrue(service.contains(endpoint, RDFS.seeAlso.asNode(), NodeFactory.createURI(own("/.well-known/void"))));
        assertFalse(service.contains(endpoint, DatasetTerms.feature, DatasetTerms.FEDERATED));
        for (Node part :
                List.of(DatasetTerms.classPartition, DatasetTerms.propertyPartition, DatasetTerms.namedGraph)) {
            List<Node> parts = objects(wellKnown, Catalogue.DATASET, part);
            assertEquals(parts, objects(service, Catalogue.DATASET, part));
            parts.forEach(each -> assertTrue(service.contains(each, Node.ANY, Node.ANY), each::toString));
        }
        for (Node name : objects(service, Node.ANY, DatasetTerms.name)) {
            // The description does not count itself.
            assertTrue(
                    name.equals(Iris.graph(Catalogue.NAME)) || service.contains(name, DatasetTerms.triples, Node.ANY),
                    name::toString);
        }
        service.stream()
                .filter(triple -> !triple.getSubject().equals(endpoint))
                .forEach(triple -> assertTrue(wellKnown.contains(triple), triple::toString));
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    @Test
    void addressesAreTheServersOwnAndNamesAreNot() {
        Graph described = parsed(http.get("/.well-known/void"));
        assertTrue(described.contains(
                Catalogue.DATASET, DatasetTerms.dataDump, NodeFactory.createURI(own("/dump/geneva-graph.nq.gz"))));
        assertTrue(described.contains(
                Catalogue.DATASET, DatasetTerms.sparqlEndpoint, NodeFactory.createURI(own("/sparql"))));
        described.stream()
                .forEach(triple ->
                        assertFalse(triple.getSubject().getURI().startsWith(server.address()), triple::toString));
        assertTrue(described.contains(
                Catalogue.DATASET,
                DatasetTerms.version,
                NodeFactory.createLiteralString(snapshot().version())));
    }

    @Test
    void everyNumberIsWhatTheGraphsHold() {
        Graph catalogue = snapshot().catalogue();
        snapshot().triplesPerGraph().forEach((name, triples) -> {
            if (!name.equals(Catalogue.NAME)) {
                assertEquals(String.valueOf(triples), number(catalogue, Iris.graph(name), DatasetTerms.triples), name);
            }
        });
        Graph union = snapshot().dataset().getDefaultGraph();
        long partitions = catalogue.stream(Catalogue.DATASET, DatasetTerms.classPartition, Node.ANY)
                .peek(triple -> {
                    Node type = catalogue.stream(triple.getObject(), DatasetTerms.ofClass, Node.ANY)
                            .findFirst()
                            .orElseThrow()
                            .getObject();
                    long things = union.stream(Node.ANY, NodeFactory.createURI(RDF_TYPE), type)
                            .filter(typed -> !catalogue.contains(typed))
                            .count();
                    assertEquals(
                            String.valueOf(things),
                            number(catalogue, triple.getObject(), DatasetTerms.entities),
                            type.getURI());
                })
                .count();
        assertTrue(partitions > 40, "partitions: " + partitions);
    }

    private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private static String number(Graph graph, Node node, Node property) {
        return graph.stream(node, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("none");
    }

    @Test
    void everyGraphDereferencesWithWhatItHolds() {
        int graphs = 0;
        for (String name : snapshot().triplesPerGraph().keySet()) {
            Node node = Iris.graph(name);
            Graph held = snapshot().dataset().getGraph(node);
            Graph sent = parsed(http.get(Paths.of(node.getURI()), "Accept", "application/n-triples"));
            held.stream()
                    .forEach(triple ->
                            assertTrue(sent.contains(triple) || name.equals(Catalogue.NAME), triple::toString));
            for (Node property : List.of(DCTerms.title.asNode(), DCTerms.source.asNode(), DCTerms.modified.asNode())) {
                if (!property.equals(DCTerms.source.asNode())
                        || name.startsWith("statements-")
                        || name.startsWith("links-r")) {
                    assertTrue(sent.contains(node, property, Node.ANY), name + " " + property);
                }
            }
            assertTrue(
                    sent.contains(node, DCTerms.license.asNode(), Node.ANY)
                            || sent.contains(node, DCTerms.rights.asNode(), Node.ANY),
                    name);
            for (String language : List.of("en", "fr")) {
                HttpResponse<String> page =
                        http.get(Paths.of(node.getURI()), "Accept", "text/html", "Accept-Language", language);
                assertEquals(200, page.statusCode(), name);
                assertTrue(page.body().contains("<code>" + node.getURI() + "</code>"), name);
            }
            graphs++;
        }
        assertTrue(graphs > 50, "graphs: " + graphs);
        Graph turtle = parsed(http.get("/graph/statements-gcsp.ttl"));
        for (String ending : List.of("nt", "jsonld", "rdf")) {
            assertTrue(turtle.isIsomorphicWith(parsed(http.get("/graph/statements-gcsp." + ending))), ending);
        }
        assertTrue(
                problem(http.get("/graph/statement-gcsp"), 404).getString("fix").contains("statements-gcsp"));
        assertEquals(200, http.get("/graph/statements", "Accept", "text/html").statusCode());
    }

    @Test
    void everyIriOfTheGraphHasAnAddress() {
        Set<String> paths = new TreeSet<>();
        snapshot().dataset().stream()
                .flatMap(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
                .filter(node -> node.isURI() && !Quad.isDefaultGraph(node))
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Iris.BASE))
                .map(iri -> Paths.of(iri).replaceFirst("#.*", ""))
                // Files take long to write and have tests of their own.
                .filter(path -> !path.matches("/(graph|dump)/.*\\.[a-z.]+"))
                .forEach(paths::add);
        List<String> many = paths.stream()
                .filter(path -> path.matches("/id/(statement|passage|figure|amendment)/.*"))
                .toList();
        List<String> asked = Stream.concat(
                        paths.stream().filter(path -> !many.contains(path)),
                        many.stream().filter(path -> path.hashCode() % 40 == 0))
                .toList();
        List<String> silent = new ArrayList<>();
        for (String path : asked) {
            int status =
                    http.get(path, "Accept", "application/n-triples, */*;q=0.1").statusCode();
            if (status != 200 && status != 301 && status != 302 && status != 303) {
                silent.add(path + " " + status);
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(asked.size() > 1000, "asked: " + asked.size());
    }

    @Test
    void everyListIsToBeHadAsPageRowsAndGraph() {
        JsonObject kinds = JSON.parse(http.get("/id.json").body());
        List<String> paths = kinds.getObj("results").get("bindings").getAsArray().stream()
                .map(row -> row.getAsObject().getObj("kind").getString("value"))
                .filter(kind -> !kind.equals("statement") && !kind.equals("passage"))
                .map(kind -> "/id/" + kind)
                .collect(Collectors.toList());
        assertTrue(paths.size() > 8, paths::toString);
        paths.addAll(List.of("/id/scheme", "/id/rule", "/id/query"));
        for (String path : paths) {
            List<String> rows = http.get(path + ".csv").body().lines().toList();
            assertEquals(
                    "thing,thingLabel,acronym,kind,kindLabel,description,basket,basketLabel,objective,objectiveLabel,coverage,coverageLabel,status,statusLabel,place,placeLabel,country,countryLabel",
                    rows.get(0),
                    path);
            Graph graph = parsed(http.get(path, "Accept", "text/turtle"));
            long members = graph.stream(
                            Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/hydra/core#member"), Node.ANY)
                    .count();
            JsonObject json =
                    JSON.parse(http.get(path, "Accept", "application/json").body());
            int bindings = json.getObj("results").get("bindings").getAsArray().size();
            assertEquals(bindings, members, path);
            assertTrue(bindings > 0, path);
            assertEquals(200, http.get(path, "Accept", "text/html").statusCode(), path);
            assertEquals(header(http.get(path + ".csv"), "ETag"), header(http.get(path + "?format=csv"), "ETag"), path);
        }
        assertTrue(http.get("/id/organisation.csv")
                .body()
                .contains("https://w3id.org/geneva-graph/id/organisation/gcsp,"));
        problem(http.get("/id/organisatio.csv"), 404);
        assertTrue(problem(http.get("/id/organisation?format=xls"), 406)
                .getString("fix")
                .contains("csv"));
    }

    @Test
    void theShapesAreServed() {
        Graph shapes = parsed(http.get("/shapes", "Accept", "text/turtle"));
        assertTrue(shapes.isIsomorphicWith(snapshot().shapes()));
        assertTrue(shapes.isIsomorphicWith(parsed(http.get("/shapes.jsonld"))));
        String page = http.get("/shapes", "Accept", "text/html").body();
        List<String> missing = shapes.stream(
                        Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/shacl#message"), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .filter(message -> !page.contains(message.replace("&", "&amp;").replace("<", "&lt;")))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void crawlersGetAllPagesWorthAVisit() throws Exception {
        String robots = http.get("/robots.txt").body();
        assertTrue(robots.contains("Sitemap: " + own("/sitemap.xml")), robots);
        List<String> pages = texts(xml(http.get("/sitemap.xml")), "loc");
        assertTrue(pages.size() > 2000, "pages: " + pages.size());
        assertTrue(pages.size() < Sitemap.MOST, "the index is tested below");
        assertEquals(pages.size(), Set.copyOf(pages).size());
        List<String> dead = new ArrayList<>();
        for (int i = 0; i < pages.size(); i += 1 + i / 100) {
            String path = pages.get(i).substring(server.address().length() - 1);
            // The answers of queries have tests of their own.
            if (!path.startsWith("/queries/")
                    && http.get(path, "Accept", "text/html").statusCode() != 200) {
                dead.add(path);
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(texts(xml(http.get("/sitemap.xml")), "lastmod").stream()
                .allMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d")));
        problem(http.get("/sitemap.xml?part=2"), 404);
        problem(http.get("/sitemap.xml?part=x"), 404);
    }

    @Test
    void aSitemapOfManyPagesComesInParts() {
        List<Sitemap.Page> pages = Stream.iterate(0, i -> i + 1)
                .limit(7)
                .map(i -> new Sitemap.Page("/" + i, ""))
                .toList();
        Sitemap sitemap = new Sitemap(pages);
        assertEquals(3, sitemap.parts(3));
        assertEquals(
                pages,
                Stream.of(1, 2, 3).flatMap(i -> sitemap.part(i, 3).stream()).toList());
        assertEquals(List.of(), sitemap.part(4, 3));
    }

    @Test
    void browsersAndModelsFindTheirFiles() throws Exception {
        Document search = xml(http.get("/opensearch.xml"));
        assertTrue(texts(search, "ShortName").get(0).length() <= 16);
        NodeList urls = search.getElementsByTagNameNS("*", "Url");
        String template = urls.item(0).getAttributes().getNamedItem("template").getNodeValue();
        assertEquals(
                200,
                http.get(template.substring(server.address().length() - 1).replace("{searchTerms}", "gcsp"))
                        .statusCode());
        HttpResponse<String> home = http.get("/", "Accept", "text/html");
        assertTrue(home.body().contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\""));
        assertEquals("image/x-icon", header(http.get("/favicon.ico"), "Content-Type"));
        HttpResponse<String> llms = http.get("/llms.txt");
        assertTrue(llms.body().startsWith("# Geneva Graph\n\n> "), llms.body());
        Matcher links = Pattern.compile("\\]\\(" + Pattern.quote(server.address()) + "([^)]*)\\)")
                .matcher(llms.body());
        int found = 0;
        while (links.find()) {
            found++;
            if (!links.group(1).equals("mcp")) {
                assertEquals(200, http.get("/" + links.group(1)).statusCode(), links.group(1));
            }
        }
        assertTrue(found > 40, "links: " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void searchEnginesAreToldOfTheDatasetAndItsSearch(String language) {
        String page = http.get("/?lang=" + language, "Accept", "text/html").body();
        Matcher script = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page);
        assertTrue(script.find());
        JsonArray graph = JSON.parse(script.group(1)).get("@graph").getAsArray();
        JsonObject dataset = graph.get(0).getAsObject();
        assertEquals("Dataset", dataset.getString("@type"));
        assertEquals(Iris.BASE, dataset.getString("@id"));
        assertTrue(dataset.getString("description").length() >= 50);
        assertEquals("https://creativecommons.org/publicdomain/zero/1.0/", dataset.getString("license"));
        assertEquals(snapshot().version(), dataset.getString("version"));
        assertEquals(5, dataset.get("distribution").getAsArray().size());
        dataset.get("distribution")
                .getAsArray()
                .forEach(file -> assertTrue(
                        file.getAsObject().getString("contentUrl").startsWith(own("/dump/geneva-graph.")),
                        file::toString));
        JsonObject search = graph.get(1).getAsObject().getObj("potentialAction");
        assertEquals("SearchAction", search.getString("@type"));
        String template = search.getObj("target").getString("urlTemplate");
        assertEquals(
                200,
                http.get(template.substring(server.address().length() - 1).replace("{search_term_string}", "gcsp"))
                        .statusCode());
    }
}
