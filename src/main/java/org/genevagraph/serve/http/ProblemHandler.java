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

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status >= 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable fault) {
            // For whoever keeps the server; what the client gets says nothing of the inside.
            LOG.error("{} failed", request.getHttpURI().getDecodedPath(), fault);
        }
        boolean missing = status == 404;
        String cause = missing
                ? "there is nothing at " + request.getHttpURI().getDecodedPath()
                : status < 500 ? "the request is not right" : "something went wrong inside";
        String fix = missing ? "start at /" : status < 500 ? "check method, path and headers" : "try again later";
        String problem = JsonBuilder.create()
                .startObject()
                .pair("type", "about:blank")
                .pair(
                        "title",
                        missing
                                ? "There is nothing here"
                                : status < 500 ? "This cannot be done here" : "Something went wrong")
                .pair("status", status)
                .pair("detail", cause + " – " + fix)
                .pair("cause", cause)
                .pair("fix", fix)
                .finishObject()
                .build()
                .toString();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(problem.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
