package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;

/** Headers that are lists: several lines of one are the same as one line with commas (RFC 9110, section 5.3). */
public final class Headers {
    private Headers() {}

    /** The whole list of a header of this name; null if the client sent none. */
    public static String list(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    /** Says that the response depends on a header of the request. */
    public static void vary(HttpServletResponse response, String header) {
        if (!response.getHeaders("Vary").contains(header)) {
            response.addHeader("Vary", header);
        }
    }
}
