package org.genevagraph.vocabulary;

import java.util.Map;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** The prefixes that files, answers and pages of the project use. */
public final class Prefixes {
    /** Prefix to namespace. */
    public static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("gg", GG.NS),
            Map.entry("id", Iris.BASE + "id/"),
            Map.entry("graph", Iris.BASE + "graph/"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("eli", "http://data.europa.eu/eli/ontology#"),
            Map.entry("undo", "https://w3id.org/un/ontology/undo/"),
            Map.entry("oa", "http://www.w3.org/ns/oa#"),
            Map.entry("sssom", "https://w3id.org/sssom/"),
            Map.entry("semapv", "https://w3id.org/semapv/vocab/"),
            Map.entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("void", "http://rdfs.org/ns/void#"),
            Map.entry("void-ext", "http://ldf.fi/void-ext#"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"));

    private Prefixes() {}

    /** The same as Jena's own kind of map. */
    public static PrefixMap map() {
        PrefixMap map = PrefixMapFactory.create();
        ALL.forEach(map::add);
        return map;
    }
}
