package org.genevagraph.serve.contribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals of readers at {@code /contribute}, with the project's own data. */
class ContributeTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> RELATION = Map.of(
            "subject", "Geneva Centre for Security Policy (GCSP)",
            "relation", "partnerOf",
            "object", "Some Body That Nobody Knows",
            "from", "2021-03",
            "document", "gcsp",
            "paragraph", "para. 6",
            "note", "  see there\r\nand there ");

    @TempDir
    private Path folder;

    private SnapshotServer server;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        Served served = Mini.served().with(new Inbox(new ProposalsOnDisk(folder)));
        server = SnapshotServer.start(served, "127.0.0.1", 0);
        http = new Http(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String form, Map<String, String> fields, String... headers) {
        String body = String.join(
                "&",
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        return http.post("/contribute/" + form, FORM, body, headers);
    }

    private List<Contribution> waiting() throws IOException {
        return new Inbox(new ProposalsOnDisk(folder)).waiting();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    @Test
    void whatIsSentWaitsAsARowAndChangesNoFact() throws Exception {
        String version = server.served().snapshot().version();
        HttpResponse<String> sent = send("relation", RELATION);
        assertEquals(303, sent.statusCode(), sent::body);
        assertEquals(303, send("relation", RELATION).statusCode(), "who presses twice has sent it once");
        List<Contribution> waiting = waiting();
        assertEquals(1, waiting.size());
        Contribution one = waiting.get(0);
        assertTrue(sent.headers().firstValue("Location").orElse("").endsWith("/contribute/filed/" + one.id()));
        assertEquals("statements/gcsp", one.table());
        assertEquals(
                Map.of(
                        "subject",
                        "organisation:gcsp",
                        "relation",
                        "partnerOf",
                        "object",
                        "Some Body That Nobody Knows",
                        "from",
                        "2021-03",
                        "standing",
                        "stated",
                        "evidence",
                        "gcsp#6"),
                one.cells());
        assertEquals("see there\nand there", one.note());
        assertEquals(version, server.served().snapshot().version());
        try (Stream<Path> files = Files.list(folder)) {
            String file = Files.readString(files.findFirst().orElseThrow());
            assertFalse(
                    file.contains("127.0.0.1") || file.toLowerCase(Locale.ROOT).contains("java-http"), file);
        }
    }

    @Test
    void aThingKeepsItsTableAndATopicItsIssue() throws Exception {
        assertEquals(
                303,
                send(
                                "thing",
                                Map.of(
                                        "kind", "organisations:ngo",
                                        "name", "A\u202e\u0000 new   body",
                                        "aliases", "ANB; Another",
                                        "document", "tunis-agenda",
                                        "paragraph", "90 (a)"))
                        .statusCode());
        assertEquals(
                303,
                send("topic", Map.of("name", "quantum", "broader", "Cybersecurity"))
                        .statusCode());
        Map<String, Contribution> byForm = new HashMap<>();
        waiting().forEach(contribution -> byForm.put(contribution.form(), contribution));
        assertEquals("organisations", byForm.get("thing").table());
        assertEquals("A new body", byForm.get("thing").cells().get("name"));
        assertEquals("ANB | Another", byForm.get("thing").cells().get("aliases"));
        assertEquals("tunis-agenda#90.a", byForm.get("thing").cells().get("evidence"));
        assertEquals("ngo", byForm.get("thing").cells().get("kind"));
        assertEquals("issues", byForm.get("topic").table());
        assertEquals("cybersecurity", byForm.get("topic").cells().get("broader"));
    }

    @Test
    void allThatIsWrongIsToldAtOnceBesideWhatWasTyped() throws Exception {
        HttpResponse<String> told = send(
                "relation",
                Map.of(
                        "subject", "<b>\"x\"</b>",
                        "relation", "lovesAndHates",
                        "from", "last year",
                        "document", "gcsp",
                        "paragraph", "9999",
                        "note", "x".repeat(4_000)));
        assertEquals(422, told.statusCode());
        for (String field : List.of("relation", "object", "from", "paragraph", "note")) {
            assertTrue(told.body().contains("id=\"f-" + field + "-fault\"") || field.equals("paragraph"), field);
        }
        assertTrue(told.body().contains("value=\"&lt;b>&#34;x&#34;&lt;/b>\""), told.body());
        assertTrue(told.body().contains("value=\"last year\""), told.body());
        HttpResponse<String> paragraph = send("relation", with(RELATION, "paragraph", "9999"), "Accept-Language", "fr");
        assertEquals(422, paragraph.statusCode());
        assertTrue(paragraph.body().contains("f-paragraph-fault"), paragraph.body());
        assertEquals(List.of(), waiting());
    }

    /** What no table takes is not taken here either, while the reader can still put it right. */
    @Test
    void datesThatCannotBeAreToldAtOnce() throws Exception {
        for (String[] dates : new String[][] {{"2021-02-30", ""}, {"2022", "2019"}, {"2021-05", "2021-04-30"}}) {
            HttpResponse<String> told = send("relation", with(with(RELATION, "from", dates[0]), "until", dates[1]));
            assertEquals(422, told.statusCode(), () -> String.join(" to ", dates));
            String field = dates[1].isEmpty() ? "from" : "until";
            assertTrue(told.body().contains("id=\"f-" + field + "-fault\""), told.body());
        }
        assertEquals(List.of(), waiting());
        for (String[] dates : new String[][] {{"2021-05", "2021"}, {"2021", "2021-05"}, {"", "2019"}, {"2021", ""}}) {
            assertEquals(
                    303,
                    send("relation", with(with(RELATION, "from", dates[0]), "until", dates[1]))
                            .statusCode(),
                    () -> String.join(" to ", dates));
        }
    }

    /** A reader writes the number of a paragraph as a page cites it, in either language. */
    @Test
    void aParagraphIsNumberedAsPagesCiteIt() throws Exception {
        for (String number : List.of(
                "72(l)", "72.l", "72 l", "72\u00a0l)", "§ 72 l)", "par. 72 l", "paragraphe 72 l)", "para. 72(l)")) {
            Map<String, String> given = with(with(RELATION, "document", "tunis-agenda"), "paragraph", number);
            assertEquals(303, send("relation", given).statusCode(), number);
        }
        assertEquals("tunis-agenda#72.l", waiting().get(0).cells().get("evidence"));
        assertEquals(1, waiting().size());
    }

    /** Where the button that changes the language of a form sends it. */
    private static String other(String page, String language) {
        Matcher button = Pattern.compile("<button[^>]* formaction=\"/contribute/([^\"]+)\" lang=\"" + language + "\"")
                .matcher(page);
        assertTrue(button.find(), page);
        return button.group(1).replace("&amp;", "&");
    }

    /** Whoever goes on in the other language keeps what is typed, and is told what is wrong in it; nothing is sent. */
    @Test
    void whatIsTypedSurvivesTheOtherLanguage() throws Exception {
        Map<String, String> wrong = with(with(RELATION, "from", "last year"), "object", "");
        HttpResponse<String> french = send(other(send("relation", wrong).body(), "fr"), wrong);
        assertEquals(422, french.statusCode());
        assertTrue(french.body().contains("<html lang=\"fr\">"), french.body());
        assertTrue(french.body().contains("value=\"last year\""), french.body());
        assertTrue(french.body().contains("f-from-fault"), french.body());
        String english = other(http.get("/contribute/relation?lang=fr").body(), "en");
        String begun = send(english, Map.of("subject", "GCSP")).body();
        assertTrue(begun.contains("<html lang=\"en\">"), begun);
        assertTrue(begun.contains("value=\"GCSP\"") && !begun.contains("-fault\""), begun);
        assertEquals(200, send(english, RELATION).statusCode());
        assertEquals(List.of(), waiting(), "nothing is sent by changing the language");
    }

    /** Whoever has reported an error goes on reading where it was; nobody cites a form or thanks. */
    @Test
    void thanksLeadBackToThePage() {
        String about = "/id/organisation/gcsp";
        HttpResponse<String> sent = send("correction", Map.of("about", about, "wrong", "the year"));
        String thanks = sent.headers().firstValue("Location").orElse("");
        String page = http.get(thanks.substring(thanks.indexOf("/contribute"))).body();
        assertTrue(page.contains("class=\"button\" href=\"" + about + "\""), page);
        String french = http.get(thanks.substring(thanks.indexOf("/contribute")) + "&lang=fr")
                .body();
        assertTrue(french.contains("class=\"button\" href=\"" + about + "?lang=fr\""), french);
        for (String elsewhere : List.of("https://elsewhere.example/", "//elsewhere.example/", "the page of GCSP")) {
            String other = send("correction", Map.of("about", elsewhere, "wrong", "the year"))
                    .headers()
                    .firstValue("Location")
                    .orElse("");
            assertFalse(other.contains("?"), other);
        }
        for (String uncited : List.of(page, http.get("/contribute/topic").body())) {
            assertFalse(uncited.contains("class=\"citation\""), uncited);
        }
    }

    @Test
    void whoeverSendsTooMuchHasToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertEquals(303, send("correction", Map.of("wrong", "fault " + i)).statusCode());
        }
        HttpResponse<String> more = send("correction", Map.of("wrong", "one more"));
        assertEquals(429, more.statusCode());
        assertEquals("3600", more.headers().firstValue("Retry-After").orElse(""));
        assertEquals(20, waiting().size());
        assertEquals(422, send("correction", Map.of()).statusCode(), "what is wrong is still told");
    }

    @Test
    void whatThereIsNoRoomForIsToldInPlainWords() throws Exception {
        for (int i = 0; i < Inbox.MOST; i++) {
            Files.writeString(folder.resolve(String.format("%016x.json", i)), "{}");
        }
        HttpResponse<String> full = send("correction", Map.of("wrong", "too late"));
        assertEquals(507, full.statusCode());
        assertTrue(full.body().contains("yours was not kept"), full.body());
        Files.delete(folder.resolve("0000000000000000.json"));
        assertEquals(303, send("correction", Map.of("wrong", "in time")).statusCode());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertEquals(507, send("correction", Map.of("wrong", "no folder")).statusCode());
        Files.createDirectory(folder);
    }

    @Test
    void pagesOfOthersAndUnknownFormsAreRefused() throws Exception {
        assertEquals(
                403, send("relation", RELATION, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(404, send("wish", RELATION).statusCode());
        assertEquals(404, http.get("/contribute/wish").statusCode());
        assertEquals(404, http.get("/contribute/filed/x").statusCode());
        assertEquals(405, http.post("/contribute", FORM, "wrong=x").statusCode());
        assertEquals(
                415,
                http.post("/contribute/correction", "application/json", "{}").statusCode());
        assertEquals(List.of(), waiting());
    }

    @Test
    void withoutTheOptionThereIsNoFormAndThatIsSaid() throws Exception {
        Served plain = Mini.served();
        try (SnapshotServer closed = SnapshotServer.start(plain, "127.0.0.1", 0)) {
            Http other = new Http(closed.address());
            HttpResponse<String> index = other.get("/contribute", "Accept", "text/html");
            assertEquals(200, index.statusCode());
            assertTrue(index.body().contains("takes no proposals by form"), index.body());
            for (HttpResponse<String> refused :
                    List.of(other.get("/contribute/relation"), other.post("/contribute/relation", FORM, "subject=x"))) {
                assertEquals(404, refused.statusCode());
                assertTrue(refused.body().contains("--contribute"), refused.body());
            }
            String imprint = other.get("/imprint?about=/id/organisation/gcsp", "Accept", "text/html")
                    .body();
            assertFalse(imprint.contains("/contribute/correction"), imprint);
        }
        String imprint = http.get("/imprint?about=/id/organisation/gcsp", "Accept", "text/html")
                .body();
        assertTrue(imprint.contains("/contribute/correction"), imprint);
    }

    @Test
    void aCorrectionIsAboutAPageByItsAddressOrByAName() throws IOException {
        assertEquals(
                303,
                send("correction", Map.of("wrong", "its name", "about", "GCSP")).statusCode());
        assertEquals("/id/organisation/gcsp", waiting().get(0).about());
        Map<String, String> unknown = Map.of("wrong", "its name", "about", "a body that nobody knows");
        HttpResponse<String> refused = send("correction", unknown);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Copy the address of the page"), refused.body());
        for (String address : List.of("/matrix", "graph.example/matrix?goal=3#C7", "https://graph.example/")) {
            assertEquals(
                    303, send("correction", with(unknown, "about", address)).statusCode(), address);
        }
        assertEquals(4, waiting().size());
    }
}
