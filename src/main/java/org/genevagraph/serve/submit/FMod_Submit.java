package org.genevagraph.serve.submit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.rows.RdfRows;
import org.genevagraph.curate.rows.RowReport;
import org.genevagraph.curate.submit.Submissions;
import org.genevagraph.curate.submit.Tokens;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.RowChecks;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.BodyType;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.traffic.Attempts;
import org.genevagraph.serve.traffic.Clients;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.watch.TimeLimit;

/**
 * Takes rows at {@code /submit}, as CSV or as RDF, from those who have a token: looks at them, tells what they would change, and with {@code commit=true} puts
 * them into the tables, all or none. There only if the operator wants it.
 */
public final class FMod_Submit implements FusekiModule {
    /** Where it is. */
    public static final String PATH = "/submit";

    /** The methods to which it answers. */
    public static final String ALLOWED = "POST, OPTIONS";

    private static final int MOST_CHANGES = 500;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Duration TIME = Duration.ofSeconds(60);
    /** For so long a request waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String BEARER = "bearer ";

    /** The languages of RDF that are read. */
    private static final Map<String, Lang> RDF = new TreeMap<>(Map.of(
            "text/turtle", Lang.TURTLE, "application/n-triples", Lang.NTRIPLES, "application/ld+json", Lang.JSONLD));

    private final Supplier<Served> served;
    private final Submissions submissions;
    private final Tokens tokens;
    private final Publishing publishing;
    private final Attempts wrong = new Attempts(10, Duration.ofMinutes(1), System::nanoTime);
    private final Attempts sent = new Attempts(60, Duration.ofHours(1), System::nanoTime);

    /** Serves what was written. */
    public interface Publishing {
        void publish(Inputs inputs, Snapshot snapshot) throws IOException, ProblemException;
    }

