package org.genevagraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of VoID, DCAT and the SPARQL service description that the catalogue of the data set is written in. */
public final class DatasetTerms {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String VOID_EXT = "http://ldf.fi/void-ext#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    public static final Node DATASET = node(VOID, "Dataset");
    public static final Node LINKSET = node(VOID, "Linkset");
    public static final Node triples = node(VOID, "triples");
    public static final Node entities = node(VOID, "entities");
    public static final Node classes = node(VOID, "classes");
    public static final Node properties = node(VOID, "properties");
    public static final Node distinctSubjects = node(VOID, "distinctSubjects");
    public static final Node distinctObjects = node(VOID, "distinctObjects");
    public static final Node classPartition = node(VOID, "classPartition");
    public static final Node propertyPartition = node(VOID, "propertyPartition");
    public static final Node datatypePartition = node(VOID_EXT, "datatypePartition");
    public static final Node ofClass = node(VOID, "class");
    public static final Node ofProperty = node(VOID, "property");
    public static final Node ofDatatype = node(VOID_EXT, "datatype");
    public static final Node subset = node(VOID, "subset");
    public static final Node dataDump = node(VOID, "dataDump");
    public static final Node sparqlEndpoint = node(VOID, "sparqlEndpoint");
    public static final Node inDataset = node(VOID, "inDataset");
    public static final Node openSearchDescription = node(VOID, "openSearchDescription");
    public static final Node uriSpace = node(VOID, "uriSpace");
    public static final Node linkPredicate = node(VOID, "linkPredicate");
    public static final Node subjectsTarget = node(VOID, "subjectsTarget");
    public static final Node objectsTarget = node(VOID, "objectsTarget");

    public static final Node CATALOGUED = node(DCAT, "Dataset");
    public static final Node SERIES = node(DCAT, "DatasetSeries");
    public static final Node DISTRIBUTION = node(DCAT, "Distribution");
    public static final Node dataset = node(DCAT, "dataset");
    public static final Node inSeries = node(DCAT, "inSeries");
    public static final Node seriesMember = node(DCAT, "seriesMember");
    public static final Node version = node(DCAT, "version");
    public static final Node distribution = node(DCAT, "distribution");
    public static final Node mediaType = node(DCAT, "mediaType");
    public static final Node compressFormat = node(DCAT, "compressFormat");
    public static final Node byteSize = node(DCAT, "byteSize");
    public static final Node downloadURL = node(DCAT, "downloadURL");
    public static final Node accessURL = node(DCAT, "accessURL");
    public static final Node accessService = node(DCAT, "accessService");
    public static final Node landingPage = node(DCAT, "landingPage");
    public static final Node endpointURL = node(DCAT, "endpointURL");
    public static final Node endpointDescription = node(DCAT, "endpointDescription");
    public static final Node keyword = node(DCAT, "keyword");

    public static final Node NAMED_GRAPH = node(SD, "NamedGraph");
    public static final Node GRAPH = node(SD, "Graph");
    public static final Node endpoint = node(SD, "endpoint");
    public static final Node namedGraph = node(SD, "namedGraph");
    public static final Node name = node(SD, "name");
    public static final Node graph = node(SD, "graph");
    public static final Node feature = node(SD, "feature");

    /** What a service has that lets queries call others. */
    public static final Node FEDERATED = node(SD, "BasicFederatedQuery");

    private DatasetTerms() {}

    private static Node node(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
