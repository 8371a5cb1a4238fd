package org.genevagraph.serve.reconcile;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.reconcile.EntityType;
import org.genevagraph.query.reconcile.PropertyValue;
import org.genevagraph.query.reconcile.ReconcileQuery;
import org.genevagraph.query.reconcile.Reconciler;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.vocabulary.GG;

/** Matches names in tables with things at {@code /reconcile}, by the W3C Reconciliation Service API 0.2. */
public final class FMod_Reconcile implements FusekiModule {
    private static final String PATH = "/reconcile";
    private static final String ENTITIES = "/suggest/entity";
    private static final String TYPES = "/suggest/type";
    private static final String PROPERTIES = "/suggest/property";
    private static final String PROPOSE = "/extend/propose";
    private static final String PREVIEW = "/preview";
    private static final String VIEW = "/view";
    private static final List<String> ALL = List.of(ENTITIES, TYPES, PROPERTIES, PROPOSE, PREVIEW, VIEW);

    private static final int PREVIEW_WIDTH = 430;
    private static final int PREVIEW_HEIGHT = 260;
    private static final int SUGGESTIONS = 10;

    /** A preview is there to be shown within other people's pages. */
    private static final String FRAMED =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final Supplier<Served> served;

    public FMod_Reconcile(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new ReconcileServlet());
        builder.addServlet(PATH + "/*", new ReconcileServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ReconcileServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                answer(request, response, reply);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private void answer(HttpServletRequest request, HttpServletResponse response, Reply reply)
                throws IOException, Refusal {
            String path = Optional.ofNullable(request.getPathInfo()).orElse("");
            Map<String, String> given = Parameters.of(request);
            Served now = served.get();
            Reconciler reconciler = now.once(
                    Reconciler.class,
                    snapshot -> new Reconciler(
                            snapshot.dataset().getDefaultGraph(), now.runner().things()));
            Responses responses = new Responses(
                    reconciler,
                    now.runner().things(),
                    now.snapshot().dataset().getDefaultGraph(),
                    now.labels(),
                    reply.site(now.snapshot()).language());
            switch (path) {
                case PREVIEW -> preview(thing(given, now), now, responses, response, reply);
                case VIEW -> {
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader(
                            "Location",
                            reply.site(now.snapshot())
                                    .link(Paths.of(thing(given, now).getURI())));
                }
                default -> {
                    reply.chooseOrRefuse("what the service says", List.of(Reply.JSON_TYPE));
                    json(path, given, request, now, responses, reply);
                }
            }
        }

        private void json(
                String path,
                Map<String, String> given,
                HttpServletRequest request,
                Served now,
                Responses responses,
                Reply reply)
                throws IOException, Refusal {
            String version = now.snapshot().version();
            String prefix = given.getOrDefault("prefix", "");
            Reconciler reconciler = responses.reconciler();
            switch (path) {
                case "", "/" -> service(given, request, now, responses, reply);
                case ENTITIES -> reply.json(entities(prefix, given, now, responses), version);
                case TYPES -> reply.json(responses.suggestedTypes(prefix, cursor(given)), version);
                case PROPERTIES -> reply.json(responses.suggestedProperties(prefix, cursor(given)), version);
                case PROPOSE -> {
                    String type = given.getOrDefault("type", "").strip();
                    List<EntityType> types =
                            type.isEmpty() ? List.of() : List.of(EntityType.find(type, reconciler.types()));
                    reply.json(responses.proposals(types, number(given, "limit", Integer.MAX_VALUE)), version);
                }
                default ->
                    throw new Refusal(
                            Refusal.Reason.NOT_FOUND,
                            "the service has nothing at " + PATH + path,
                            Nearest.hint(path, ALL, "it has " + String.join(", ", ALL)));
            }
        }

        private void service(
                Map<String, String> given, HttpServletRequest request, Served now, Responses responses, Reply reply)
                throws IOException, Refusal {
            String version = now.snapshot().version();
            if (given.containsKey("queries")) {
                Map<String, ReconcileQuery> batch = Requests.batch(given.get("queries"), responses.reconciler());
                if (batch.size() > Requests.BATCH) {
                    reply.problem(
                            413,
                            "the batch has " + batch.size() + " queries",
                            "send at most " + Requests.BATCH + " at a time");
                } else {
                    reply.json(responses.results(batch, now.runner().limits()), version);
                }
            } else if (given.containsKey("extend")) {
                Requests.Extension extension = Requests.extension(given.get("extend"), responses.reconciler());
                reply.json(responses.extended(extension, now.runner().limits()), version);
            } else if (request.getMethod().equals("POST")) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "there are neither queries nor extend in the form",
                        "send one of them as JSON");
            } else {
                reply.json(manifest(responses, reply.site(now.snapshot()), Address.of(request)), version);
            }
        }
    }

    private static JsonObject entities(String prefix, Map<String, String> given, Served now, Responses responses)
            throws Refusal {
        if (prefix.isBlank()) {
            return responses.entities(now.search().search(new SearchRequest("", "", SUGGESTIONS, 0)));
        }
        if (prefix.length() > Nearest.MOST_CHARACTERS) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "prefix has " + prefix.length() + " characters",
                    "use at most " + Nearest.MOST_CHARACTERS);
        }
        Map<String, String> asked = new HashMap<>(Map.of("q", prefix, "limit", Integer.toString(SUGGESTIONS)));
        asked.put("offset", Integer.toString(cursor(given)));
        String type = given.getOrDefault("type", "").strip();
        if (!type.isEmpty()) {
            asked.put(
                    "kind",
                    EntityType.find(type, responses.reconciler().types()).kind());
        }
        return responses.entities(now.search().search(SearchRequest.of(asked)));
    }

    private static int cursor(Map<String, String> given) throws Refusal {
        return number(given, "cursor", 0);
    }

    private static int number(Map<String, String> given, String name, int otherwise) throws Refusal {
        String text = given.getOrDefault(name, "").strip();
        if (!text.isEmpty() && !text.matches("\\d{1,6}")) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    name + ": '" + text + "' is no whole number",
                    "for example " + name + "=10");
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    /** The thing of an id. */
    private static Node thing(Map<String, String> given, Served now) throws Refusal {
        String id = given.getOrDefault("id", "").strip();
        if (id.isEmpty()) {
            throw new Refusal(Refusal.Reason.BAD_REQUEST, "no id is given", "for example id=organisation/gcsp");
        }
        return now.runner().things().find(id, SearchIndex.KINDS);
    }

    private static void preview(Node thing, Served now, Responses responses, HttpServletResponse response, Reply reply)
            throws IOException, Refusal {
        reply.chooseOrRefuse("a preview", List.of(Negotiation.HTML));
        response.setHeader("Content-Security-Policy", FRAMED);
        Reconciler reconciler = responses.reconciler();
        List<String> websites = reconciler
                .properties()
                .values(reconciler.properties().find("website"), thing)
                .stream()
                .map(PropertyValue::text)
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("name", responses.labels().of(thing, responses.language()));
        values.put(
                "type",
                reconciler
                        .typeOf(thing)
                        .map(type -> responses.labels().of(type.term(), responses.language()))
                        .orElse(""));
        values.put("description", responses.description(thing));
        values.put("path", Paths.of(thing.getURI()));
        values.put("websites", websites);
        reply.page("thing/preview.jte", values, now.snapshot());
    }

    private static JsonObject manifest(Responses responses, Site site, String address) {
        String service = address + PATH;
        String language = site.chosen()
                ? "&" + Site.LANGUAGE_PARAMETER + "=" + site.language().tag()
                : "";
        JsonObject manifest = new JsonObject();
        JsonArray versions = new JsonArray();
        versions.add("0.2");
        manifest.put("versions", versions);
        manifest.put("name", "Geneva Graph");
        manifest.put("identifierSpace", Responses.IDENTIFIER_SPACE);
        manifest.put("schemaSpace", GG.NS);
        manifest.put("documentation", address + DocPage.RECONCILE.path());
        manifest.put("logo", address + "/assets/icon.svg");
        manifest.put("serviceVersion", site.version());
        JsonArray types = new JsonArray();
        responses.reconciler().types().forEach(type -> types.add(responses.type(type)));
        manifest.put("defaultTypes", types);
        manifest.put("view", object("url", service + VIEW + "?id={{id}}" + language));
        JsonObject preview = object("url", service + PREVIEW + "?id={{id}}" + language);
        preview.put("width", PREVIEW_WIDTH);
        preview.put("height", PREVIEW_HEIGHT);
        manifest.put("preview", preview);
        JsonObject suggest = new JsonObject();
        suggest.put("entity", part(service, ENTITIES));
        suggest.put("type", part(service, TYPES));
        suggest.put("property", part(service, PROPERTIES));
        manifest.put("suggest", suggest);
        JsonObject extend = new JsonObject();
        extend.put("propose_properties", part(service, PROPOSE));
        JsonObject limit = object("name", "limit");
        limit.put("label", Messages.text(site.language(), "reconcile.limit"));
        limit.put("type", "number");
        limit.put("default", 0);
        limit.put("help_text", Messages.text(site.language(), "reconcile.limit-help"));
        JsonArray settings = new JsonArray();
        settings.add(limit);
        extend.put("property_settings", settings);
        manifest.put("extend", extend);
        manifest.put("batchSize", Requests.BATCH);
        return manifest;
    }

    private static JsonObject part(String service, String path) {
        JsonObject part = object("service_url", service);
        part.put("service_path", path);
        return part;
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.put(name, value);
        return object;
    }
}
