package org.genevagraph.serve.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonBuilder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jetty sends when nothing of ours answered: a problem document without any detail of the inside. */
public final class ProblemHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int RETRY_SECONDS = 10;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status >= 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable fault) {
            // For whoever keeps the server; what the client gets says nothing of the inside.
            LOG.error("{} failed", request.getHttpURI().getDecodedPath(), fault);
        }
        String place = request.getHttpURI().getDecodedPath();
        switch (status) {
            case 404 -> write(response, callback, status, "there is nothing at " + place, "start at /");
            case 408 ->
                write(response, callback, status, "the request did not come in time", "send it without a pause");
            case 413 -> write(response, callback, status, "the request is too large", "ask in less");
            case 503 -> {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
                write(
                        response,
                        callback,
                        status,
                        "the server has no place for the request now",
                        "ask again in a while");
            }
            default ->
                write(
                        response,
                        callback,
                        status,
                        status < 500 ? "the request is not right" : "something went wrong inside",
                        status < 500 ? "check method, path and headers" : "try again later");
        }
        return true;
    }

    /** Writes a problem document. */
    public static void write(Response response, Callback callback, int status, String cause, String fix) {
        String problem = JsonBuilder.create()
                .startObject()
                .pair("type", "about:blank")
                .pair("title", title(status))
                .pair("status", status)
                .pair("detail", cause + " – " + fix)
                .pair("cause", cause)
                .pair("fix", fix)
                .finishObject()
                .build()
                .toString();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(problem.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static String title(int status) {
        return switch (status) {
            case 404 -> "There is nothing here";
            case 429 -> "Too many requests";
            case 503 -> "No place now";
            default -> status < 500 ? "This cannot be done here" : "Something went wrong";
        };
    }
}
