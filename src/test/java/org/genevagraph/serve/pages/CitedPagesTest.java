package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.Mini;
import org.genevagraph.page.Language;
import org.genevagraph.page.docs.Reference;
import org.genevagraph.page.imprint.Imprint;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page says how it is cited, who answers for it, and where an error in it is reported. */
class CitedPagesTest extends RealServer {
    private static String html(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(found.find(), () -> pattern + " in " + text);
        return found.group(1).replace("&amp;", "&").replace("&#34;", "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/id/organisation/gcsp, https://w3id.org/geneva-graph/id/organisation/gcsp",
        "/queries/partners?organisation=gcsp, {server}queries/partners?organisation=gcsp",
        "/id/document/tunis-agenda?lang=fr, https://w3id.org/geneva-graph/id/document/tunis-agenda",
        "/matrix, {server}matrix",
        "/, {server}",
        "/docs/facts?lang=fr, {server}docs/facts",
        "/compare?a=gcsp&b=gspi, {server}compare?a=gcsp&b=gspi"
    })
    void pagesAreCitedUnderAnAddressThatStays(String path, String expected) {
        String address = expected.replace("{server}", server.address());
        String page = html(path);
        String version = server.served().snapshot().version();
        String read = server.served().snapshot().dataRead();
        String words = found("class=\"citation\"[^>]*>([^<]+)<", page);
        assertTrue(words.endsWith(" " + address), words);
        assertTrue(words.contains(version), words);
        Language language = path.contains("lang=fr") ? Language.FR : Language.EN;
        assertTrue(words.contains(language.date(read)), words);
        String bibtex = found("(@misc\\{[^<]+)<", page);
        assertTrue(bibtex.contains("\\url{" + address + "}"), bibtex);
        assertEquals(
                bibtex.chars().filter(c -> c == '{').count(),
                bibtex.chars().filter(c -> c == '}').count(),
                bibtex);
        List<String> ris = found("(TY  - [^<]+)<", page).lines().toList();
        assertTrue(ris.contains("UR  - " + address), ris::toString);
        assertTrue(ris.contains("ET  - " + version), ris::toString);
        // Who reads French has a reference in French, whatever program takes it.
        String dated = language == Language.FR ? "sources lues pour la dernière fois le " : "sources last read on ";
        assertTrue(bibtex.contains(dated + read), bibtex);
        assertTrue(
                bibtex.contains("language     = {" + (language == Language.FR ? "french" : "english") + "}"), bibtex);
        assertTrue(ris.containsAll(List.of("LA  - " + language.tag(), "N1  - " + dated + read)), ris::toString);
        assertEquals("ER  - ", ris.get(ris.size() - 1));
        assertTrue(ris.stream().allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*")), ris::toString);
    }

    @Test
    void namesThatTexReadsOtherwiseAreEscaped() {
        String entry = new Reference("50 % of A&B_{c} #1", "https://example.org/a?b=%20", "v", "2026-01-02")
                .bibtex(Language.EN);
        assertTrue(entry.contains("50 \\% of A\\&B\\_c \\#1"), entry);
        assertTrue(entry.contains("b=\\%20"), entry);
        assertTrue(entry.contains("year         = {2026}"), entry);
    }

    @Test
    void anErrorIsReportedWithTheAddressOfTheFact() {
        String fact = found("href=\"(/id/statement/[0-9a-f]+)\"", html("/id/organisation/gcsp"));
        String link = found("href=\"(/imprint\\?about=[^\"#]*)#report\" rel=\"nofollow\">Report", html(fact));
        String page = html(link);
        assertTrue(page.contains("Page: " + server.address() + fact.substring(1)), page);
        assertTrue(html("/id/organisation/gcsp").contains("href=\"/imprint?about=" + fact + "#report\""));
        // What is no page of the site is not repeated.
        for (String other : List.of("https://elsewhere.example/x", "//elsewhere.example/x", "/a b")) {
            String asked = html("/imprint?about=" + Http.encoded(other));
            assertTrue(asked.contains("Page: " + server.address() + "\n"), asked);
        }
    }

    @Test
    void theImprintIsPlainUnlessSomebodySetsIt() throws IOException, ProblemException {
        String plain = html("/imprint");
        assertTrue(plain.contains("The maintainers of Geneva Graph"), plain);
        assertTrue(plain.contains("has named no contact"), plain);
        Served served =
                Mini.served().with(Imprint.of("Desk of <Tests>", "desk@example.org", "https://example.org/code"));
        try (SnapshotServer other = SnapshotServer.start(served, "127.0.0.1", 0)) {
            String page = new Http(other.address())
                    .get("/imprint?about=/id/organisation/gcsp", "Accept", "text/html")
                    .body();
            assertTrue(page.contains("Desk of &lt;Tests&gt;"), page);
            assertTrue(page.contains("href=\"mailto:desk@example.org\""), page);
            assertTrue(page.contains("href=\"https://example.org/code\""), page);
            assertTrue(page.contains("href=\"mailto:desk@example.org?subject=An%20error"), page);
            assertTrue(page.contains("%2Fid%2Forganisation%2Fgcsp"), page);
        }
    }

    @Test
    void aTrackerIsFilledInAndAnotherPageIsNot() {
        assertEquals(
                "https://example.org/code/issues/new?title=a%20b&body=c%26d",
                Imprint.of("", "https://example.org/code/issues/new", "").link("a b", "c&d"));
        assertEquals(
                "https://example.org/contact",
                Imprint.of("", "https://example.org/contact", "").link("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "javascript:alert(1)", "ftp://example.org", "a b@example.org"})
    void whatIsNoContactIsRefused(String contact) {
        Assertions.assertThrows(IllegalArgumentException.class, () -> Imprint.of("", contact, ""));
        Mini.Run run = Mini.geneva("config", "--contact", contact);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--contact"), run.err());
    }
}
