package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.Row;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What can stand in the cells of rows, so that nobody has to know it by heart: kinds, relations, and the things that there are. */
public final class CellChoices {
    private static final Map<String, String> SCHEMES = Map.of(
            "organisations", "organisation-kind",
            "initiatives", "initiative-kind",
            "documents", "document-kind",
            "places", "place-kind");

    private static final Map<String, String> THINGS = new TreeMap<>(Map.of(
            "organisations", "organisation",
            "initiatives", "initiative",
            "documents", "document",
            "places", "place",
            "issues", "issue",
            "actor-groups", "actor-group"));

    private static final Set<String> OF_THINGS = Set.of("subject", "object", "via", "thing", "target");

    /** The columns of relations, statuses and so on by what they hold. */
    private static final Map<String, String> OTHERS =
            Map.of("relation", "relations", "standing", "standings", "status", "statuses");

    private CellChoices() {}

    /** Something that a cell can hold, with what it is called. */
    public record Choice(String value, String name) {}

    /** The list for a cell; empty if there is none. */
    public static String of(String table, String column) {
        if (column.equals("kind")) {
            return SCHEMES.containsKey(table) ? "kinds-" + table : "";
        }
        return OF_THINGS.contains(column) ? "things" : OTHERS.getOrDefault(column, "");
    }

    /**
     * All lists.
     *
     * @throws ProblemException if a table cannot be read
     */
    static Map<String, List<Choice>> lists(Graph graph, Inputs inputs) throws ProblemException {
        Map<String, List<Choice>> lists = new TreeMap<>();
        for (Map.Entry<String, String> scheme : SCHEMES.entrySet()) {
            lists.put("kinds-" + scheme.getKey(), concepts(graph, scheme.getValue()));
        }
        lists.put("statuses", concepts(graph, "status"));
        lists.put("standings", List.of(new Choice("stated", ""), new Choice("arguable", "")));
        lists.put(
                "relations",
                graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                        .map(triple -> new Choice(local(triple.getSubject()), ""))
                        .sorted(Comparator.comparing(Choice::value))
                        .toList());
        lists.put("things", things(inputs));
        return lists;
    }

    private static List<Choice> concepts(Graph graph, String scheme) {
        return graph.stream(Node.ANY, SKOS.inScheme.asNode(), Iris.scheme(scheme))
                .map(triple -> new Choice(local(triple.getSubject()), ""))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }

    private static String local(Node node) {
        return node.getURI().replaceFirst(".*[/#]", "");
    }

    /** Things as cells name them: an id that belongs to things of two kinds says which. */
    private static List<Choice> things(Inputs inputs) throws ProblemException {
        Map<String, List<Choice>> byId = new HashMap<>();
        for (Map.Entry<String, String> kind : THINGS.entrySet()) {
            for (Row row : TableText.of(inputs, kind.getKey()).rows()) {
                String name = row.get("name").isEmpty() ? row.get("title") : row.get("name");
                byId.computeIfAbsent(row.get("id"), any -> new ArrayList<>())
                        .add(new Choice(kind.getValue() + ":" + row.get("id"), name));
            }
        }
        return byId.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(one -> entry.getValue().size() > 1 ? one : new Choice(entry.getKey(), one.name())))
                .sorted(Comparator.comparing(Choice::value))
                .collect(Collectors.toList());
    }
}
