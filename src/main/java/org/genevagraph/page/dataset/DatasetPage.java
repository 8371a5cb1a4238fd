package org.genevagraph.page.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevagraph.page.Link;

/**
 * What is told of the data set.
 *
 * @param whole the data set as if it were one graph
 * @param publisher who publishes it
 * @param distributions the files in which it is to be had
 * @param graphs the named graphs, the largest first
 */
public record DatasetPage(GraphPage whole, String publisher, List<Link> distributions, List<GraphPage> graphs) {
    private static final String OTHERS = "tables";

    public DatasetPage {
        distributions = List.copyOf(distributions);
        graphs = List.copyOf(graphs);
    }

    /** The named graphs by what they hold: {@code tables}, {@code statements}, {@code passages}, {@code links}; without those of which there are none. */
    public Map<String, List<GraphPage>> groups() {
        Map<String, List<GraphPage>> groups = new LinkedHashMap<>();
        Stream.of(OTHERS, "statements", "passages", "links").forEach(group -> groups.put(group, new ArrayList<>()));
        for (GraphPage graph : graphs) {
            String name = graph.path().replaceFirst(".*/", "").replaceFirst("-.*", "");
            groups.getOrDefault(name, groups.get(OTHERS)).add(graph);
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
