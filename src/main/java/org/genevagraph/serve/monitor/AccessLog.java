package org.genevagraph.serve.monitor;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.genevagraph.serve.place.Arrival;

/**
 * Writes a line for every answer: when, to whom, what was asked and what came of it.
 *
 * @param addresses how much of the client's address it holds
 */
public record AccessLog(JsonLines lines, Addresses addresses, Clock clock) {
    /** Of what a client sends so many characters are kept. */
    private static final int MOST_CHARACTERS = 2_000;

    void write(Request request, Response response, long nanos, long bytes) {
        JsonObject line = new JsonObject();
        line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.addProperty("client", addresses.of(Arrival.client(request)));
        line.addProperty("method", shortened(request.getMethod()));
        line.addProperty(
                "path",
                shortened(
                        request.getHttpURI() == null
                                ? null
                                : request.getHttpURI().getPath()));
        line.addProperty(
                "query",
                shortened(
                        request.getHttpURI() == null
                                ? null
                                : request.getHttpURI().getQuery()));
        line.addProperty(
                "protocol",
                request.getConnectionMetaData().getHttpVersion() == null
                        ? null
                        : request.getConnectionMetaData().getHttpVersion().asString());
        line.addProperty("status", response.getStatus());
        line.addProperty("bytes", bytes);
        line.addProperty("milliseconds", TimeUnit.NANOSECONDS.toMillis(nanos));
        line.addProperty("agent", shortened(request.getHeaders().get(HttpHeader.USER_AGENT)));
        lines.write(line);
    }

    private static String shortened(String text) {
        return Optional.ofNullable(text)
                .map(all -> all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS) + "…")
                .orElse(null);
    }
}
