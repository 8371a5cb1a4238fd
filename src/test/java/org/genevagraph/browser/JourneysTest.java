package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.Mini;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.page.Paths;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers come for, as they find it: on a phone and at a desk, in both languages. */
class JourneysTest extends SiteInBrowser {
    private static final int MOST_PIXELS = 12_000;
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    /** The page has no barrier and nothing beyond its right edge. */
    private void isWell() throws IOException {
        assertEquals(List.of(), barriers(), page.url());
        Object fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertTrue((boolean) fits, page.url());
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void whoWorksWithAnOrganisationAndWhy(int width, String language) throws IOException {
        read(language, width);
        open("/id/organisation/gcsp");
        page.locator(".findings a").first().click();
        Locator entries = page.locator(".entries > li");
        assertThat(page.locator(".finding")).containsText("Xiamen");
        assertTrue(entries.count() > 3);
        isWell();
        entries.first().locator(".from a").last().click();
        assertThat(page.locator(".finding")).isVisible();
        assertThat(page.locator(".answer a.passage").first()).containsText("GCSP");
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void partnersSharedByTwo(int width, String language) throws IOException {
        read(language, width);
        open("/queries/shared-partners?a=gcsp&b=cyberpeace-institute");
        String union = language.equals("fr") ? "Union européenne" : "European Union";
        Locator instead = page.locator(".note a").filter(new Locator.FilterOptions().setHasText(union));
        isWell();
        instead.click();
        assertThat(page.locator(".entries h3")).hasText(union);
        page.locator(".views a[href*=network]").click();
        assertThat(page.locator(".tree .end").first()).hasText(union);
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void whoCanCarryOutACommitment(int width, String language) throws IOException {
        read(language, width);
        open("/id/commitment/setting-up-the-ai-panel");
        isWell();
        page.locator(".findings a").first().click();
        assertThat(page.locator(".entries h3").nth(5)).isVisible();
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aParagraphIsFoundByItsNumber(int width, String language) throws IOException {
        read(language, width);
        open("/id/document/tunis-agenda");
        page.locator("#paragraph").fill("72(l)");
        page.locator("#paragraph").press("Enter");
        page.waitForURL("**/id/passage/tunis-agenda/72.l*");
        assertThat(page.locator("h1")).containsText(language.equals("fr") ? "par. 72" : "para. 72(l)");
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aBriefIsMadeFromTheThing(int width, String language) throws IOException {
        read(language, width);
        open("/id/organisation/gcsp");
        page.locator("a.button[href*='/brief?about=']").click();
        assertThat(page.locator(".brief h1")).containsText(language.equals("fr") ? "sécurité" : "Security");
        assertTrue(page.locator(".brief .notes li").count() > 5);
        assertThat(page.locator("[data-print]")).isVisible();
        isWell();
        // A footnote leads to its passage, and the date and the version stand below.
        page.locator(".brief sup a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*#note-.*"));
        assertThat(page.locator(".brief > p.soft").last())
                .containsText(server.served().snapshot().version());
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void twoThingsAreCompared(int width, String language) throws IOException {
        read(language, width);
        open("/id/organisation/gcsp");
        page.locator("a.button[href*='/compare?a=']").click();
        page.locator("form.ask input[name=b], form.ask select[name=b]").first().fill("CyberPeace Institute");
        page.locator("form.ask button.main").click();
        page.waitForURL("**/compare?*b=*");
        assertThat(page.locator(".finding")).isVisible();
        assertEquals(2, page.locator("h2[id^=alone]").count());
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aPageIsCited(int width, String language) {
        read(language, width);
        open("/id/issue/cybersecurity");
        page.locator("details.cite summary").click();
        assertThat(page.locator(".cite .citation"))
                .containsText("https://w3id.org/geneva-graph/id/issue/cybersecurity");
        assertThat(page.locator(".cite pre").first()).containsText("@misc");
        assertThat(page.locator(".cite pre").last()).containsText("TY  - ");
        assertEquals(3, page.locator(".cite button").count());
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aParagraphIsFoundBySearch(int width, String language) {
        read(language, width);
        open("/");
        page.locator("#search").fill("para. 72(l) Tunis Agenda");
        page.locator("#search").press("Enter");
        page.waitForURL("**/id/passage/tunis-agenda/72.l*");
        assertThat(page.locator("h1")).containsText("72");
    }

    /** From the list, too, it is two clicks to those who could carry out a commitment. */
    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aListIsNarrowedAndLeadsOn(int width, String language) throws IOException {
        read(language, width);
        open("/id/commitment");
        page.locator(".facets summary").click();
        page.locator(".facet a").first().click();
        isWell();
        assertThat(page.locator(".facet a[aria-current]")).isVisible();
        page.locator("details.group li a").first().click();
        assertThat(page.locator(".strip").first()).isVisible();
        assertThat(page.locator(".around svg:visible")).hasCount(1);
        isWell();
        page.locator(".findings a").first().click();
        assertThat(page.locator("section.answer")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void theNetworkGoesToGephi(int width, String language) throws IOException {
        read(language, width);
        open("/network?relation=any&issue=cybersecurity");
        Download file = page.waitForDownload(
                () -> page.locator("a[download='network.graphml']").click());
        String graph = Files.readString(file.path());
        assertTrue(graph.contains("<graphml") && graph.contains("<edge "), graph);
        assertTrue(graph.contains("id=\"gcsp\""), graph);
    }

    @Test
    void whatChanged(@TempDir Path folder) throws Exception {
        Path older = folder.resolve("data");
        Mini.copy(Mini.DATA, older);
        Path statements = older.resolve("statements/alpha.csv");
        Files.writeString(
                statements,
                Files.readString(statements).replace("alpha-lab,partOf,organisation:alpha,,,,,stated,alpha#1\n", ""));
        Path releases = folder.resolve("releases");
        for (String[] made : List.of(
                new String[] {"one", older.toString(), "2026-01-02"},
                new String[] {"two", Mini.DATA.toString(), "2026-02-03"})) {
            Mini.Run run =
                    Mini.geneva("release", releases.resolve(made[0]).toString(), "--data", made[1], "--date", made[2]);
            assertEquals(0, run.status(), run.err());
        }
        Served served =
                Served.of(Mini.snapshot(), Mini.queries(), Limits.STANDARD).with(Releases.read(releases));
        try (SnapshotServer other = SnapshotServer.start(served, "127.0.0.1", 0)) {
            for (int width : new int[] {PHONE, DESK}) {
                for (String language : List.of("en", "fr")) {
                    read(language, width);
                    watch(other);
                    page.navigate(other.address() + "docs");
                    page.locator("main a[href*='/changes']").click();
                    assertThat(page.locator("section h2")).hasCount(2);
                    assertThat(page.locator("section").first()).containsText("Alpha Lab");
                    isWell();
                }
            }
        }
    }

    /** A chain, events and numbers fit a phone, too. */
    @Test
    void viewsFitAPhone() throws IOException {
        read("en", PHONE);
        for (String path : List.of(
                "/queries/connection?a=gcsp&b=itu",
                "/queries/timeline?thing=cyberpeace-institute",
                "/queries/figures?subject=diplofoundation",
                "/queries/partners?organisation=gcsp&view=table",
                "/queries/coverage-gaps",
                "/id/organisation",
                "/id/issue?filter.basket=issue:security&lang=fr",
                "/id/action-line/c5",
                "/id/sdg/sdg-9?lang=fr",
                "/id/initiative/igf",
                "/id/passage/tunis-agenda/72")) {
            open(path);
            isWell();
        }
    }

    /** The path of the thing of a kind to which most others are tied. */
    private static String mostTied(String kind) {
        String begin = Iris.BASE + "id/" + kind + "/";
        Map<String, Long> ties = server.served().snapshot().dataset().getDefaultGraph().stream()
                .map(Triple::getObject)
                .filter(object -> object.isURI() && object.getURI().startsWith(begin))
                .collect(Collectors.groupingBy(Node::getURI, Collectors.counting()));
        return Paths.of(
                Collections.max(ties.entrySet(), Map.Entry.comparingByValue()).getKey());
    }

    @Test
    void noAnswerAndNoListIsEndless() {
        read("en", DESK);
        List<String> paths =
                new ArrayList<>(List.of("/id/organisation", "/id/initiative", "/id/issue", "/id/commitment"));
        for (QueryFile query : server.served().catalogue().all()) {
            StringBuilder path = new StringBuilder("/queries/" + query.name());
            char before = '?';
            for (Parameter parameter : query.parameters()) {
                if (parameter.required()) {
                    path.append(before).append(parameter.name()).append('=').append(Paths.encoded(parameter.example()));
                    before = '&';
                }
            }
            paths.add(path.toString());
        }
        for (String kind : List.of("organisation", "issue", "action-line", "place")) {
            paths.add(mostTied(kind));
        }
        List<String> endless = new ArrayList<>();
        for (String path : paths) {
            open(path);
            int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
            if (height > MOST_PIXELS) {
                endless.add(path + ": " + height);
            }
        }
        assertEquals(List.of(), endless);
        assertTrue(paths.size() > 30, "pages: " + paths.size());
    }
}
