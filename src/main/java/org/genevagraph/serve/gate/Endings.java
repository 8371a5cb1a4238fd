package org.genevagraph.serve.gate;

import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.genevagraph.serve.http.request.Parameters;

/**
 * Lets the ending of a path name a format at every address that has formats: {@code /search.json?q=gcsp} is {@code /search?q=gcsp&format=json}, if nothing
 * stands at that very path.
 */
public final class Endings extends Handler.Wrapper {
    /** The formats that a path can end in, as alternatives of a pattern. */
    static final String FORMATS = "(html|json|csv|tsv|xml|ttl|jsonld|nt|rdf|svg|geojson|ics|atom)";

    private static final Pattern ENDING = Pattern.compile("(/.+)\\." + FORMATS);

    private final Supplier<Set<String>> asked;
    private volatile Set<String> paths;

    /** With the paths at which something stands, asked once there is a request. */
    public Endings(Supplier<Set<String>> paths) {
        this.asked = paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(withFormat(request), response, callback);
    }

    private Request withFormat(Request request) {
        if (paths == null) {
            paths = asked.get();
        }
        Matcher ending = ENDING.matcher(String.valueOf(request.getHttpURI().getPath()));
        if (!ending.matches() || !paths.contains(ending.group(1)) || paths.contains(ending.group())) {
            return request;
        }
        String query = request.getHttpURI().getQuery();
        String format = Parameters.FORMAT + "=" + ending.group(2);
        // The first one counts.
        return Request.serveAs(
                request,
                HttpURI.build(request.getHttpURI())
                        .path(ending.group(1))
                        .query(query == null ? format : format + "&" + query)
                        .asImmutable());
    }
}
