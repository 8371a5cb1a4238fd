package org.genevagraph.page.map;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * An issue that this project ties to an Action Line, with those who work on it.
 *
 * @param issue the issue
 * @param reason why the project ties them, in English
 * @param organisations who works on the issue, by name
 */
public record Bridge(Node issue, String reason, List<Node> organisations) {
    public Bridge {
        organisations = List.copyOf(organisations);
    }
}
