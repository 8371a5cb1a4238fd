package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;

/** The parameters of a request, each with its one value; neither the language of pages nor what others add to links is one of them. */
public final class Parameters {
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "_");

    private Parameters() {}

    /** Those among the known ones; pages pass over others, which people's links may carry. */
    public static Map<String, String> of(HttpServletRequest request, Collection<String> known) throws Refusal {
        Map<String, String> values = of(request);
        values.keySet().retainAll(known);
        return values;
    }

    /**
     * Reads them.
     *
     * @throws Refusal if one is given more than once
     */
    public static Map<String, String> of(HttpServletRequest request) throws Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (parameter.getValue().length > 1 && !isTracking(parameter.getKey())) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "the parameter '" + parameter.getKey() + "' is given more than once",
                        "give it once");
            }
            if (!parameter.getKey().equals(Site.LANGUAGE_PARAMETER) && !isTracking(parameter.getKey())) {
                values.put(parameter.getKey(), Address.asIri(parameter.getValue()[0], Address.of(request)));
            }
        }
        return values;
    }

    /** Whether sites and mail programs add it to links that people share; it says nothing to the graph. */
    private static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
