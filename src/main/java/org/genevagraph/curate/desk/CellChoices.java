package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.curate.rows.RowGuide;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.load.Loaders;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Row;
import org.genevagraph.vocabulary.GG;

/** What can stand in the cells of rows, so that nobody has to know it by heart: kinds, relations, and the things that there are. */
public final class CellChoices {
    /** The tables of things that are of kinds, each of a scheme of its own. */
    private static final List<String> OF_KINDS = List.of("organisations", "initiatives", "documents", "places");

    private static final List<String> THINGS =
            List.of("actor-groups", "documents", "initiatives", "issues", "organisations", "places");

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
            return OF_KINDS.contains(table) ? "kinds-" + table : "";
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
        for (String table : OF_KINDS) {
            lists.put("kinds-" + table, concepts(graph, kind(table) + "-kind"));
        }
        lists.put("statuses", concepts(graph, "status"));
        lists.put("standings", List.of(new Choice("stated", ""), new Choice("arguable", "")));
        lists.put(
                "relations",
                graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                        .map(triple -> new Choice(triple.getSubject().getURI().replaceFirst(".*#", ""), ""))
                        .sorted(Comparator.comparing(Choice::value))
                        .toList());
        lists.put("things", things(inputs));
        return lists;
    }

    private static List<Choice> concepts(Graph graph, String scheme) {
        return RowGuide.kinds(graph, scheme).stream()
                .map(kind -> new Choice(kind, ""))
                .toList();
    }

    /** The kind of things that a table brings into being. */
    private static String kind(String table) {
        return Loaders.of(table).orElseThrow().kind();
    }

    /** Things as cells name them: an id that belongs to things of two kinds says which. */
    private static List<Choice> things(Inputs inputs) throws ProblemException {
        Map<String, List<Choice>> byId = new HashMap<>();
        for (String table : THINGS) {
            for (Row row : TableText.of(inputs, table).rows()) {
                byId.computeIfAbsent(row.get("id"), any -> new ArrayList<>())
                        .add(new Choice(kind(table) + ":" + row.get("id"), TableText.called(row)));
            }
        }
        return byId.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(one -> entry.getValue().size() > 1 ? one : new Choice(entry.getKey(), one.name())))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }
}
