package org.genevagraph.page.network.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.network.Network;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.network.NetworkPage;
import org.genevagraph.page.network.Organisation;
import org.genevagraph.page.network.Tie;

/**
 * A network as nodes and edges with attributes, as programs that draw and analyse graphs want it. An attribute that a node or an edge does not have is
 * left out.
 *
 * @param nodes the organisations
 * @param edges the ties, each once
 */
record Elements(List<Vertex> nodes, List<Edge> edges) {
    /**
     * An organisation.
     *
     * @param id its slug
     * @param data its attributes by name: text, whole numbers, truth values
     */
    record Vertex(String id, Map<String, Object> data) {}

    /**
     * A tie.
     *
     * @param id what it says, the same in every version of the graph
     * @param source the id of the node at which it begins
     * @param target the id of the node at which it ends
     * @param directed whether it differs from its reverse
     * @param data its attributes by name: text, whole numbers, truth values
     */
    record Edge(String id, String source, String target, boolean directed, Map<String, Object> data) {
        private Edge reversed() {
            return new Edge(id + "/reversed", target, source, directed, data);
        }
    }

    static Elements of(NetworkPage page) {
        Labels labels = page.files().labels();
        Language language = page.files().language();
        Network network = page.files().network();
        return new Elements(
                network.organisations().stream()
                        .map(one -> vertex(one, labels, language))
                        .toList(),
                network.ties().stream().map(tie -> edge(tie, labels, language)).toList());
    }

    /** Whether an edge has a direction. */
    boolean directed() {
        return edges.stream().anyMatch(Edge::directed);
    }

    /**
     * The edges for programs to which a whole graph either has directions or has none, as networkx and igraph are: where some edges have one,
     * each of the others is there in both.
     */
    List<Edge> uniform() {
        if (!directed()) {
            return edges;
        }
        List<Edge> uniform = new ArrayList<>();
        for (Edge edge : edges) {
            uniform.add(edge);
            if (!edge.directed()) {
                uniform.add(edge.reversed());
            }
        }
        return uniform;
    }

    private static Vertex vertex(Organisation organisation, Labels labels, Language language) {
        Map<String, Object> data = new LinkedHashMap<>();
        String name = labels.of(organisation.node(), language);
        data.put("label", organisation.acronym().isEmpty() ? name : organisation.acronym());
        data.put("name", name);
        put(data, "acronym", organisation.acronym());
        data.put("iri", organisation.node().getURI());
        if (organisation.kind().isURI()) {
            data.put("kind", NetworkFilter.kindSlug(organisation.kind()));
            data.put("kindName", labels.of(organisation.kind(), language));
        }
        data.put("profiled", organisation.profiled());
        return new Vertex(Tie.slug(organisation.node()), data);
    }

    private static Edge edge(Tie tie, Labels labels, Language language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("label", labels.of(tie.relation(), language));
        data.put("relation", tie.key());
        data.put("iri", tie.relation().getURI());
        data.put("symmetric", tie.symmetric());
        tie.via().ifPresent(via -> {
            data.put("via", via.getURI());
            data.put("viaName", labels.of(via, language));
        });
        data.put("standing", tie.standing());
        put(data, "certainty", tie.certainty());
        put(data, "from", tie.from());
        put(data, "until", tie.until());
        put(data, "evidence", tie.evidence().stream().map(Node::getURI).collect(Collectors.joining(" ")));
        data.put("weight", Math.max(1, tie.evidence().size()));
        String source = Tie.slug(tie.source());
        String target = Tie.slug(tie.target());
        String id = source + "/" + tie.key() + "/" + target
                + tie.via().map(via -> "/" + Tie.slug(via)).orElse("");
        return new Edge(id, source, target, !tie.symmetric(), data);
    }

    private static void put(Map<String, Object> data, String name, String value) {
        if (!value.isEmpty()) {
            data.put(name, value);
        }
    }
}
