package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
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
}
