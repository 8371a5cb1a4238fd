package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search knows questions, pages and terms besides things, in both languages. */
class GuideTest extends RealServer {
    private static List<String> also(String text) {
        HttpResponse<String> response = http.get("/search?q=" + Http.encoded(text));
        assertEquals(200, response.statusCode(), response::body);
        return JSON.parse(response.body()).get("also").getAsArray().stream()
                .map(entry -> entry.getAsObject().getString("path"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "shared partners, /queries/shared-partners",
        "who funds, /queries/funders",
        "OpenRefine, /docs/reconcile",
        "how to cite, /docs/cite",
        "comment citer, /docs/cite",
        "facilitates, /ontology#facilitates",
        "heat map, /matrix",
        "compare, /compare",
        "imprint, /imprint",
        "mentions légales, /imprint"
    })
    void whatReadersWriteLeadsThere(String text, String path) {
        assertTrue(also(text).contains(path), () -> text + ": " + also(text));
    }

    @Test
    void everyQuestionPageAndTermIsFoundByItsName() {
        List<String> lost = new ArrayList<>();
        for (Language language : Language.values()) {
            for (QueryFile query : server.served().catalogue().all()) {
                String summary = query.words(language.tag()).summary();
                if (!also(summary).contains("/queries/" + query.name())) {
                    lost.add(summary);
                }
            }
            for (DocPage page : DocPage.values()) {
                String title = Messages.text(language, "docs." + page.slug());
                if (!also(title).contains(page.path())) {
                    lost.add(title);
                }
            }
        }
        List<String> terms = server.served().snapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(GG.NS))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .distinct()
                .filter(label -> label.contains(" "))
                .toList();
        assertTrue(terms.size() > 20, terms::toString);
        terms.stream()
                .filter(label -> also(label).stream().noneMatch(path -> path.startsWith("/ontology#")))
                .forEach(lost::add);
        assertEquals(List.of(), lost);
    }

    @Test
    void aPageShowsThemInItsLanguage() {
        String page =
                http.get("/search?q=partenaires&lang=fr", "Accept", "text/html").body();
        assertTrue(page.contains("Questions, pages et termes"), page);
        assertTrue(page.contains("href=\"/queries/partners?lang=fr\""), page);
        assertTrue(also("gcsp").isEmpty());
    }
}
