package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.diff.release.Release;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Two releases of the made-up data, told as page, feed and JSON, in both languages. */
class ChangesTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    private static Path folder;

    private static SnapshotServer server;
    private static Http http;
    private static String version;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        // Older data: the release that follows has a new name, a new place, and a statement more.
        replace(data.resolve("organisations.csv"), "Alpha Foundation,AF", "Alpha <i>&amp; Trust</i>,AF");
        replace(
                data.resolve("places.csv"),
                "land,Land,,country,,alpha#1",
                "land,Land,,country,,alpha#1\nlake,Lake,,region,land,alpha#1");
        replace(data.resolve("statements/alpha.csv"), "alpha-lab,partOf,organisation:alpha,,,,,stated,alpha#1\n", "");
        Path releases = folder.resolve("releases");
        release(releases.resolve("one"), data, "2026-01-02");
        release(releases.resolve("two"), Mini.DATA, "2026-02-03");
        Releases found = Releases.read(releases);
        version = found.all().get(0).release().version();
        server = SnapshotServer.start(served().with(found), "127.0.0.1", 0);
        http = new Http(server.address());
    }

    private static Served served() throws Exception {
        return Served.of(Mini.snapshot(), Mini.queries(), Limits.STANDARD);
    }

    private static void replace(Path file, String words, String others) throws Exception {
        String text = Files.readString(file);
        assertTrue(text.contains(words), file + " does not hold " + words);
        Files.writeString(file, text.replace(words, others));
    }

    private static void release(Path to, Path data, String date) {
        Mini.Run run = Mini.geneva("release", to.toString(), "--data", data.toString(), "--date", date);
        assertEquals(0, run.status(), run.err());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Document feed(String language) throws Exception {
        HttpResponse<String> response = http.get("/changes.atom", "Accept-Language", language);
        assertEquals(200, response.statusCode());
        assertEquals("application/atom+xml", RealServer.header(response, "Content-Type"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
    }

    private static List<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(node -> node instanceof Element element
                        && ATOM.equals(element.getNamespaceURI())
                        && element.getLocalName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    /** What RFC 4287 wants of a feed and of each entry. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theFeedIsAtom(String language) throws Exception {
        Element feed = feed(language).getDocumentElement();
        List<Element> entries = children(feed, "entry");
        assertEquals(2, entries.size());
        Set<String> ids = new HashSet<>();
        for (Element element : Stream.concat(Stream.of(feed), entries.stream()).toList()) {
            assertEquals(1, children(element, "title").size());
            assertEquals(1, children(element, "id").size());
            String id = children(element, "id").get(0).getTextContent();
            assertTrue(id.matches("tag:w3id\\.org,2026:geneva-graph/[a-z0-9/-]+"), id);
            assertTrue(ids.add(id), id);
            OffsetDateTime.parse(children(element, "updated").get(0).getTextContent());
            assertEquals(
                    1,
                    children(element, "link").stream()
                            .filter(link -> link.getAttribute("rel").equals("alternate"))
                            .count());
            for (Element link : children(element, "link")) {
                assertTrue(link.getAttribute("href").startsWith(server.address()), link.getAttribute("href"));
                String path = link.getAttribute("href")
                        .substring(server.address().length() - 1)
                        .replaceFirst("#.*", "");
                assertEquals(200, http.get(path).statusCode(), path);
            }
        }
        assertEquals(1, children(feed, "author").size());
        assertEquals("2026-02-03T00:00:00Z", children(feed, "updated").get(0).getTextContent());
        for (Element entry : entries) {
            List<Element> content = children(entry, "content");
            assertEquals(1, content.size());
            assertEquals("xhtml", content.get(0).getAttribute("type"));
            NodeList links = content.get(0).getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "a");
            for (int i = 0; i < links.getLength(); i++) {
                String href = ((Element) links.item(i)).getAttribute("href");
                assertTrue(href.startsWith(server.address()), href);
                String path = href.substring(server.address().length() - 1).replaceFirst("#.*", "");
                assertEquals(200, http.get(path, "Accept", "text/html").statusCode(), href);
            }
        }
        String first =
                children(entries.get(0), "content").get(0).getTextContent().replaceAll("\\s+", " ");
        assertTrue(first.contains("Alpha <i>&amp; Trust</i> → Alpha Foundation"), first);
        assertTrue(first.contains("Alpha Lab"), first);
    }

    /** Nothing in a feed depends on when it is asked for. */
    @Test
    void aReaderOfFeedsReadsIt() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no Python to read the feed with");
        String script = """
                import sys
                try:
                    import feedparser
                except ImportError:
                    sys.exit(77)
                feed = feedparser.parse(sys.argv[1])
                assert not feed.bozo, feed.bozo_exception
                assert feed.version == "atom10", feed.version
                assert all(entry.content[0].type == "application/xhtml+xml" for entry in feed.entries)
                for entry in feed.entries:
                    print(entry.id, entry.updated_parsed[:3], entry.link.split("#")[1])
                """;
        Process python = new ProcessBuilder(PYTHON.toString(), "-c", script, server.address() + "changes.atom")
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = python.waitFor();
        Assumptions.assumeTrue(status != 77, "no feedparser to read the feed with: apt-get install python3-feedparser");
        assertEquals(0, status, said);
        assertEquals(
                "tag:w3id.org,2026:geneva-graph/release/" + version + "/en (2026, 2, 3) r-" + version,
                said.lines().findFirst().orElse(""));
        assertEquals(2, said.lines().count());
    }

    @Test
    void thePageTellsItInBothLanguagesWithLinksToWhatIsThere() {
        String english = http.get("/changes", "Accept", "text/html", "Accept-Language", "en")
                .body();
        assertTrue(english.contains("<h3>Things – removed (1)</h3>"), english);
        assertTrue(english.contains("<a href=\"/id/organisation/alpha\">Alpha Foundation</a>"), english);
        assertTrue(english.contains("<del>Alpha &lt;i&gt;&amp;amp; Trust&lt;/i&gt;</del>"), english);
        assertFalse(english.contains("/id/place/lake"), "a link to what is gone");
        String french = http.get("/changes?lang=fr", "Accept", "text/html").body();
        assertTrue(french.contains("<h3>Entités – retraits (1)</h3>"), french);
        assertTrue(french.contains("La première version publiée."), french);
        assertTrue(english.contains("<h2>Release of 3 February 2026</h2>"), english);
        assertTrue(french.contains("<h2>Version du 3 février 2026</h2>"), french);
        for (String page : List.of(english, french)) {
            assertTrue(page.contains("/id/passage/alpha/1"), page);
            assertFalse(page.contains("alpha#1"), "a passage is called by what programs call it");
        }
        assertTrue(french.contains("href=\"/id/organisation/alpha?lang=fr\""), french);
    }

    @Test
    void allChangesAreInWordsInTheLanguageThatIsAskedFor() {
        String path = "/changes/" + version + "/changes.txt";
        for (HttpResponse<String> french :
                List.of(http.get(path + "?lang=fr"), http.get(path, "Accept-Language", "fr"))) {
            assertEquals(200, french.statusCode());
            assertTrue(french.body().contains("\nEntités – retraits (1)\n"), french.body());
            assertTrue(french.body().contains("Alpha <i>&amp; Trust</i> → Alpha Foundation"), french.body());
        }
        assertFalse(http.get(path).body().contains("Entités"));
        assertTrue(http.get("/changes?lang=fr", "Accept", "text/html").body().contains("changes.txt?lang=fr"));
    }

    @Test
    void filesOfChangesAreThoseOfTheReleasesAndNoOthers() throws Exception {
        JsonObject newest = JSON.parse(http.get("/changes.json").body())
                .get("releases")
                .getAsArray()
                .get(0)
                .getAsObject();
        assertEquals(version, newest.getString("release"));
        assertEquals(3, newest.get("files").getAsArray().size());
        for (var file : newest.get("files").getAsArray()) {
            String path = file.getAsString().value();
            assertEquals(
                    Files.readString(folder.resolve("releases/two").resolve(path.replaceFirst(".*/", ""))),
                    http.get(path).body());
        }
        for (String path : List.of(
                "/changes/" + version + "/release.json",
                "/changes/" + version + "/..%2Fone%2Fchanges.json",
                "/changes/" + version,
                "/changes/2020-01-01-0000000000000000/" + Release.PATCH,
                "/changes/x")) {
            int status = http.get(path).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
    }

    @Test
    void withoutReleasesThePageSaysHowToMakeOne() throws Exception {
        try (SnapshotServer bare = SnapshotServer.start(served(), "127.0.0.1", 0)) {
            Http asked = new Http(bare.address());
            String page = asked.get("/changes", "Accept", "text/html").body();
            assertTrue(page.contains("This server knows of no release yet."), page);
            assertTrue(page.contains("./geneva release releases/2026-11"), page);
            assertTrue(asked.get("/changes.atom").body().contains("<updated>20"));
        }
    }
}
