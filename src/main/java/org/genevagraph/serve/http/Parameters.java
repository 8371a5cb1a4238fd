package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;

/** The parameters of a request, each with its one value; neither language nor format nor what others add to links is one of them. */
public final class Parameters {
    /** The parameter that names a format, before the header {@code Accept} is asked. */
    public static final String FORMAT = "format";

    private static final Set<String> NEGOTIATED = Set.of(FORMAT, Site.LANGUAGE_PARAMETER);
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "_");

    private Parameters() {}

    /** Those among the known ones; pages pass over others, which people's links may carry. */
    public static Map<String, String> of(HttpServletRequest request, Collection<String> known) throws Refusal {
        return of(request, known::contains);
    }

    /** Reads all of them. */
    public static Map<String, String> of(HttpServletRequest request) throws Refusal {
        return of(request, name -> true);
    }

    /**
     * Reads those that are known.
     *
     * @throws Refusal if one of them is given more than once
     */
    public static Map<String, String> of(HttpServletRequest request, Predicate<String> isKnown) throws Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (NEGOTIATED.contains(name) || isTracking(name) || !isKnown.test(name)) {
                continue;
            }
            if (parameter.getValue().length > 1) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "the parameter '" + name + "' is given more than once",
                        "give it once");
            }
            values.put(name, Address.asIri(parameter.getValue()[0], Address.of(request)));
        }
        return values;
    }

    /** Whether sites and mail programs add it to links that people share; it says nothing to the graph. */
    static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
