package org.genevagraph.serve.discovery;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.dataset.LlmsText;
import org.genevagraph.page.dataset.Sitemap;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.vocabulary.Prefixes;

/** What crawlers, browsers, language models and readers of JSON-LD look for at addresses that they know beforehand. */
public final class FMod_Discovery implements FusekiModule {
    private static final String CHARSET = "; charset=utf-8";
    private static final String TEXT = "text/plain";
    private static final String XML = "application/xml";
    private static final String OPEN_SEARCH = "application/opensearchdescription+xml";
    private static final String JSON_LD = "application/ld+json";
    private static final String PYTHON = "text/x-python";
    /** Which file of a sitemap that has several. */
    private static final String PART = "part";

    private final Supplier<Served> served;

    public FMod_Discovery(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet("/robots.txt", new Fixed("the file for crawlers", TEXT, FMod_Discovery::robots));
        builder.addServlet("/sitemap.xml", new Fixed("the sitemap", XML, FMod_Discovery::sitemap));
        builder.addServlet(
                "/opensearch.xml", new Fixed("the description of the search", OPEN_SEARCH, FMod_Discovery::openSearch));
        builder.addServlet("/llms.txt", new Fixed("the file for language models", TEXT, FMod_Discovery::llms));
        builder.addServlet("/context.jsonld", new Fixed("the context", JSON_LD, FMod_Discovery::context));
        builder.addServlet("/geneva.py", new Fixed("the module", PYTHON, FMod_Discovery::python));
    }

    /** Answers a request from what is served. */
    private interface Answer {
        void send(Served now, HttpServletRequest request, Reply reply) throws IOException, Refusal;
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class Fixed extends HttpServlet {
        private final String what;
        private final String type;
        private final transient Answer answer;

        /** What is told in one form only, which whoever asks must accept. */
        Fixed(String what, String type, Answer answer) {
            this.what = what;
            this.type = type;
            this.answer = answer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse(what, List.of(type));
                answer.send(served.get(), request, reply);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }

    /** Lets crawlers everywhere but into spaces without end, where each answer leads to others. */
    private static void robots(Served now, HttpServletRequest request, Reply reply) throws IOException {
        String text = """
                User-agent: *
                Disallow: /sparql?
                Disallow: /search?
                Disallow: /queries/*?
                Disallow: /network?
                Disallow: /matrix?
                Disallow: /map?
                Disallow: /mcp
                Allow: /

                Sitemap: %s/sitemap.xml
                """.formatted(Address.of(request));
        reply.versioned(
                text.getBytes(StandardCharsets.UTF_8),
                TEXT + CHARSET,
                now.snapshot().version());
    }

    private static void sitemap(Served now, HttpServletRequest request, Reply reply) throws IOException, Refusal {
        Sitemap sitemap =
                now.once(Sitemap.class, snapshot -> Sitemap.of(snapshot, now.words(Language.EN), now.catalogue()));
        String part = request.getParameter(PART);
        boolean index = part == null && sitemap.parts(Sitemap.MOST) > 1;
        int number = part != null && part.matches("\\d{1,6}") ? Integer.parseInt(part) : part == null ? 1 : 0;
        List<Sitemap.Page> pages = sitemap.part(number, Sitemap.MOST);
        if (pages.isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.NOT_FOUND, "the sitemap has no part '" + part + "'", "begin at /sitemap.xml");
        }
        reply.document(
                index ? "site/sitemap-index.jte" : "site/sitemap.jte",
                index
                        ? Map.of("address", Address.of(request), "parts", sitemap.parts(Sitemap.MOST))
                        : Map.of("address", Address.of(request), "pages", pages),
                now.snapshot(),
                XML + CHARSET);
    }

    private static void openSearch(Served now, HttpServletRequest request, Reply reply) throws IOException {
        reply.document(
                "site/opensearch.jte",
                Map.of("origin", Address.origin(request)),
                now.snapshot(),
                OPEN_SEARCH + CHARSET);
    }

    private static void llms(Served now, HttpServletRequest request, Reply reply) throws IOException {
        String text =
                LlmsText.of(now.snapshot().catalogue(), now.words(Language.EN), now.catalogue(), Address.of(request));
        reply.versioned(
                text.getBytes(StandardCharsets.UTF_8),
                TEXT + CHARSET,
                now.snapshot().version());
    }

    /** The context that answers in JSON-LD have written into them. */
    private static void context(Served now, HttpServletRequest request, Reply reply) throws IOException {
        JsonObject context = new JsonObject();
        new TreeMap<>(Prefixes.ALL).forEach(context::put);
        JsonObject document = new JsonObject();
        document.put("@context", context);
        reply.versioned(
                document.toString().getBytes(StandardCharsets.UTF_8),
                JSON_LD,
                now.snapshot().version());
    }

    /** The module for notebooks, which by itself asks the server that it came from. */
    private static void python(Served now, HttpServletRequest request, Reply reply) throws IOException {
        String module;
        try (InputStream file = FMod_Discovery.class.getResourceAsStream("/python/geneva.py")) {
            module = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        reply.versioned(
                module.replace("http://127.0.0.1:3030", Address.of(request)).getBytes(StandardCharsets.UTF_8),
                PYTHON + CHARSET,
                now.snapshot().version());
    }
}
