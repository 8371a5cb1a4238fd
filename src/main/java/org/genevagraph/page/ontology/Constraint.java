package org.genevagraph.page.ontology;

import java.util.List;
import org.genevagraph.page.Link;

/**
 * Something that a shape asks.
 *
 * @param of the class whose things it is asked of
 * @param path the property that it is about; its name is empty if it is about the thing as a whole
 * @param rules what is asked
 * @param message what somebody who breaks it reads: what is wrong, and how to fix it
 * @param warning whether breaking it is reported without stopping publication
 */
public record Constraint(Link of, Link path, List<Rule> rules, String message, boolean warning) {
    public Constraint {
        rules = List.copyOf(rules);
    }

    /**
     * One demand.
     *
     * @param key the fixed text that tells it
     * @param value what stands in that text; empty if nothing
     */
    public record Rule(String key, String value) {}
}
