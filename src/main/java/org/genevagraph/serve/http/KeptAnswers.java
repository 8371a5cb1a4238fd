package org.genevagraph.serve.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.genevagraph.page.Language;
import org.genevagraph.serve.http.request.Headers;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.place.Base;

/**
 * Answers of one published state that were given already: queries, pages and pictures. They belong to the state and go with it, so that none
 * outlives the graph that it tells of; what is kept is bounded by memory, and of those who ask the same at the same time one is answered by
 * reckoning and the others with what came of it. Errors are not kept, nor is what strangers ask in SPARQL.
 */
public final class KeptAnswers {
    /** Of the memory that the program may take, one part in so many. */
    private static final int SHARE = 16;

    /** An answer that takes more than one part in so many of that is not kept. */
    private static final int LARGEST = 8;

    /** How long one waits for who asks the same before reckoning it as well. */
    private static final int WAIT_SECONDS = 30;

    /** What differs each time, is not made of the graph, or has a file of its own. */
    private static final Set<String> NEVER =
            Set.of("/sparql", "/mcp", "/desk", "/submit", "/health", "/metrics", "/dump", "/assets", "/favicon.ico");

    private static final String SLOT = KeptAnswers.class.getName();

    private final long most;
    private final Cache<Key, KeptAnswer> answers;
    private final ConcurrentHashMap<Key, CompletableFuture<Optional<KeptAnswer>>> underWay = new ConcurrentHashMap<>();

    /**
     * All that the bytes of an answer depend on, within a published state: what the headers of a request mean and not how each browser
     * words them, and no parameters that others add to links.
     */
    private record Key(Base base, String path, String query, Negotiation accept, Language language) {
        static Key of(HttpServletRequest request) {
            return new Key(
                    Arrival.of(request).base(),
                    request.getRequestURI(),
                    Parameters.withoutTracking(request),
                    Negotiation.of(Headers.list(request, "Accept")),
                    Language.accepted(Headers.list(request, "Accept-Language")));
        }

        int weight() {
            return 2 * (path.length() + query.length() + accept.toString().length());
        }
    }

    /** Where {@link Reply} leaves an answer instead of sending it. */
    static final class Slot {
        private byte[] body;
        private String contentType;
        private EntityTag tag;

        void take(byte[] given, String type, EntityTag itsTag) {
            body = given;
            contentType = type;
            tag = itsTag;
        }
    }

    /** Keeps answers of so many bytes together; none if that is 0. */
    public KeptAnswers(long most) {
        this.most = most;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Key key, KeptAnswer answer) -> key.weight() + answer.weight())
                .executor(Runnable::run)
                .build();
    }

    /** Keeps as much as suits the memory of the program. */
    public static KeptAnswers standard() {
        return new KeptAnswers(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** The slot that waits for the answer to a request; empty if it is to be sent. */
    static Optional<Slot> slot(HttpServletRequest request) {
        return Optional.ofNullable((Slot) request.getAttribute(SLOT));
    }

    /** How many answers are kept. */
    public long size() {
        answers.cleanUp();
        return answers.estimatedSize();
    }

    /** How many bytes they take, more or less; never more than was allowed. */
    public long bytes() {
        answers.cleanUp();
        return answers.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** Answers with what is kept; otherwise lets the request through, and keeps what comes of it. */
    public void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (most == 0 || !isKept(request)) {
            chain.doFilter(request, response);
            return;
        }
        Key key = Key.of(request);
        KeptAnswer kept = answers.getIfPresent(key);
        if (kept != null) {
            send(kept, request, response);
            return;
        }
        CompletableFuture<Optional<KeptAnswer>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<KeptAnswer>> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            Optional<KeptAnswer> theirs = awaited(others);
            if (theirs.isPresent()) {
                send(theirs.get(), request, response);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Optional<KeptAnswer> answer = Optional.empty();
        try {
            answer = reckoned(request, response, chain);
            answer.filter(one -> one.weight() <= most / LARGEST).ifPresent(one -> answers.put(key, one));
        } finally {
            underWay.remove(key);
            mine.complete(answer);
        }
        if (answer.isPresent()) {
            // Its headers are there already.
            new Reply(request, response).kept(answer.get());
        }
    }

    private static boolean isKept(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reading && !NEVER.contains(end < 0 ? path : path.substring(0, end));
    }

    /** What comes of a request; empty if something has been sent that is not to be kept. */
    private static Optional<KeptAnswer> reckoned(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var before = KeptAnswer.headers(response);
        Slot slot = new Slot();
        request.setAttribute(SLOT, slot);
        try {
            chain.doFilter(request, response);
        } finally {
            request.removeAttribute(SLOT);
        }
        return slot.body == null
                ? Optional.empty()
                : Optional.of(KeptAnswer.of(slot.body, slot.contentType, slot.tag, before, response));
    }

    private static Optional<KeptAnswer> awaited(CompletableFuture<Optional<KeptAnswer>> others) {
        try {
            return others.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static void send(KeptAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.tell(response);
        new Reply(request, response).kept(answer);
    }
}
