package org.genevagraph.serve.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.page.editor.EditorPage;
import org.genevagraph.page.editor.Examples;
import org.genevagraph.page.editor.Vocabulary;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.discovery.KeptDescriptions;
import org.genevagraph.serve.gate.FMod_Gate;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.BodyType;
import org.genevagraph.serve.http.request.FormatNames;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.vocabulary.DatasetTerms;

/** The SPARQL 1.1 Protocol for queries at {@code /sparql}, under limits; without a query, the editor or the service description. */
public final class FMod_Sparql implements FusekiModule {
    static final String PATH = "/sparql";

    /** The header, and the attribute of a request that keeps what was in it before the library writes its own. */
    private static final String VARY = "Vary";

    /** What fills the editor instead of asking: a query's text, or the name of an example. */
    private static final Set<String> EDITING = Set.of("edit", "example");

    private static final List<String> DESCRIPTIONS = List.of(
            "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml", Negotiation.HTML);

    /** The editor's tables and tooltips write their styles into the page. */
    private static final String EDITOR_STYLES = "; style-src 'self' 'unsafe-inline'";

    private final Supplier<Served> served;

    public FMod_Sparql(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "sparql";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.registerOperation(Operation.Query, new QueryProcessor());
        // The data set behind the service is a stand-in: each request asks the snapshot that is served when it begins.
        builder.add(
                PATH,
                DataService.newBuilder(DatasetGraphZero.create())
                        .addEndpoint(Operation.Query)
                        .build());
        builder.addFilter(PATH, withoutQuery());
        builder.addServlet(EditorPage.VOCABULARY, new VocabularyServlet());
    }

    /** Answers requests that bring no query. */
    private Filter withoutQuery() {
        return (anyRequest, anyResponse, chain) -> {
            HttpServletRequest request = (HttpServletRequest) anyRequest;
            HttpServletResponse response = (HttpServletResponse) anyResponse;
            Reply reply = new Reply(request, response);
            if (request.getParameter("update") != null) {
                reply.problem(403, "an update would change the graph, which is read-only", "ask with query=");
            } else if (isBody(request) || request.getParameter("query") != null) {
                request.setAttribute(VARY, List.copyOf(response.getHeaders(VARY)));
                chain.doFilter(request, response);
            } else if (request.getMethod().equals("POST")) {
                reply.problem(400, "there is no query", "send one as query=");
            } else {
                describe(request, response, reply);
            }
        };
    }

    /** Whether the body is the query. */
    private static boolean isBody(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && BodyType.of(request).mediaType().equals("application/sparql-query");
    }

    private void describe(HttpServletRequest request, HttpServletResponse response, Reply reply) throws IOException {
        Served now = served.get();
        try {
            String type = reply.chooseOrRefuse("the service description", DESCRIPTIONS);
            if (type.equals(Negotiation.HTML)) {
                EditorPage page = editor(Parameters.of(request, EDITING), now, reply.language());
                response.setHeader("Content-Security-Policy", FMod_Gate.CONTENT_SECURITY_POLICY + EDITOR_STYLES);
                reply.page("site/sparql.jte", Map.of("page", page), now.snapshot());
            } else {
                AnswerFormat format = Arrays.stream(AnswerFormat.values())
                        .filter(candidate -> candidate.mediaType().equals(type))
                        .findFirst()
                        .orElseThrow();
                Set<Node> features = now.foreign().services().isEmpty() ? Set.of() : Set.of(DatasetTerms.FEDERATED);
                KeptDescriptions.service(now, features, format, request, reply);
            }
        } catch (Refusal refusal) {
            reply.refuse(refusal);
        }
    }

    /** The editor with the query that the request gives, names as an example, or with the one that everyone begins with. */
    private static EditorPage editor(Map<String, String> parameters, Served now, Language language) throws Refusal {
        Examples examples = examples(now);
        Limits limits = now.runner().limits();
        String text = parameters.get("edit");
        if (text != null) {
            return new EditorPage(text, true, "", List.of(), examples, limits);
        }
        if (parameters.containsKey("example")) {
            Examples.Example example = examples.find(parameters.get("example"));
            Services services = now.foreign().services();
            List<String> refused = example.calls().stream()
                    .filter(endpoint -> services.find(endpoint).isEmpty())
                    .toList();
            return new EditorPage(example.text(), true, example.name(), refused, examples, limits);
        }
        return new EditorPage(EditorPage.first(language), false, "", List.of(), examples, limits);
    }

