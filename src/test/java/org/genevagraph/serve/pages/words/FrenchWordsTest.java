package org.genevagraph.serve.pages.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.page.Paths;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Sssom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A French reader reads French: no page shows English words of the tables that somebody has translated. */
class FrenchWordsTest extends RealServer {
    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();

    /** What stands between tags, without what programs read, what is quoted, and names that are broken into lines. */
    private static final Pattern NOT_READ =
            Pattern.compile("(?s)<(script|style|blockquote|option|title|svg)\\b.*?</\\1>");

    private static final Pattern READ = Pattern.compile("(<[^>]*>)([^<]+)<");

    /** What pages put around words. */
    private static final Pattern AROUND = Pattern.compile("^[\\s(–·:;]+|[\\s):;]+$");

    /** What opens a piece that is in another language, or that programs write. */
    private static final Pattern NOT_FRENCH = Pattern.compile("lang=\"en\"|^<code|^<tspan");

    private static final Pattern MISPRINTED =
            Pattern.compile(" [:;?!»](?!\\S)|« |\\d %|^:|[\\p{L})]: *\n?$|\\d{4}-\\d\\d-\\d\\d");

    private static final Pattern WITH_POINT = Pattern.compile("(?<![\\w./-])-?\\d+\\.\\d+(?![\\w./-])");

    private static final Set<String> NUMBERS = GRAPH.stream(Node.ANY, Node.ANY, Node.ANY)
            .map(Triple::getObject)
            .filter(value -> value.isLiteral() && value.getLiteralDatatype().equals(XSDDatatype.XSDdecimal))
            .map(Node::getLiteralLexicalForm)
            .filter(number -> number.contains("."))
            .collect(Collectors.toSet());

    private static final Map<String, String> TRANSLATED = new HashMap<>();

    @BeforeAll
    static void translations() {
        GRAPH.stream(Node.ANY, GG.wording, Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLanguage().equals("fr"))
                .forEach(french -> GRAPH.stream(french.getSubject(), GG.wording, Node.ANY)
                        .map(triple -> triple.getObject())
                        .filter(other -> other.getLiteralLanguage().equals("en"))
                        .map(Node::getLiteralLexicalForm)
                        .filter(english -> !english.equals(french.getObject().getLiteralLexicalForm()))
                        // What a thing is called in all languages may be the same words.
                        .filter(english -> !isName(english))
                        .forEach(english ->
                                TRANSLATED.put(english, french.getObject().getLiteralLexicalForm())));
        assertTrue(TRANSLATED.size() > 100, () -> TRANSLATED.size() + " translations");
    }

    private static boolean isName(String words) {
        return Stream.of(RDFS.label, SKOS.altLabel)
                .anyMatch(property -> Stream.of(Literals.english(words), Literals.text(words))
                        .anyMatch(name -> GRAPH.contains(Node.ANY, property.asNode(), name)));
    }

    /** Words on a page, and the tag before them. */
    private record Piece(String tag, String words) {}

    private static List<Piece> pieces(String html) {
        List<Piece> pieces = new ArrayList<>();
        Matcher read = READ.matcher(NOT_READ.matcher(html).replaceAll("><"));
        while (read.find()) {
            pieces.add(new Piece(read.group(1), plain(read.group(2))));
        }
        return pieces;
    }

    /** English words on a page that are translated. */
    private static Set<String> english(List<Piece> page) {
        TreeSet<String> found = new TreeSet<>();
        for (Piece piece : page) {
            // What is marked as English is one text, whatever its parts would be alone.
            boolean whole = piece.tag().contains("lang=\"en\"");
            for (String part : piece.words().split(whole ? "\n" : " · |; ", -1)) {
                String words = AROUND.matcher(part).replaceAll("");
                if (TRANSLATED.containsKey(words)) {
                    found.add(words);
                }
            }
        }
        return found;
    }

