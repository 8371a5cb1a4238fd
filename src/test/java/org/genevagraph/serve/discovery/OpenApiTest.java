package org.genevagraph.serve.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/** The description of the server is valid and true: every path of it is called with its examples. */
class OpenApiTest extends RealServer {
    private static OpenAPI description() {
        HttpResponse<String> response = http.get("/openapi.json");
        assertEquals(200, response.statusCode());
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(response.body());
        assertEquals(List.of(), parsed.getMessages());
        assertNotNull(parsed.getOpenAPI());
        return parsed.getOpenAPI();
    }

    @Test
    void itIsValidAndNamesEveryQuery() {
        OpenAPI description = description();
        assertTrue(description.getOpenapi().startsWith("3.1"), description.getOpenapi());
        for (QueryFile query : server.served().catalogue().all()) {
            Operation get =
                    description.getPaths().get("/queries/" + query.name()).getGet();
            assertEquals(query.summary(), get.getSummary());
            query.parameters()
                    .forEach(parameter -> assertTrue(
                            get.getParameters().stream()
                                    .anyMatch(described -> described.getName().equals(parameter.name())
                                            && described.getRequired() == parameter.required()),
                            query.name() + " " + parameter.name()));
        }
    }

    /** What can be asked of every answer besides the parameters of its query; {@code lang} and {@code view} are for pages. */
    @Test
    void whatEveryAnswerTakesIsDescribed() {
        Map<String, PathItem> paths = description().getPaths();
        for (QueryFile query : server.served().catalogue().all()) {
            for (String ending : List.of("", ".csv", ".tsv", ".json", ".xml")) {
                List<String> names = paths.get("/queries/" + query.name() + ending).getGet().getParameters().stream()
                        .map(Parameter::getName)
                        .toList();
                assertTrue(names.containsAll(Set.of("limit", "offset")), query.name() + ending);
                assertEquals(!ending.matches(".json|.xml"), names.contains("safe"), query.name() + ending);
            }
        }
        assertEquals(
                200,
                http.get("/queries/partners.csv?organisation=gcsp&safe=true").statusCode());
        problem(http.get("/queries/partners.json?organisation=gcsp&safe=true"), 400);
    }

    @Test
    void everyPathAnswersItsExamples() {
        Map<String, PathItem> paths = description().getPaths();
        for (Map.Entry<String, PathItem> path : paths.entrySet()) {
            Operation get = path.getValue().getGet();
            List<String> values = new ArrayList<>();
            String address = path.getKey();
            for (Parameter parameter : get.getParameters()) {
                List<?> examples = parameter.getSchema().getExamples();
                if (parameter.getIn().equals("path")) {
                    address = address.replace("{" + parameter.getName() + "}", text(examples.get(0)));
                } else if (examples != null) {
                    values.add(parameter.getName() + "=" + Http.encoded(text(examples.get(0))));
                }
            }
            String type = get.getResponses()
                    .get("200")
                    .getContent()
                    .keySet()
                    .iterator()
                    .next();
            HttpResponse<String> response =
                    http.get(address + (values.isEmpty() ? "" : "?" + String.join("&", values)), "Accept", type);
            assertEquals(200, response.statusCode(), path.getKey() + ": " + response.body());
            assertTrue(header(response, "Content-Type").startsWith(type), path.getKey());
            assertEquals("", header(response, "X-Answer-Note"), path.getKey() + " is empty for its examples");
        }
        assertTrue(paths.size() > 100, "paths: " + paths.size());
    }

    /** What answers and is no part of the interface for programs, or is described elsewhere. */
    private static final Map<String, String> NOT_DESCRIBED = Map.ofEntries(
            Map.entry("/*", "what is not there"),
            Map.entry("/assets/*", "styles, scripts and pictures of the pages"),
            Map.entry("/favicon.ico", "the same"),
            Map.entry("/robots.txt", "for crawlers"),
            Map.entry("/sitemap.xml", "for crawlers"),
            Map.entry("/llms.txt", "for language models"),
            Map.entry("/opensearch.xml", "for browsers"),
            Map.entry("/docs", "for readers"),
            Map.entry("/docs/*", "for readers"),
            Map.entry("/sparql/vocabulary.json", "for the editor on its page"),
            Map.entry("/mcp", "JSON-RPC, which describes itself"),
            Map.entry("/reconcile/*", "described by the manifest at /reconcile"),
            Map.entry("/brief", "a page for people"),
            Map.entry("/imprint", "a page for people"),
            Map.entry("/contribute", "forms for people"),
            Map.entry("/contribute/*", "forms for people"),
            Map.entry("/changes/*", "files of releases, which /changes.json names"));

    @Test
    void everyAddressIsDescribedOrLeftOutOnPurpose() {
        Set<String> described = description().getPaths().keySet().stream()
                .map(path -> path.replaceAll("\\{[^}]*\\}", "*").replaceFirst("/\\*/\\*$", "/*"))
                .collect(Collectors.toSet());
        described.add("/queries/*");
        Set<String> missing = new TreeSet<>();
        for (String path : server.paths()) {
            if (!described.contains(path.isEmpty() ? "/" : path) && !NOT_DESCRIBED.containsKey(path)) {
                missing.add(path);
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(server.paths().containsAll(NOT_DESCRIBED.keySet()), server.paths()::toString);
    }

    /** The parser keeps examples as JSON. */
    private static String text(Object example) {
        return String.valueOf(example).replaceAll("^\"|\"$", "");
    }

    @Test
    void anotherValueOfAChoiceIsRefusedAsDescribed() {
        HttpResponse<String> response = http.get("/queries/partners.csv?organisation=gcsp&scope=friend");
        problem(response, 400);
    }

    @Test
    void pagesFitTogether() {
        String all = http.get("/queries/requests.csv").body();
        List<String> rows = all.lines().skip(1).toList();
        List<String> collected = new ArrayList<>();
        String path = "/queries/requests.csv?limit=7";
        int pages = 0;
        while (!path.isEmpty()) {
            HttpResponse<String> page = http.get(path);
            assertEquals(200, page.statusCode());
            assertEquals(Integer.toString(rows.size()), header(page, "X-Total-Rows"));
            collected.addAll(page.body().lines().skip(1).toList());
            path = page.headers().allValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst()
                    .orElse("");
            pages++;
        }
        assertEquals(rows, collected);
        assertTrue(pages > 5, "pages: " + pages);
        HttpResponse<String> last = http.get("/queries/requests.csv?limit=7&offset=100000");
        assertEquals(1, last.body().lines().count());
        assertTrue(last.headers().allValues("Link").toString().contains("rel=\"prev\""));
    }

    @Test
    void wrongPagesAreRefused() {
        for (String wrong :
                List.of("limit=0", "limit=-1", "limit=many", "offset=-1", "offset=1.5", "limit=99999999999")) {
            problem(http.get("/queries/most-connected.csv?" + wrong), 400);
        }
    }
}
