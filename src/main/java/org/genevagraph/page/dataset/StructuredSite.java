package org.genevagraph.page.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Iris;

/** The data set and the site with its search in the terms of schema.org, as JSON-LD for search engines: what the catalogue says. */
public final class StructuredSite {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final FactGraph catalogue;
    private final String address;
    private final Language language;

    private StructuredSite(FactGraph catalogue, String address, Language language) {
        this.catalogue = catalogue;
        this.address = address;
        this.language = language;
    }

    /**
     * The JSON-LD; safe inside a script element, since no angle bracket is left in it.
     *
     * @param catalogue the description of the data set
     * @param address where the server is reached, without a slash at the end
     * @param language the language of titles and descriptions
     */
    public static String of(Graph catalogue, String address, Language language) {
        StructuredSite site = new StructuredSite(new FactGraph(catalogue), address, language);
        JsonObject json = new JsonObject();
        json.put("@context", "https://schema.org");
        json.put("@graph", array(Stream.of(site.dataset(), site.site())));
        return json.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private JsonObject dataset() {
        Node dataset = Catalogue.DATASET;
        JsonObject json = new JsonObject();
        json.put("@id", dataset.getURI());
        json.put("@type", "Dataset");
        json.put("url", address + "/");
        one(dataset, DCTerms.title.asNode()).ifPresent(title -> json.put("name", title));
        one(dataset, DCTerms.description.asNode()).ifPresent(text -> json.put("description", text));
        List<String> keywords = texts(dataset, DatasetTerms.keyword).toList();
        if (!keywords.isEmpty()) {
            json.put("keywords", array(keywords.stream().map(JsonString::new)));
        }
        first(dataset, DCTerms.license.asNode()).ifPresent(licence -> json.put("license", licence.getURI()));
        first(dataset, DCTerms.issued.asNode())
                .ifPresent(day -> json.put("datePublished", day.getLiteralLexicalForm()));
        first(dataset, DCTerms.modified.asNode())
                .ifPresent(day -> json.put("dateModified", day.getLiteralLexicalForm()));
        first(dataset, DatasetTerms.version).ifPresent(version -> json.put("version", version.getLiteralLexicalForm()));
        first(dataset, DCTerms.publisher.asNode()).ifPresent(publisher -> {
            JsonObject maker = new JsonObject();
            maker.put("@id", publisher.getURI());
            maker.put("@type", "Organization");
            one(publisher, FOAF.name.asNode()).ifPresent(name -> maker.put("name", name));
            json.put("publisher", maker);
            json.put("creator", maker);
        });
        first(dataset, DCTerms.spatial.asNode()).ifPresent(place -> json.put("spatialCoverage", reference(place)));
        json.put("isAccessibleForFree", new JsonBoolean(true));
        json.put("inLanguage", array(Stream.of(Language.values()).map(tongue -> new JsonString(tongue.tag()))));
        List<JsonValue> files = catalogue.all(dataset, DatasetTerms.distribution).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(this::download)
                .toList();
        if (!files.isEmpty()) {
            json.put("distribution", array(files.stream()));
        }
        return json;
    }

    private JsonValue download(Node file) {
        JsonObject json = new JsonObject();
        json.put("@type", "DataDownload");
        one(file, DCTerms.title.asNode()).ifPresent(title -> json.put("name", title));
        first(file, DatasetTerms.mediaType)
                .ifPresent(type -> json.put("encodingFormat", type.getURI().substring(MEDIA_TYPES.length())));
        first(file, DatasetTerms.downloadURL).ifPresent(url -> json.put("contentUrl", at(url)));
        return json;
    }

    private JsonObject site() {
        JsonObject json = new JsonObject();
        json.put("@id", Iris.BASE + "#site");
        json.put("@type", "WebSite");
        json.put("name", "Geneva Graph");
        json.put("url", address + "/");
        json.put("about", reference(Catalogue.DATASET));
        JsonObject target = new JsonObject();
        target.put("@type", "EntryPoint");
        target.put("urlTemplate", address + "/search?q={search_term_string}");
        JsonObject search = new JsonObject();
        search.put("@type", "SearchAction");
        search.put("name", Messages.text(language, "site.search"));
        search.put("target", target);
        search.put("query-input", "required name=search_term_string");
        json.put("potentialAction", search);
        return json;
    }

    private String at(Node url) {
        String iri = url.getURI();
        return iri.startsWith(Iris.BASE) ? address + "/" + iri.substring(Iris.BASE.length()) : iri;
    }

    private static JsonObject reference(Node node) {
        JsonObject json = new JsonObject();
        json.put("@id", node.getURI());
        return json;
    }

    private Optional<Node> first(Node node, Node property) {
        return catalogue.one(node, property);
    }

    private Optional<String> one(Node node, Node property) {
        return texts(node, property).findFirst();
    }

    /** The texts in the language of the page. */
    private Stream<String> texts(Node node, Node property) {
        Function<Triple, Node> object = Triple::getObject;
        return catalogue.graph().stream(node, property, Node.ANY)
                .map(object)
                .filter(text -> text.getLiteralLanguage().equals(language.tag()))
                .map(Node::getLiteralLexicalForm)
                .sorted();
    }

    private static JsonArray array(Stream<? extends JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
