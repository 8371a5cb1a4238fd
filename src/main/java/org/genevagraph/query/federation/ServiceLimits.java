package org.genevagraph.query.federation;

import java.util.Arrays;

/**
 * What the calls of one query may take. They run within the time of the query.
 *
 * @param calls how many there may be
 * @param bindings how many solutions of the query are sent along with one call
 * @param bytes how long the answer to a call may be
 * @param rows how many rows the answer to a call may have
 */
public record ServiceLimits(int calls, int bindings, int bytes, int rows) {
    /** What the server publishes. */
    public static final ServiceLimits STANDARD = new ServiceLimits(20, 100, 8 << 20, 20_000);

    /** As an argument of a program. */
    String toArgument() {
        return calls + "," + bindings + "," + bytes + "," + rows;
    }

    /** Read from an argument of a program. */
    static ServiceLimits ofArgument(String argument) {
        int[] numbers =
                Arrays.stream(argument.split(",")).mapToInt(Integer::parseInt).toArray();
        return new ServiceLimits(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
