package org.genevagraph.query.guard;

import java.time.Duration;
import java.util.List;
import org.genevagraph.problem.Refusal;

/** What is said of a query that took more than it may. */
public final class OverLimit {
    private OverLimit() {}

    /** It ran too long. */
    public static Refusal time(Duration limit) {
        return refusal(Refusal.Reason.OVER_LIMIT, "more time than " + limit.toMillis() / 1000.0 + " s");
    }

    /** It filled the memory that a query has. */
    public static Refusal memory(int mebibytes) {
        return of("more memory than " + mebibytes + " MiB");
    }

    /** It took more of something than there may be. */
    public static Refusal of(String what) {
        return refusal(Refusal.Reason.TOO_LARGE, what);
    }

    /** The same refusal of a question of the catalogue, some of whose parameters would have made it ask for less; any other refusal as it is. */
    public static Refusal narrowed(Refusal refusal, List<String> parameters) {
        boolean over = refusal.reason() == Refusal.Reason.OVER_LIMIT || refusal.reason() == Refusal.Reason.TOO_LARGE;
        return over && !parameters.isEmpty()
                ? new Refusal(
                        refusal.reason(),
                        refusal.getMessage(),
                        "narrow the question by " + String.join(", ", parameters)
                                + ", or take the dump and ask it at home")
                : refusal;
    }

    private static Refusal refusal(Refusal.Reason reason, String what) {
        return new Refusal(
                reason,
                "the query takes " + what + ", which is the limit",
                "ask for less at a time, with LIMIT and OFFSET for example, or take the dump and ask it at home");
    }
}