    public FMod_Submit(Supplier<Served> served, Submissions submissions, Tokens tokens, Publishing publishing) {
        this.served = served;
        this.submissions = submissions;
        this.tokens = tokens;
        this.publishing = publishing;
    }

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new SubmitServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class SubmitServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", ALLOWED);
                reply.problem(
                        405,
                        "rows are posted here",
                        "post CSV, a zip of tables or RDF, with a token; see /docs/curate");
                return;
            }
            Optional<Tokens.Holder> holder = tokens.holder(token(request));
            if (holder.isEmpty()) {
                String client =
                        String.valueOf(Clients.network(Arrival.of(request).client()));
                if (!wrong.take(client)) {
                    throttle(response, reply, 60, "too many requests without a token that holds come from one address");
                    return;
                }
                response.setHeader("WWW-Authenticate", "Bearer realm=\"submit\"");
                reply.problem(401, "the request has no token that holds", "send Authorization: Bearer TOKEN");
                return;
            }
            if (!sent.take(holder.get().name())) {
                throttle(response, reply, 600, "the holder of this token has sent rows too often within an hour");
                return;
            }
            try {
                answer(request, reply, holder.get());
            } catch (Refusal refusal) {
                if (refusal.reason() == Refusal.Reason.TOO_LARGE) {
                    // Here it is the body that is too large, and no answer.
                    reply.problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, refusal.getMessage(), refusal.fix());
                } else {
                    reply.refuse(refusal);
                }
            } catch (QueryCancelledException e) {
                reply.refuse(new Refusal(
                        Refusal.Reason.OVER_LIMIT,
                        "looking at the rows takes longer than " + TimeLimit.inWords(TIME) + ", which is the limit",
                        "send fewer rows"));
            } catch (ProblemException e) {
                reply.problem(
                        HttpServletResponse.SC_CONFLICT,
                        "the rows are written, but not served yet: "
                                + e.problems().get(0).message(),
                        "they are served when that is corrected");
            }
        }

        private static String token(HttpServletRequest request) {
            String given =
                    Optional.ofNullable(request.getHeader("Authorization")).orElse("");
            return given.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    ? given.substring(BEARER.length()).strip()
                    : "";
        }

        private static void throttle(HttpServletResponse response, Reply reply, int seconds, String counted)
                throws IOException {
            response.setIntHeader("Retry-After", seconds);
            reply.problem(TOO_MANY_REQUESTS, counted, "try again in " + TimeLimit.inWords(Duration.ofSeconds(seconds)));
        }

        private void answer(HttpServletRequest request, Reply reply, Tokens.Holder holder)
                throws IOException, Refusal, ProblemException {
            boolean commit = "true".equals(request.getParameter("commit"));
            String base = Optional.ofNullable(request.getHeader("If-Match"))
                    .orElse("")
                    .replaceAll("^(?:W/)?\"|\"$", "");
            if (commit && base.isEmpty()) {
                reply.problem(
                        PRECONDITION_REQUIRED,
                        "it is not said on which version the rows were looked at",
                        "send them without commit first, and then with If-Match: \""
                                + served.get().snapshot().version() + "\"");
                return;
            }
            List<Inputs.File> rows = rows(request, reply);
            if (rows.isEmpty()) {
                return;
            }
            Looked looked;
            // Who may write waits for those who only have rows checked.
            try (RowChecks.Turn turn = served.get().checks().begin(PATIENCE)) {
                // What is served now: it may be another version since the request came.
                looked = look(rows, commit ? Optional.of(base) : Optional.empty(), holder);
            } catch (Submissions.NotWrittenException e) {
                // What the system says of its disk is for whoever runs the server.
                if (e.isUnsettled()) {
                    reply.problem(
                            INSUFFICIENT_STORAGE,
                            "the rows could not be written as a whole, and may yet be when there is room",
                            "tell whoever runs the server, and look later which version is served");
                } else {
                    reply.problem(
                            INSUFFICIENT_STORAGE,
                            "the rows could not be written, and are not in the tables",
                            "tell whoever runs the server, and send them again later");
                }
                return;
            }
            reply.told(looked.status(), looked.json());
        }

        /** What came of looking at rows. */
        private record Looked(int status, JsonObject json) {}

        /**
         * Looks at rows, and writes them if that is wanted.
         *
         * @param base the version on which they are to be written; empty if they are only looked at
         */
        private Looked look(List<Inputs.File> rows, Optional<String> base, Tokens.Holder holder)
                throws IOException, Refusal, ProblemException, Submissions.NotWrittenException {
            Served now = served.get();
            Inputs inputs = now.inputs()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.FORBIDDEN,
                            "this server has no tables",
                            "ask whoever runs it to serve a folder of tables"));
            String version = now.snapshot().version();
            if (base.isPresent() && !base.get().equals(version)) {
                throw new Refusal(
                        Refusal.Reason.CONFLICT,
                        "the rows were looked at on version " + base.get() + ", and " + version + " is served by now",
                        "send them without commit again, and look at what they change");
            }
            Submissions.Staged staged = Submissions.stage(inputs, holder, rows, TimeLimit.in(TIME));
            boolean committed = base.isPresent() && staged.snapshot().isPresent();
            if (committed) {
                submissions.commit(inputs, staged, holder);
                publishing.publish(
                        staged.inputs().orElseThrow(), staged.snapshot().orElseThrow());
            }
            return new Looked(
                    staged.snapshot().isPresent() ? HttpServletResponse.SC_OK : UNPROCESSABLE,
                    json(staged, staged.checked().withoutPlaces(inputs), now.snapshot(), committed)
                            .build()
                            .getAsObject());
        }

        /** The tables that were sent; empty if the response says why there are none. */
        private static List<Inputs.File> rows(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            BodyType type = BodyType.of(request);
            boolean zipped = type.mediaType().equals("application/zip");
            Lang language = RDF.get(type.mediaType());
            if (!zipped && ((language == null && !type.mediaType().equals("text/csv")) || !type.isUtf8())) {
                reply.problem(
                        415,
                        "content of this type is not read here",
                        "post text/csv in UTF-8, tables in files as application/zip, or RDF as "
                                + String.join(", ", RDF.keySet()));
                return List.of();
            }
            byte[] body = request.getInputStream().readAllBytes();
            return language != null
                    ? RdfRows.tables(new String(body, StandardCharsets.UTF_8), language)
                    : SubmittedFiles.of(body, zipped);
        }

        private static JsonBuilder json(
                Submissions.Staged staged, ProposedRows checked, Snapshot before, boolean committed) {
            JsonBuilder json = JsonBuilder.create()
                    .startObject()
                    .pair("sound", staged.snapshot().isPresent())
                    .pair("committed", committed)
                    .pair("base", before.version());
            staged.snapshot().ifPresent(after -> json.pair("version", after.version()));
            json.key("faults").startArray();
            checked.faults().forEach(fault -> RowReport.add(RowReport.fault(fault), json));
            json.finishArray().key("facts").startArray();
            checked.facts().forEach(fact -> RowReport.add(RowReport.fact(fact), json));
            json.finishArray().key("changes").startArray();
            staged.snapshot()
                    .ifPresent(after -> GraphDiff.changes(before, after, "en").stream()
                            .limit(MOST_CHANGES)
                            .forEach(change -> json.value(line(change))));
            return json.finishArray().finishObject();
        }

        private static String line(Change change) {
            return change.area().label() + " " + change.how().label() + ": " + change.says();
        }
    }
}
