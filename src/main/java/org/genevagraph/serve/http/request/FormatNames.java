package org.genevagraph.serve.http.request;

import java.util.Collection;
import java.util.List;
import org.genevagraph.problem.Nearest;

/** The formats of an address in a sentence, as they are written in addresses: "json, csv and ttl". */
public final class FormatNames {
    private FormatNames() {}

    /** The formats that a mistyped one may have meant, or all that there are, as advice. */
    public static String hint(String wanted, Collection<String> known) {
        return Nearest.hint(wanted, known, "it comes as " + listed(List.copyOf(known)));
    }

    private static String listed(List<String> known) {
        int last = known.size() - 1;
        return last == 0
                ? known.get(0) + " only"
                : String.join(", ", known.subList(0, last)) + " and " + known.get(last);
    }
}