    /** French words on a page that are not printed as French is: a number with a point, a blank that breaks before a mark or is not there, a date in digits. */
    private static Set<String> misprinted(List<Piece> page) {
        return page.stream()
                .filter(piece -> !NOT_FRENCH.matcher(piece.tag()).find())
                .filter(piece -> MISPRINTED.matcher(piece.words()).find()
                        || WITH_POINT
                                .matcher(piece.words())
                                .results()
                                .anyMatch(number -> NUMBERS.contains(number.group())))
                .map(piece -> piece.words().strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
    }

    private static List<String> faults(Stream<String> paths) {
        List<String> faults = new ArrayList<>();
        int[] count = {0};
        paths.forEach(path -> {
            count[0]++;
            String html = http.get(path, "Accept", "text/html", "Accept-Language", "fr")
                    .body();
            List<Piece> page = pieces(html);
            Set<String> found = english(page);
            found.addAll(misprinted(page));
            if (!found.isEmpty()) {
                faults.add(path + ": " + found);
            }
        });
        assertTrue(count[0] > 0, "no page was read");
        return faults;
    }

    /** The pages of all things of all kinds but statements, of which one in thirty must do. */
    private static Stream<String> things() {
        return GRAPH.stream(Node.ANY, GG.kindName, Node.ANY)
                .filter(kind -> !kind.getObject().getLiteralLexicalForm().equals("rule"))
                .flatMap(kind -> {
                    List<String> paths = GRAPH.stream(Node.ANY, RDF.type.asNode(), kind.getSubject())
                            .map(triple -> Paths.of(triple.getSubject().getURI()))
                            .sorted()
                            .toList();
                    int step = kind.getObject().getLiteralLexicalForm().equals("statement") ? 30 : 1;
                    return Stream.iterate(0, i -> i < paths.size(), i -> i + step)
                            .map(paths::get);
                });
    }

    @Test
    void noPageOfAThingShowsEnglishWordsThatAreTranslated() {
        assertEquals(List.of(), faults(things()));
    }

    @Test
    void noStatementShowsThemForWhatARegisterSays() {
        Set<Node> labels = new HashSet<>();
        assertEquals(
                List.of(),
                faults(GRAPH.stream(Node.ANY, Sssom.slot("object_label"), Node.ANY)
                        .filter(label ->
                                TRANSLATED.containsKey(label.getObject().getLiteralLexicalForm()))
                        .filter(label -> labels.add(label.getObject()))
                        .map(label -> Paths.of(label.getSubject().getURI()))));
    }

    @Test
    void noListNorPictureShowsThem() {
        assertEquals(
                List.of(),
                faults(Stream.concat(
                        GRAPH.stream(Node.ANY, GG.kindName, Node.ANY)
                                .map(kind -> "/id/" + kind.getObject().getLiteralLexicalForm()),
                        Stream.of(
                                "/",
                                "/matrix",
                                "/map",
                                "/network",
                                "/places",
                                "/docs/coverage",
                                "/ontology",
                                "/sparql",
                                "/search?q=gouvernance",
                                "/search?q=governance",
                                "/compare?a=gcsp&b=cyberpeace-institute",
                                "/brief?about=gcsp",
                                "/brief?about=tunis-agenda",
                                "/brief?about=itu&about=unesco"))));
    }

    @Test
    void noAnswerShowsThem() throws IOException, ProblemException {
        List<String> paths = new ArrayList<>();
        for (QueryFile query : Mini.queries().all()) {
            String parameters = query.parameters().stream()
                    .filter(parameter -> !parameter.example().isEmpty())
                    .map(parameter -> parameter.name() + "=" + Paths.encoded(parameter.example()))
                    .collect(Collectors.joining("&"));
            for (String view : List.of("", "&view=table", "&view=text")) {
                paths.add("/queries/" + query.name() + "?" + parameters + view);
            }
        }
        assertEquals(List.of(), faults(paths.stream()));
    }
}
