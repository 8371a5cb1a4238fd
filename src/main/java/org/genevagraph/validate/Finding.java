package org.genevagraph.validate;

import org.apache.jena.graph.Node;
import org.genevagraph.problem.Severity;

/**
 * A constraint that does not hold.
 *
 * @param focusNode the thing at fault; for a constraint on the whole graph the thing that its query named
 * @param property the property at fault, or null if the thing as a whole is
 * @param value the value at fault, or null if one is missing
 * @param severity whether it stops publication
 * @param message what is wrong and how to fix it, as the shape says it
 */
public record Finding(Node focusNode, Node property, Node value, Severity severity, String message) {
    private static final String DASH = " – ";

    /** The part of the message that tells what is wrong. */
    public String what() {
        return message.split(DASH, 2)[0];
    }

    /** The part of the message that tells how to fix it; empty if the shape does not say. */
    public String fix() {
        int dash = message.indexOf(DASH);
        return dash < 0 ? "" : message.substring(dash + DASH.length());
    }
}
