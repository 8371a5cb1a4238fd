package org.genevagraph.serve.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.serve.http.Held;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.request.BodyType;
import org.genevagraph.serve.mcp.FMod_Mcp;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.submit.FMod_Submit;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.Iris;

/** Stands before everything: lets only reading through, allows any origin to read, and sets the headers that every response has. */
public final class FMod_Gate implements FusekiModule {
    private static final Set<String> READING = Set.of("GET", "HEAD", "POST");
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE", "MOVE", "COPY", "MKCOL");
    private static final String SPARQL = "/sparql";
    /** What pages may load: only what this server has, and neither scripts nor styles inside the page. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final Held served;

    public FMod_Gate(Held served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addFilter("/*", new Gate());
    }

    private final class Gate implements Filter {
        @Override
        public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest request = (HttpServletRequest) anyRequest;
            HttpServletResponse response = (HttpServletResponse) anyResponse;
            try (Held.Hold hold = served.hold()) {
                pass(request, response, chain);
            }
        }

        private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            setHeaders(response);
            Arrival arrival = Arrival.of(request);
            String path = request.getRequestURI();
            boolean withTexts = hasTexts();
            boolean isHealth = path.equals(Health.PATH) || path.startsWith(Health.PATH + "/");
            boolean guarded = path.equals(FMod_Mcp.PATH) || (withTexts && !isHealth);
            if (arrival.asForwarded()) {
                response.addHeader("Vary", Arrival.VARY);
            }
            if (guarded) {
                setOrigin(request.getHeader("Origin"), arrival, withTexts, response);
                if (isRefused(request, arrival, withTexts, response)) {
                    return;
                }
            }
            if (path.startsWith("//")) {
                // To browsers that is another host.
                new Reply(request, response)
                        .problem(400, "the address begins with two slashes", "begin its path with one");
                return;
            }
            Optional<String> canonical = CanonicalPath.of(request.getRequestURI());
            String query = request.getQueryString();
            if (canonical.isPresent()) {
                // What is posted has to be posted again.
                new Reply(request, response)
                        .redirect(
                                request.getMethod().equals("POST")
                                        ? HttpServletResponse.SC_PERMANENT_REDIRECT
                                        : HttpServletResponse.SC_MOVED_PERMANENTLY,
                                query == null ? canonical.get() : canonical.get() + "?" + query);
            } else if (request.getMethod().equals("OPTIONS")) {
                answerPreflight(methods(path), response);
            } else if (request.getRequestURI().equals(FMod_Mcp.PATH)) {
                // The protocol that is spoken there has errors of its own.
                chain.doFilter(request, response);
            } else if (CHANGING.contains(request.getMethod())) {
                new Reply(request, response)
                        .problem(403, request.getMethod() + " would change the graph, which is read-only", CURATORS);
            } else if (!READING.contains(request.getMethod())) {
                String methods = methods(path);
                response.setHeader("Allow", methods);
                new Reply(request, response)
                        .problem(405, "nothing here answers to such a method", "methods are " + methods);
            } else if (query != null && query.indexOf('\ufffd') >= 0) {
                new Reply(request, response)
                        .problem(
                                400,
                                "the address has bytes that are not UTF-8",
                                "encode them, each as a percent sign and two hexadecimal digits of UTF-8");
            } else if (!speaks(request.getParameter(Site.LANGUAGE_PARAMETER))) {
                new Reply(request, response)
                        .problem(
                                406,
                                "the site does not speak the language that lang names",
                                "languages are " + String.join(", ", Language.tags()));
            } else if (BodyType.isCompressed(request)) {
                new Reply(request, response).problem(415, "the request is compressed", "send it as it is");
            } else if (request.getMethod().equals("POST")) {
                post(request, response, chain);
            } else {
                served.get().kept().answer(request, response, chain);
            }
        }

        /** Texts belong to their authors: what carries them is for pages of this server only. */
        private static void setOrigin(String origin, Arrival arrival, boolean withTexts, HttpServletResponse response) {
            response.addHeader("Vary", "Origin");
            if (withTexts) {
                response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
                response.setHeader("Access-Control-Allow-Origin", null);
            }
            if (origin != null && arrival.trusts(origin)) {
                response.setHeader("Access-Control-Allow-Origin", origin);
            }
        }

        /** Whether a page that somebody else made asks, be it under a name of its own that leads here. */
        private static boolean isRefused(
                HttpServletRequest request, Arrival arrival, boolean withTexts, HttpServletResponse response)
                throws IOException {
            String origin = request.getHeader("Origin");
            if (!arrival.named()) {
                new Reply(request, response)
                        .problem(
                                421,
                                "the server is asked under a name that is not its own",
                                "ask " + arrival.base().url() + "/, or name the host with --allowed-host");
                return true;
            }
            if (origin != null && !arrival.trusts(origin)) {
                new Reply(request, response)
                        .problem(
                                403,
                                withTexts
                                        ? "pages of other origins may not read texts"
                                        : "pages of other origins may not use the tools",
                                "ask from a program, or name the host of the page with --allowed-host");
                return true;
            }
            return false;
        }

        private boolean hasTexts() {
            return served.get().snapshot().dataset().containsGraph(Iris.graph(SnapshotBuilder.TEXTS));
        }

        private void post(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String type = BodyType.of(request).mediaType();
            Reply reply = new Reply(request, response);
            if (request.getRequestURI().equals(FMod_Submit.PATH)) {
                // What is sent there is read by whoever looks at the token first.
                chain.doFilter(request, response);
            } else if (type.equals("application/sparql-update") || request.getParameter("update") != null) {
                reply.problem(403, "an update would change the graph, which is read-only", CURATORS);
            } else if (!methods(request.getRequestURI()).contains("POST")
                    || type.equals("application/sparql-query")
                    || type.equals("application/x-www-form-urlencoded")) {
                // Where nothing is posted, whatever stands there says so, if anything does.
                chain.doFilter(request, response);
            } else {
                boolean asksAnything = request.getRequestURI().equals(SPARQL);
                reply.problem(
                        415,
                        "content of this type is not read here",
                        asksAnything
                                ? "post a query as application/sparql-query or application/x-www-form-urlencoded"
                                : "post a form as application/x-www-form-urlencoded, or ask with GET");
            }
        }

        private String methods(String path) {
            return Methods.of(path, served.get().inbox().isPresent());
        }

        private static boolean speaks(String language) {
            return language == null
                    || language.isBlank()
                    || Language.of(language).isPresent();
        }

        private void setHeaders(HttpServletResponse response) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "Accept-Ranges, Content-Range, ETag, X-Graph-Version, X-Answer-Note, X-Total-Rows, Link, Retry-After");
            response.setHeader("X-Graph-Version", served.get().snapshot().version());
        }

        private static void answerPreflight(String methods, HttpServletResponse response) {
            response.setHeader("Allow", methods);
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Accept, Content-Type, If-None-Match, If-Range, Range, MCP-Protocol-Version, Mcp-Session-Id");
            response.setHeader("Access-Control-Max-Age", "86400");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static final String CURATORS = "propose facts by a pull request to the tables; see CONTRIBUTING";
}
