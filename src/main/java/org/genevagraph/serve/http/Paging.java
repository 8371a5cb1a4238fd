package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.serve.http.request.Parameters;

/**
 * Which rows of an answer are wanted. Rows have an order, so that pages fit together; the version of the graph tells whether they still do.
 *
 * @param limit how many rows; all of them if it is the largest integer
 * @param offset how many rows to pass over
 */
public record Paging(int limit, int offset) {
    private static final Set<String> PAGED = Set.of("limit", "offset", "lang");
    private static final int ALL = Integer.MAX_VALUE;

    /** What nine digits can say. */
    private static final int MOST = 999_999_999;

    /**
     * Takes the wish out of a request's parameters.
     *
     * @throws Refusal if one is no whole number, or the limit is zero
     */
    public static Paging take(Map<String, String> parameters) throws Refusal {
        return new Paging(
                number(parameters.remove("limit"), "limit", 1, ALL),
                number(parameters.remove("offset"), "offset", 0, 0));
    }

    /** Whether the reader did not say how many rows are wanted. */
    public boolean isWhole() {
        return limit == ALL;
    }

    private static int number(String text, String name, int least, int usual) throws Refusal {
        if (text == null || text.isBlank()) {
            return usual;
        }
        if (!text.strip().matches("[0-9]{1,9}") || Integer.parseInt(text.strip()) < least) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    name + ": '" + text + "' is no number of rows",
                    "write a whole number from " + least + " to " + MOST);
        }
        return Integer.parseInt(text.strip());
    }

    /** The rows that are wanted; tells in the response's headers how many there are in all, and where the next and the previous ones are. */
    public Result of(Result result, HttpServletRequest request, HttpServletResponse response) throws Refusal {
        if (!(result instanceof Result.Rows rows)) {
            if (limit != ALL || offset != 0) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST, "this query does not answer in rows", "leave limit and offset out");
            }
            return result;
        }
        int total = rows.rows().size();
        response.setHeader("X-Total-Rows", Integer.toString(total));
        if (offset > 0) {
            // What comes before may be less than a page.
            link(request, response, Math.max(0, offset - limit), Math.min(limit, offset), "prev");
        }
        if (limit < total - offset) {
            link(request, response, offset + limit, limit, "next");
        }
        int from = Math.min(offset, total);
        List<Binding> page = rows.rows().subList(from, limit < total - from ? from + limit : total);
        return new Result.Rows(rows.variables(), page);
    }

    private static void link(
            HttpServletRequest request, HttpServletResponse response, int from, int rows, String relation) {
        String others = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !PAGED.contains(parameter.getKey()) && !Parameters.isTracking(parameter.getKey()))
                .map(parameter ->
                        encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()[0]) + "&")
                .collect(Collectors.joining());
        String size = rows == ALL ? "" : "limit=" + rows + "&";
        new Reply(request, response).link(request.getRequestURI() + "?" + others + size + "offset=" + from, relation);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
