package org.genevagraph.serve.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.place.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jetty sends when nothing of ours answered: a problem document, or a page for browsers, without any detail of the inside. */
public final class ProblemHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int RETRY_SECONDS = 10;
    private static final int MOST_SHOWN = 200;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status == HttpStatus.INTERNAL_SERVER_ERROR_500
                && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable fault) {
            // For whoever keeps the server; what the client gets says nothing of the inside.
            LOG.error("{} failed", request.getHttpURI().getDecodedPath(), fault);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED_405
                && !response.getHeaders().contains(HttpHeader.ALLOW)) {
            // What is posted to a page: nothing else comes so far.
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, OPTIONS");
        }
        ProblemDocument told = told(status, request.getHttpURI());
        String accepted = String.join(", ", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        if (RpcProblem.isFor(request.getMethod(), request.getHttpURI().getPath())) {
            send(response, callback, status, Reply.JSON_TYPE, RpcProblem.of(told));
        } else if (Negotiation.wantsPages(accepted)) {
            Language language = Language.accepted(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
            send(
                    response,
                    callback,
                    status,
                    Negotiation.HTML + "; charset=utf-8",
                    told.page(
                            new Site(language, false, "/", "", "", "", "", Arrival.path(request), FMod_Assets.SUFFIXES),
                            List.of(),
                            false));
        } else {
            send(response, callback, status, ProblemDocument.MEDIA_TYPE, told.json());
        }
        return true;
    }

    /** What is wrong, as far as the status tells; the words of libraries stay in the log. */
    private static ProblemDocument told(int status, HttpURI address) {
        return switch (status) {
            case 404 -> new ProblemDocument(status, "there is nothing at " + shortened(address), "start at /");
            case 405 -> new ProblemDocument(status, "nothing is posted here", "ask with GET");
            case 408 -> new ProblemDocument(status, "the request did not come in time", "send it without a pause");
            case 411 ->
                new ProblemDocument(status, "the request does not say how long its body is", "add Content-Length");
            case 413 -> new ProblemDocument(status, "the request is too large", "ask in less");
            case 414 -> new ProblemDocument(status, "the address is too long", "post a long query to /sparql instead");
            case 417 ->
                new ProblemDocument(status, "the header Expect asks for what this server does not do", "leave it out");
            case 426, 505 ->
                new ProblemDocument(status, "this version of HTTP is not spoken here", "ask with HTTP/1.1");
            case 431 -> new ProblemDocument(status, "the headers are too large", "send fewer or shorter ones");
            case 503 ->
                new ProblemDocument(status, "the server has no place for the request now", "ask again in a while");
            default ->
                status < 500
                        ? new ProblemDocument(
                                status,
                                "the request is not right",
                                "check method, address, headers and how they are encoded")
                        : new ProblemDocument(status, "something went wrong inside", "try again later");
        };
    }

    private static String shortened(HttpURI address) {
        String path = String.valueOf(address.getDecodedPath());
        return path.length() <= MOST_SHOWN ? path : path.substring(0, MOST_SHOWN) + "…";
    }

    /** Writes a problem document. */
    public static void write(Response response, Callback callback, int status, String cause, String fix) {
        send(response, callback, status, ProblemDocument.MEDIA_TYPE, new ProblemDocument(status, cause, fix).json());
    }

    private static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