    private static Examples examples(Served now) {
        return now.once(Examples.class, any -> Examples.of(now.catalogue(), now.runner()));
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }

    /** What the editor completes and offers. */
    @SuppressWarnings("serial") // Never serialized.
    private final class VocabularyServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            String version = now.snapshot().version();
            Language language = Optional.ofNullable(request.getParameter(Site.LANGUAGE_PARAMETER))
                    .flatMap(Language::of)
                    .orElse(Language.EN);
            Vocabulary vocabulary = now.once(Vocabulary.class, Vocabulary::of);
            new Reply(request, response)
                    .json(EditorPage.json(vocabulary, examples(now), now.labels(), language, version), version);
        }
    }

    /** Where the text of a query is. */
    private interface Text {
        String of(HttpServletRequest request) throws IOException, Refusal;

        /** The body of a request, which the protocol wants in UTF-8. */
        static String ofBody(HttpServletRequest request) throws IOException, Refusal {
            if (!BodyType.of(request).isUtf8()) {
                throw bad("the query is not in UTF-8", "send it in UTF-8, and say so or nothing in Content-Type");
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(request.getInputStream().readAllBytes()))
                        .toString();
            } catch (CharacterCodingException e) {
                throw bad("the query has a byte that is not UTF-8", "send it in UTF-8");
            }
        }
    }

    private static final Set<String> ROWS = Set.of("SELECT", "ASK");
    private static final Set<String> GRAPHS = Set.of("CONSTRUCT", "DESCRIBE");

    /** Other media types by which clients ask for a format of rows. */
    private static final Map<String, AnswerFormat> ROWS_ALSO = Map.of(
            "application/xml", AnswerFormat.XML,
            "text/xml", AnswerFormat.XML,
            "text/comma-separated-values", AnswerFormat.CSV);

    /** Other media types by which clients ask for a format of graphs. */
    private static final Map<String, AnswerFormat> GRAPHS_ALSO = Map.of(
            "application/xml", AnswerFormat.RDF,
            "text/xml", AnswerFormat.RDF,
            "application/x-turtle", AnswerFormat.TTL,
            "text/n3", AnswerFormat.TTL,
            "text/rdf+n3", AnswerFormat.TTL,
            "text/ntriples", AnswerFormat.NT);

    private static final Pattern FIRST_WORD =
            Pattern.compile("(?i)(?:\\s++|#[^\\n]*+|(?:PREFIX\\s++[^\\s<]*+|BASE)\\s*+<[^>]*+>)*+([A-Z]++)");

    private final class QueryProcessor extends SPARQL_QueryDataset {
        @Override
        public void validate(HttpAction action) {
            // Method and content type were checked at the gate, parameters are checked below.
        }

        @Override
        public void execHead(HttpAction action) {
            executeLifecycle(action);
        }

        @Override
        protected void executeBody(HttpAction action) {
            answer(action, Text::ofBody);
        }

        @Override
        protected void execute(String text, HttpAction action) {
            answer(action, request -> text);
        }

        private void answer(HttpAction action, Text text) {
            HttpServletResponse response = unwrapped(action);
            // It would tell which software this is, and nobody could do anything with it.
            response.setHeader("Fuseki-Request-Id", null);
            // What it names in place of what filters named is no reason for another answer here.
            response.setHeader(VARY, null);
            if (action.getRequest().getAttribute(VARY) instanceof List<?> own) {
                own.forEach(named -> response.addHeader(VARY, named.toString()));
            }
            Reply reply = new Reply(action.getRequest(), response);
            try {
                try {
                    answer(text.of(action.getRequest()), action.getRequest(), reply);
                } catch (Refusal refusal) {
                    reply.refuse(refusal);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Fuseki's wrapper counts on headers being set once each, which would erase what filters added to Vary. */
        private static HttpServletResponse unwrapped(HttpAction action) {
            return action.getResponse() instanceof HttpServletResponseWrapper wrapper
                    ? (HttpServletResponse) wrapper.getResponse()
                    : action.getResponse();
        }

        private void answer(String text, HttpServletRequest request, Reply reply) throws IOException, Refusal {
            if (values(request, "query").size() + (isBody(request) ? 1 : 0) > 1) {
                throw bad("there is more than one query", "send one at a time");
            }
            Served now = served.get();
            if (isSentBy(now.foreign().services().sender(), request)) {
                throw Services.loop();
            }
            ForeignQuery query = new ForeignQuery(
                    text,
                    values(request, "default-graph-uri"),
                    values(request, "named-graph-uri"),
                    format(request, AnswerFormat.fitting(true), isOf(ROWS, text), reply),
                    format(request, AnswerFormat.fitting(false), isOf(GRAPHS, text), reply),
                    limits(request, now.runner().limits()),
                    Address.all(request, PATH));
            try (WrittenAnswer answer = now.foreign().answer(query)) {
                reply.answer(answer, now.snapshot().version());
            }
        }

        /** Whether it is a call of this server that came back to it, under whatever name it was reached. */
        private static boolean isSentBy(String sender, HttpServletRequest request) {
            return Collections.list(request.getHeaders("Via")).stream().anyMatch(via -> via.contains(sender));
        }

        /** What a query begins with, behind comments and prefixes; whether that is all right is found out in the worker. */
        private static boolean isOf(Set<String> forms, String text) {
            Matcher word = FIRST_WORD.matcher(text);
            return word.lookingAt() && forms.contains(word.group(1).toUpperCase(Locale.ROOT));
        }

        private static List<String> values(HttpServletRequest request, String parameter) {
            String[] values = request.getParameterValues(parameter);
            return values == null
                    ? List.of()
                    : Arrays.stream(values).filter(value -> !value.isBlank()).toList();
        }

        /**
         * The format that the client likes best among those that fit.
         *
         * @param answersQuery whether the query answers in one of these; if not, whatever comes of it is not used
         * @throws Refusal if it names one that there is for no query, or accepts none
         */
        private static AnswerFormat format(
                HttpServletRequest request, List<AnswerFormat> fitting, boolean answersQuery, Reply reply)
                throws Refusal {
            boolean rows = fitting.contains(AnswerFormat.XML);
            for (String parameter : List.of("format", "output", "results")) {
                String wanted = request.getParameter(parameter);
                if (wanted == null || wanted.isBlank()) {
                    continue;
                }
                Optional<AnswerFormat> format = fitting.stream()
                        .filter(candidate -> isCalled(candidate, wanted, rows))
                        .findFirst();
                if (format.isPresent()) {
                    return format.get();
                }
                if (answersQuery) {
                    List<String> labels =
                            fitting.stream().map(AnswerFormat::label).toList();
                    throw new Refusal(
                            Refusal.Reason.NOT_ACCEPTABLE,
                            parameter + " is none of the formats in which this query answers",
                            FormatNames.hint(wanted, labels));
                }
            }
            Map<String, AnswerFormat> offered = new LinkedHashMap<>();
            fitting.forEach(format -> offered.put(format.mediaType(), format));
            // Clients that can only say "text/xml" still mean the formats of SPARQL.
            (rows ? ROWS_ALSO : GRAPHS_ALSO).forEach(offered::putIfAbsent);
            Optional<String> type = reply.choose(List.copyOf(offered.keySet()));
            if (type.isEmpty() && answersQuery && !reply.toBrowser()) {
                reply.chooseOrRefuse(
                        "an answer to this query",
                        fitting.stream().map(AnswerFormat::mediaType).toList());
            }
            return type.map(offered::get).orElse(fitting.get(0));
        }

        private static boolean isCalled(AnswerFormat format, String name, boolean rows) {
            // Clients say "xml" before they know whether they ask for rows or a graph.
            AnswerFormat also = (rows ? ROWS_ALSO : GRAPHS_ALSO)
                    .getOrDefault(
                            name.strip().toLowerCase(Locale.ROOT),
                            rows || !name.strip().equalsIgnoreCase(AnswerFormat.XML.label()) ? null : AnswerFormat.RDF);
            return also == format
                    || Negotiation.named(name, List.of(format.mediaType())).isPresent();
        }

        /** A client may ask for less time, in seconds, never for more. */
        private static Limits limits(HttpServletRequest request, Limits limits) throws Refusal {
            String timeout = request.getParameter("timeout");
            if (timeout == null || timeout.isBlank()) {
                return limits;
            }
            try {
                Duration wanted = Duration.ofMillis(Math.round(Double.parseDouble(timeout) * 1000));
                return wanted.isZero() || wanted.isNegative() || wanted.compareTo(limits.time()) > 0
                        ? limits
                        : limits.withTime(wanted);
            } catch (NumberFormatException e) {
                throw bad("timeout is no number", "give it in seconds, for example 2.5");
            }
        }
    }
}
