package org.genevagraph.serve.pages.things;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Language;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** The page of a rule says what it derived, from what, how often, and shows one of its statements with its passages. */
class RulePagesTest extends RealServer {
    private static final Pattern STATEMENT = Pattern.compile("href=\"(/id/statement/[0-9a-f]+)\\?lang=");
    private static final Pattern EDITOR = Pattern.compile("href=\"(/sparql\\?[^\"]*)\"");

    private static Graph all() {
        return server.served().snapshot().dataset().getDefaultGraph();
    }

    @Test
    void everyRuleTellsWhatItDerived() {
        List<Node> rules = all().stream(Node.ANY, RDF.type.asNode(), GG.Rule)
                .map(triple -> triple.getSubject())
                .toList();
        assertTrue(rules.size() > 5, "rules: " + rules.size());
        int telling = 0;
        for (Node rule : rules) {
            TreeSet<String> made = new TreeSet<>();
            all().stream(Node.ANY, GG.derivedBy, rule)
                    .forEach(triple -> made.add(triple.getSubject().getURI().substring(Iris.BASE.length() - 1)));
            for (Language language : Language.values()) {
                String page = ThingPagesTest.html(
                        http, "/id/rule/" + rule.getURI().replaceFirst(".*/", "") + "?lang=" + language.tag());
                String section = page.substring(page.indexOf("<section id=\"derived\">"));
                if (made.isEmpty()) {
                    assertTrue(
                            section.contains(
                                    language == Language.EN ? "makes no statements" : "ne produit pas d’énoncé"),
                            section);
                    continue;
                }
                assertTrue(section.contains(" " + language.number(String.valueOf(made.size())) + " "), section);
                List<String> shown = STATEMENT
                        .matcher(section.substring(0, section.indexOf("</section>")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertEquals(
                        List.of(),
                        Stream.of(shown.get(0))
                                .filter(one -> !made.contains(one))
                                .toList());
                Matcher link = EDITOR.matcher(section);
                assertTrue(link.find(), section);
                HttpResponse<String> editor =
                        http.get(link.group(1).replace("&amp;", "&"), "Accept", "text/html,*/*;q=0.8");
                assertTrue(
                        editor.headers()
                                .firstValue("Content-Type")
                                .orElseThrow()
                                .startsWith("text/html"),
                        "the editor, and no bare answer: " + link.group(1));
                assertTrue(editor.body().contains(rule.getURI()), "the query stands in the editor");
                telling += section.contains("href=\"/id/passage/") ? 1 : 0;
            }
        }
        assertTrue(telling > 4, "with a passage: " + telling);
    }
}
