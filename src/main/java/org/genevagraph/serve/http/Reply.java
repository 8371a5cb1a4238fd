package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.ByteRange;
import org.genevagraph.serve.http.request.FormatNames;
import org.genevagraph.serve.http.request.Headers;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.HeldFile;
import org.genevagraph.vocabulary.Iris;

/** Writes responses: complete bodies with their version, and refusals that say how to do better. */
public final class Reply {
    public static final String JSON_TYPE = "application/json";
    public static final String SVG = "image/svg+xml";
    public static final String SVG_TYPE = SVG + "; charset=utf-8";
    private static final String TEXT_TYPE = "text/plain; charset=utf-8";
    private static final int RETRY_SECONDS = 10;
    /** So much at most of what a client sent is repeated to it. */
    static final int MOST_REPEATED = 800;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final PageRenderer renderer;

    public Reply(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.renderer = new PageRenderer(request, response);
    }

    /** The media type among the offered ones that the client likes best; the first if it does not say; empty if it wants none. */
    public Optional<String> choose(List<String> offered) {
        Headers.vary(response, "Accept");
        return Negotiation.choose(Headers.list(request, "Accept"), offered);
    }

    /**
     * The media type among the offered ones that the parameter {@code format} names; without it the one that the client likes best.
     *
     * @param what what is offered, for the message
     * @throws Refusal if there is none of that name, or the client accepts none of them
     */
    public String chooseOrRefuse(String what, List<String> offered) throws Refusal {
        String wanted = request.getParameter(Parameters.FORMAT);
        if (wanted != null && !wanted.isBlank()) {
            List<String> names = offered.stream()
                    .map(type -> Negotiation.names(type).get(0))
                    .distinct()
                    .toList();
            return Negotiation.named(wanted, offered)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.NOT_ACCEPTABLE,
                            what + " has no format of the name that is given",
                            FormatNames.hint(wanted, names)));
        }
        return choose(offered)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_ACCEPTABLE,
                        what + " is not to be had as any of the accepted media types",
                        "accept one of " + String.join(", ", offered)));
    }

    /** Whether the client is a browser rather than a program: it names pages, and nothing that it likes better. */
    public boolean toBrowser() {
        return Negotiation.wantsPages(Headers.list(request, "Accept"));
    }

    /** Sends an answer in a format; 304 if the client has it already. */
    public void answer(Result result, AnswerFormat format, String version) throws IOException, Refusal {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        format.write(result, body);
        versioned(body.toByteArray(), contentType(format), version);
    }

    /** Sends the answer to a canned query in a format; 304 if the client has it already. */
    public void answer(Answer answer, AnswerFormat format, Snapshot snapshot) throws IOException, Refusal {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        format.write(answer, snapshot.dataRead(), body);
        versioned(body.toByteArray(), contentType(format), snapshot.version());
    }

    /** Sends the bytes of an answer in a format; 304 if the client has it already. */
    public void answer(byte[] body, AnswerFormat format, String version) throws IOException {
        versioned(body, contentType(format), version);
    }

    /** Sends an answer that is written already; 304 if the client has it already. */
    public void answer(WrittenAnswer answer, String version) throws IOException {
        String type = contentType(answer.format());
        if (!isKnown(EntityTag.of(version, type, answer.digest()))) {
            start(HttpServletResponse.SC_OK, answer.length(), type);
            if (hasBody()) {
                answer.writeTo(response.getOutputStream());
            }
        }
    }

    private static String contentType(AnswerFormat format) {
        boolean text = format.mediaType().startsWith("text/");
        return text ? format.mediaType() + "; charset=utf-8" : format.mediaType();
    }

    /** Sends what belongs to a version of the graph; 304 if the client has it already. */
    public void versioned(byte[] body, String contentType, String version) throws IOException {
        EntityTag tag = EntityTag.of(version, contentType, Iris.digest(body));
        Optional<KeptAnswers.Slot> slot = KeptAnswers.slot(request);
        if (slot.isPresent()) {
            slot.get().take(body, contentType, tag);
        } else if (!isKnown(tag)) {
            send(HttpServletResponse.SC_OK, body, contentType);
        }
    }

    /** Sends an answer that is kept, gzipped if it is kept so and the client takes it; 304 if the client has it already. */
    void kept(KeptAnswer answer) throws IOException {
        if (isKnown(answer.tag())) {
            return;
        }
        boolean gzipped = answer.gzipped() && takesGzip();
        if (gzipped) {
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("ETag", answer.tag().gzipped());
        }
        send(HttpServletResponse.SC_OK, gzipped ? answer.body() : answer.plain(), answer.contentType());
    }

    private boolean takesGzip() {
        String accepted = Headers.list(request, "Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(coding -> coding.replaceAll("\\s", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    /** Sends what belongs to the program and not to the graph, for caches to keep; 304 if the client has it already. */
    void asset(byte[] body, String contentType, String digest, String caching) throws IOException {
        boolean known = isKnown(EntityTag.of("", contentType, digest));
        response.setHeader("Cache-Control", caching);
        if (!known) {
            send(HttpServletResponse.SC_OK, body, contentType);
        }
    }

    /** Sends a file, or the one range of it that is asked for; 304 if the client has it already. */
    public void file(HeldFile file, String contentType, String version) throws IOException {
        response.setHeader("Accept-Ranges", "bytes");
        EntityTag tag = EntityTag.of(version, contentType, file.digest());
        if (isKnown(tag)) {
            return;
        }
        String unless = request.getHeader("If-Range");
        boolean inParts = request.getMethod().equals("GET")
                && (unless == null || unless.strip().equals(tag.value()));
        Optional<ByteRange> asked =
                inParts ? ByteRange.of(request.getHeader("Range"), file.length()) : Optional.empty();
        if (asked.filter(range -> !range.isSatisfiable()).isPresent()) {
            response.setHeader("Content-Range", "bytes */" + file.length());
            problem(
                    HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE,
                    "the file has no such range",
                    "it has " + file.length() + " bytes");
            return;
        }
        asked.ifPresent(range -> response.setHeader(
                "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.length()));
        ByteRange sent = asked.orElse(new ByteRange(0, file.length() - 1));
        start(
                asked.isPresent() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK,
                sent.length(),
                contentType);
        if (!request.getMethod().equals("HEAD")) {
            file.copy(sent.first(), sent.length(), response.getOutputStream());
        }
    }

    /**
     * Whether the client has this representation already, or wants another one only; then that is said, and nothing more is to be sent (RFC 9110,
     * section 13).
     */
    private boolean isKnown(EntityTag tag) throws IOException {
        response.setHeader("ETag", tag.value());
        response.setHeader("Cache-Control", "no-cache");
        String onlyIf = Headers.list(request, "If-Match");
        if (onlyIf != null && !tag.isExactlyIn(onlyIf)) {
            problem(
                    HttpServletResponse.SC_PRECONDITION_FAILED,
                    "what is here now is not what If-Match names",
                    "ask without If-Match, and compare the tags");
            return true;
        }
        if (!tag.isIn(Headers.list(request, "If-None-Match"))) {
            return false;
        }
        if (request.getMethod().equals("POST")) {
            problem(
                    HttpServletResponse.SC_PRECONDITION_FAILED,
                    "what is here now is what If-None-Match names",
                    "post without If-None-Match, or ask with GET");
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return true;
    }

    /** Sends a page that a template makes of values and, as {@code site}, of what every page knows. */
    public void page(String template, Map<String, Object> values, Snapshot snapshot) throws IOException {
        byte[] page = renderer.render(template, values, snapshot.version(), snapshot.dataRead());
        versioned(page, Negotiation.HTML + "; charset=utf-8", snapshot.version());
    }

    /** Sends what a template makes, as a page is made, as another type of document. */
    public void document(String template, Map<String, Object> values, Snapshot snapshot, String contentType)
            throws IOException {
        byte[] document = renderer.render(template, values, snapshot.version(), snapshot.dataRead());
        versioned(document, contentType, snapshot.version());
    }

    /** The language that the client chose or likes best. */
    public Language language() {
        return renderer.language();
    }

    /** Sends a page that nobody should keep, with a status. */
    public void page(int status, String template, Map<String, Object> values, Snapshot snapshot) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(
                status,
                renderer.render(template, values, snapshot.version(), snapshot.dataRead()),
                Negotiation.HTML + "; charset=utf-8");
    }

    /** A path of the site as the client finds it. */
    public String path(String path) {
        return Address.path(request) + path;
    }

    /** Leads to another path of the site, with a status. */
    public void redirect(int status, String path) {
        response.setHeader("Location", path(path));
        response.setStatus(status);
    }

    /** Tells in the header of another path of the site. */
    public void link(String path, String relation) {
        response.addHeader("Link", "<" + path(path) + ">; rel=\"" + relation + "\"");
    }

    /** Tells in the header that the same is to be had at another path of the site, as another type. */
    void alternate(String path, String mediaType) {
        link(path, "alternate\"; type=\"" + mediaType);
    }

    /** What every page knows of the site. */
    public Site site(Snapshot snapshot) {
        return renderer.site(snapshot.version(), snapshot.dataRead());
    }

    /** Sends JSON. */
    public void json(JsonValue value, String version) throws IOException {
        json(value, JSON_TYPE, version);
    }

    /** Sends JSON of a media type of its own. */
    public void json(JsonValue value, String contentType, String version) throws IOException {
        versioned(bytes(value), contentType, version);
    }

    /** Sends JSON about the state of the server, which nobody should keep. */
    public void state(JsonValue value) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(HttpServletResponse.SC_OK, bytes(value), JSON_TYPE);
    }

    /** Tells what came of what was sent, as JSON that nobody should keep. */
    public void told(int status, JsonValue value) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(status, bytes(value), JSON_TYPE);
    }

    /** Sends text about the state of the server, which nobody should keep. */
    public void state(String text, String contentType) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(HttpServletResponse.SC_OK, text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /** Refuses: a page for browsers, a problem document (RFC 9457) for programs, lines of text for whoever asks for them. */
    public void refuse(Refusal refusal) throws IOException {
        refuse(refusal, List.of());
    }

    /** Refuses, and leads browsers to what may be meant. */
    public void refuse(Refusal refusal, List<Link> near) throws IOException {
        int status = status(refusal);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && refusal.reason() != Refusal.Reason.TOO_LARGE) {
            // What is too large always will be; only what takes too long now may be served at another time.
            response.setIntHeader("Retry-After", RETRY_SECONDS);
        }
        boolean all = refusal.choices().filter(choices -> !choices.near()).isPresent();
        problem(status, refusal.getMessage(), refusal.fix(), near, all);
    }

    /** The status of an answer that refuses. */
    public static int status(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case BAD_REQUEST -> HttpServletResponse.SC_BAD_REQUEST;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case NOT_ACCEPTABLE -> HttpServletResponse.SC_NOT_ACCEPTABLE;
            case TOO_LARGE, OVER_LIMIT, BUSY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case BAD_GATEWAY -> HttpServletResponse.SC_BAD_GATEWAY;
        };
    }

    /** Reports a problem with its status, cause and fix. */
    public void problem(int status, String told, String fix) throws IOException {
        problem(status, told, fix, List.of(), false);
    }

    private void problem(int status, String told, String fix, List<Link> near, boolean all) throws IOException {
        Headers.vary(response, "Accept");
        String cause = told.length() <= MOST_REPEATED ? told : told.substring(0, MOST_REPEATED) + "…";
        response.setHeader("Cache-Control", "no-store");
        ProblemDocument problem = new ProblemDocument(status, cause, fix);
        if (RpcProblem.isFor(request.getMethod(), request.getRequestURI())) {
            send(status, RpcProblem.of(problem), JSON_TYPE);
        } else if (toBrowser()) {
            send(status, problem.page(renderer.site("", ""), near, all), Negotiation.HTML + "; charset=utf-8");
        } else if (wantsText()) {
            send(status, problem.text(), TEXT_TYPE);
        } else {
            send(status, problem.json(), ProblemDocument.MEDIA_TYPE);
        }
    }

    /** Whether the client shows people what it gets as it is, as the SPARQL editor does with errors. */
    private boolean wantsText() {
        String accept = Headers.list(request, "Accept");
        return Negotiation.names(accept, "text/plain")
                && !Negotiation.names(accept, JSON_TYPE)
                && !Negotiation.names(accept, ProblemDocument.MEDIA_TYPE);
    }

    private void start(int status, long length, String contentType) {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLengthLong(length);
    }

    private void send(int status, byte[] body, String contentType) throws IOException {
        start(status, body.length, contentType);
        if (hasBody()) {
            response.getOutputStream().write(body);
        }
    }

    /** Whether the body is to be written: for HEAD only to be gzipped, so that the headers become those of GET; nothing of it is sent. */
    private boolean hasBody() {
        return !request.getMethod().equals("HEAD") || takesGzip();
    }

    private static byte[] bytes(JsonValue value) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        JSON.write(body, value);
        return body.toByteArray();
    }
}
