package org.genevagraph.serve.pages.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.page.Paths;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages say everything in words that a reader understands: no hashes, no codes of another language, nothing twice, nothing without a word. */
class ReadPagesTest extends RealServer {
    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();
    private static final Pattern LINK = Pattern.compile("<a [^>]*>([^<]*)</a>");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,20}…?");
    private static final Pattern UNPARTED =
            Pattern.compile("class=\"passage[^\"]*\">[^<]+</a> <a href=\"[^\"]*\" class=\"passage[^\"]*\">([^<]+)<");
    private static final Pattern CITED =
            Pattern.compile("(?:class=\"printed\">|<p>(?:Named in|Nommé dans) )(.*?)</(?:span|p)>");
    private static final Pattern NUMBER = Pattern.compile("(?:par\\.|ligne) [0-9]");

    private static String page(String path, String language) {
        return http.get(path, "Accept", "text/html", "Accept-Language", language)
                .body();
    }

    /** The answer of each question with the examples of what it needs. */
    private static List<String> answers() throws Exception {
        List<String> paths = new ArrayList<>();
        for (QueryFile query : Mini.queries().all()) {
            String given = query.parameters().stream()
                    .filter(Parameter::isNeeded)
                    .map(parameter -> parameter.name() + "=" + Paths.encoded(String.valueOf(parameter.example())))
                    .collect(Collectors.joining("&"));
            for (String view : List.of("text", "table")) {
                paths.add("/queries/" + query.name() + "?" + given + (given.isEmpty() ? "" : "&") + "view=" + view);
            }
        }
        return paths;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noAnswerShowsHashesOrCodesOfAnotherLanguageOrBreaksBeforeANumber(String language) throws Exception {
        Set<String> wrong = new HashSet<>();
        Set<String> english = GRAPH.stream(Node.ANY, GG.code, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .filter(code -> code.contains(" "))
                .collect(Collectors.toSet());
        assertFalse(english.isEmpty());
        for (String path : answers()) {
            String page = page(path, language);
            LINK.matcher(page)
                    .results()
                    .map(link -> link.group(1))
                    .filter(text ->
                            HASH.matcher(text).matches() || NUMBER.matcher(text).find())
                    .forEach(text -> wrong.add(path + ": " + text));
            UNPARTED.matcher(page).results().forEach(link -> wrong.add(path + ": no mark before " + link.group(1)));
            if (language.equals("fr")) {
                english.stream()
                        .filter(code -> page.contains(">" + code + "<"))
                        .forEach(code -> wrong.add(path + ": " + code));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** What is so in several ways says of each how, so that no "why?" stands alone. */
    @Test
    void noWhyStandsAlone() {
        Pattern alone = Pattern.compile(
                "<li>\\s*(?:<span class=\"badge [^>]*>[^<]*</span>\\s*)?(?:<span class=\"printed\">[^<]*"
                        + "</span>\\s*)?<details class=\"why\">");
        List<String> wrong = GRAPH.stream(Node.ANY, RDF.type.asNode(), GG.Organisation)
                .map(Triple::getSubject)
                .map(thing -> Paths.of(thing.getURI()))
                .filter(path -> alone.matcher(page(path, "en")).find())
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatSeveralPassagesPlaceStandsAtItsPlaceOnce() {
        String page = page("/places", "en");
        List<String> twice = new ArrayList<>();
        for (MatchResult row : Pattern.compile("(?s)<tr><th scope=\"row\">.*?</tr>")
                .matcher(page)
                .results()
                .toList()) {
            Set<String> seen = new HashSet<>();
            Matcher things = Pattern.compile("<li><a href=\"([^\"]+)\"").matcher(row.group());
            while (things.find()) {
                if (!seen.add(things.group(1))) {
                    twice.add(things.group(1));
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    /** Each question can be asked from the page with all of them, those without anything to fill in, too. */
    @Test
    void everyQuestionHasAButton() {
        String page = page("/queries", "en");
        List<String> without = Pattern.compile("(?s)<article class=\"question\">.*?</article>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(question -> !question.contains("class=\"go\""))
                .toList();
        assertEquals(List.of(), without);
    }

    /** Questions of which the graph knows no fact about a thing are folded; none of them has an answer that the others have not. */
    @Test
    void questionsWithoutFactsAreFolded() {
        Map<Boolean, List<String>> organisations = GRAPH.stream(Node.ANY, RDF.type.asNode(), GG.Organisation)
                .map(triple -> Paths.of(triple.getSubject().getURI()))
                .sorted()
                .limit(40)
                .collect(Collectors.partitioningBy(
                        path -> page(path, "en").contains("<details class=\"fold\"><summary>Questions")));
        assertTrue(organisations.get(true).size() > organisations.get(false).size(), organisations::toString);
        for (String path : organisations.get(true).subList(0, 5)) {
            String page = page(path, "en");
            String folded = page.substring(page.indexOf("<details class=\"fold\"><summary>Questions"));
            Pattern.compile("<li><a href=\"(/queries/[^\"]+)\"")
                    .matcher(folded.substring(0, folded.indexOf("</details>")))
                    .results()
                    .map(question -> question.group(1).replace("&amp;", "&"))
                    .forEach(question -> assertEquals(
                            1,
                            http.get(question, "Accept", "text/csv")
                                    .body()
                                    .lines()
                                    .count(),
                            question));
        }
    }

    /** Of several passages of a document only the first names it: behind a fact on paper, and where a thing is named. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aDocumentIsNamedOnceOnPagesOfThings(String language) {
        Pattern again = Pattern.compile("(?:^|[(;] |\\()([^;,]{4,}), [^;]*; \\1, ");
        for (String thing : List.of("/id/organisation/gcsp", "/id/document/tunis-agenda", "/id/place/geneva")) {
            String page = page(thing, language);
            List<String> cited = CITED.matcher(page)
                    .results()
                    .map(match -> match.group(1).replaceAll("<[^>]+>", ""))
                    .toList();
            assertTrue(cited.stream().anyMatch(one -> one.contains(", ")), thing);
            assertEquals(
                    List.of(),
                    cited.stream().filter(one -> again.matcher(one).find()).toList(),
                    thing);
        }
    }
}
