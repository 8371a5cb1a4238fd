package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;

/** The parameters of a request, each with its one value; neither language nor format nor what others add to links is one of them. */
public final class Parameters {
    /** The parameter that names a format, before the header {@code Accept} is asked. */
    public static final String FORMAT = "format";

    private static final Set<String> NEGOTIATED = Set.of(FORMAT, Site.LANGUAGE_PARAMETER);
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "_");

    /** The attribute of a request with the names that have been read. */
    private static final String READ = Parameters.class.getName() + ".read";

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
            read(request).add(name);
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

    /** All values of a parameter that may be given more than once, in order. */
    public static List<String> all(HttpServletRequest request, String name) {
        read(request).add(name);
        return Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of());
    }

    /** The first value of a parameter; empty if it is not given. */
    public static Optional<String> first(HttpServletRequest request, String name) {
        return all(request, name).stream().findFirst();
    }

    /** What was asked, as the query string of a link to the same: without what nobody has read so far, the language and what others add. */
    public static String readSoFar(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return "";
        }
        Set<String> names = read(request);
        return Arrays.stream(request.getQueryString().split("&", -1))
                .filter(parameter -> names.contains(name(parameter)))
                .collect(Collectors.joining("&"));
    }

    /** The query string of a request without what others add to links; empty if nothing is left. */
    public static String withoutTracking(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !isTracking(name(parameter)))
                        .collect(Collectors.joining("&"));
    }

    private static String name(String parameter) {
        String name = parameter.replaceFirst("=.*", "");
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not percent-encoded as it should be: nothing that anybody reads.
            return name;
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> read(HttpServletRequest request) {
        if (!(request.getAttribute(READ) instanceof Set<?>)) {
            request.setAttribute(READ, new HashSet<String>());
        }
        return (Set<String>) request.getAttribute(READ);
    }

    /** Whether sites and mail programs add it to links that people share; it says nothing to the graph. */
    public static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
