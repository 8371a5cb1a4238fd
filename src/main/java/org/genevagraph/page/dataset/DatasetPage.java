package org.genevagraph.page.dataset;

import java.util.List;
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
    public DatasetPage {
        distributions = List.copyOf(distributions);
        graphs = List.copyOf(graphs);
    }
}
