package org.genevagraph.link.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.genevagraph.vocabulary.Iris;

/**
 * Asks a SPARQL endpoint politely: one question after the other with a pause between, under a name that says who asks, for a bounded time
 * and a bounded answer; once more if it says that it is busy. Answers are kept in a folder, if there is one.
 */
public final class EndpointClient {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_TRIES = 3;
    private static final long LONGEST_WAIT_SECONDS = 120;
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int OK = 200;

    private final URI address;
    private final Duration timeout;
    private final Duration pause;
    private final String userAgent;
    private final Optional<Path> cache;
    private final HttpClient client;
    private boolean hasAsked;

    /**
     * For an endpoint.
     *
     * @param timeout for how long to wait for a whole answer
     * @param pause for how long to wait between questions
     * @param userAgent who asks
     * @param cache the folder of answers; made if it is not there
     */
    public EndpointClient(URI address, Duration timeout, Duration pause, String userAgent, Optional<Path> cache) {
        this.address = address;
        this.timeout = timeout;
        this.pause = pause;
        this.userAgent = userAgent;
        this.cache = cache;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    URI address() {
        return address;
    }

    /**
     * The answer to a SELECT, as JSON.
     *
     * @throws IOException if there is none; the message says why, for people
     */
    byte[] ask(String query) throws IOException {
        Optional<Path> kept = cache.map(folder -> folder.resolve(Iris.digest(address + "\n" + query) + ".json"));
        if (kept.isPresent() && Files.exists(kept.get())) {
            return Files.readAllBytes(kept.get());
        }
        byte[] answer = askUntilAnswered(query);
        if (kept.isPresent()) {
            Files.createDirectories(kept.get().getParent());
            Path half = Files.createTempFile(kept.get().getParent(), "answer", ".part");
            Files.write(half, answer);
            Files.move(half, kept.get(), StandardCopyOption.REPLACE_EXISTING);
        }
        return answer;
    }

    private byte[] askUntilAnswered(String query) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (hasAsked) {
                sleep(pause);
            }
            hasAsked = true;
            Answer answer = askOnce(query);
            if (answer.status == OK) {
                return answer.body;
            }
            if (!BUSY.contains(answer.status) || attempt == MOST_TRIES) {
                throw new IOException("status " + answer.status + firstLine(answer.body));
            }
            sleep(Duration.ofSeconds(answer.retryAfter.orElse(pause.toSeconds() * (1L << attempt))));
        }
    }

    /** What came back. */
    private static final class Answer {
        private final int status;
        private final byte[] body;
        private final Optional<Long> retryAfter;

        Answer(int status, byte[] body, Optional<Long> retryAfter) {
            this.status = status;
            this.body = body;
            this.retryAfter = retryAfter;
        }
    }

    private Answer askOnce(String query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Accept", "application/sparql-results+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", userAgent)
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        // The time-out of the request ends with the head of the answer; this one spans the body as well.
        CompletableFuture<Answer> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(this::whole);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(
                    cause instanceof java.net.http.HttpTimeoutException
                            ? "no answer within " + timeout.toSeconds() + " s"
                            : cause instanceof java.net.ConnectException
                                    ? "nobody answers there"
                                    : String.valueOf(cause.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Answer whole(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the answer has more than " + (MOST_BYTES >> 20) + " MB");
            }
            Optional<Long> retryAfter = response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("\\d{1,6}"))
                    .map(value -> Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(value)));
            return new Answer(response.statusCode(), bytes, retryAfter);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String firstLine(byte[] body) {
        String line = new String(body, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return line.isEmpty() || line.startsWith("<") ? "" : ": " + line.substring(0, Math.min(200, line.length()));
    }
}
