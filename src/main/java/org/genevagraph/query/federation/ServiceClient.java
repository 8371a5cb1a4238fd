package org.genevagraph.query.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.genevagraph.problem.Refusal;

/** Asks another endpoint one SELECT, and takes what comes back whole or not at all. It follows no redirects and uses no proxy. */
final class ServiceClient {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SHOWN_CHARACTERS = 200;
    private static final int READ_BYTES = 2_000;

    /** The cause in a problem document of a server like this one. */
    private static final Pattern CAUSE = Pattern.compile("\"cause\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final String sender;
    private final ServiceLimits limits;

    ServiceClient(String sender, ServiceLimits limits) {
        this.sender = sender;
        this.limits = limits;
    }

    /**
     * Asks.
     *
     * @param time for how long to wait for the whole answer
     * @throws ServiceException if there is none, or more than there may be
     */
    List<Binding> ask(ServiceEndpoint endpoint, String query, Duration time) {
        checkAddress(endpoint);
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.address()))
                .header("Accept", "application/sparql-results+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "GenevaGraph (https://w3id.org/geneva-graph)")
                .header("Via", "1.1 " + sender)
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        // A time-out of the request itself would end with the head of the answer; this one spans the body as well.
        CompletableFuture<List<Binding>> answer = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> read(endpoint, response));
        try {
            return answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(
                    endpoint,
                    "did not answer within " + seconds(time) + " s, which is what the query had left",
                    "ask it for less at a time, or try again");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ServiceException known ? known : failed(endpoint, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(endpoint, e);
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /** A name is looked at where it leads now; the process keeps what it leads to (see the worker), so that the call goes there. */
    private static void checkAddress(ServiceEndpoint endpoint) {
        if (endpoint.inside()) {
            return;
        }
        String host = URI.create(endpoint.address()).getHost();
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (PrivateAddresses.contains(address)) {
                    throw new ServiceException(new Refusal(
                            Refusal.Reason.FORBIDDEN,
                            "the service <" + endpoint.address() + "> is at a private address",
                            "an operator who means it allows it with 'geneva serve --private-service URL'"));
                }
            }
        } catch (UnknownHostException e) {
            throw failed(endpoint, "cannot be found: nothing is known of the host " + host, "try again later");
        }
    }

    private List<Binding> read(ServiceEndpoint endpoint, HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status != OK) {
                throw refused(endpoint, response, body);
            }
            String type = response.headers().firstValue("Content-Type").orElse("no type");
            if (!type.toLowerCase(Locale.ROOT).contains("json")) {
                throw failed(
                        endpoint,
                        "answered with " + type + " and not with results of SPARQL",
                        "ask the service itself");
            }
            byte[] bytes = body.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw tooMuch(endpoint, limits.bytes() + " bytes");
            }
            return rows(endpoint, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceException refused(
            ServiceEndpoint endpoint, HttpResponse<InputStream> response, InputStream body) throws IOException {
        int status = response.statusCode();
        if (status >= REDIRECT && status < CLIENT_ERROR) {
            String target = response.headers().firstValue("Location").orElse("nowhere");
            return failed(
                    endpoint,
                    "sends its callers on to <" + target + ">, where this server does not follow (status " + status
                            + ")",
                    "an operator allows that address with 'geneva serve --service URL'");
        }
        String words = words(new String(body.readNBytes(READ_BYTES), StandardCharsets.UTF_8));
        return failed(
                endpoint,
                "answered with status " + status + (words.isEmpty() || words.startsWith("<") ? "" : ": " + words),
                status < 500 ? "ask the service itself for what it takes" : "try again later");
    }

    /** What an error says: the cause, where it is told as ours are, or the beginning of the text. */
    private static String words(String body) {
        Matcher cause = CAUSE.matcher(body);
        String words = (cause.find() ? cause.group(1).replace("\\\"", "\"") : body)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return words.substring(0, Math.min(words.length(), SHOWN_CHARACTERS));
    }

    private List<Binding> rows(ServiceEndpoint endpoint, byte[] bytes) {
        List<Binding> rows = new ArrayList<>();
        try {
            RowSet read = RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(bytes), ResultSetLang.RS_JSON));
            while (read.hasNext()) {
                if (rows.size() >= limits.rows()) {
                    throw tooMuch(endpoint, limits.rows() + " rows");
                }
                rows.add(read.next());
            }
        } catch (ServiceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(endpoint, "answered with what are no results of SPARQL", "ask the service itself");
        }
        return rows;
    }

    private static ServiceException tooMuch(ServiceEndpoint endpoint, String limit) {
        return new ServiceException(new Refusal(
                Refusal.Reason.TOO_LARGE,
                "the service <" + endpoint.address() + "> answers with more than " + limit + ", which is the limit",
                "ask it for less, with a narrower pattern or LIMIT inside SERVICE"));
    }

    private static ServiceException failed(ServiceEndpoint endpoint, Throwable cause) {
        return cause instanceof ConnectException
                ? failed(endpoint, "cannot be reached", "try again later")
                : failed(
                        endpoint,
                        "broke the connection off (" + cause.getClass().getSimpleName() + ")",
                        "try again later");
    }

    private static ServiceException failed(ServiceEndpoint endpoint, String what, String fix) {
        return new ServiceException(
                new Refusal(Refusal.Reason.BAD_GATEWAY, "the service <" + endpoint.address() + "> " + what, fix));
    }
}
