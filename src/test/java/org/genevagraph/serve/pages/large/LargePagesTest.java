package org.genevagraph.serve.pages.large;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.PageWeight;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a graph with many more things than today's: each stays as light as a page may be, and leads on to what it leaves out. */
class LargePagesTest extends RealServer {
    private static final int MANY = 1_500;
    private static final Pattern ENTRY = Pattern.compile("<a href=\"/id/initiative/(made-[0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern ALL = Pattern.compile("<a class=\"button\" href=\"([^\"]+[?]part=[^\"]+)\"");

    /** What is asked about: what has to do with most of the others, or what the made-up tables have. */
    private static final Map<ParameterType, String> ASKED = Map.of(
            ParameterType.ORGANISATION, "alpha",
            ParameterType.THING, "organisation:alpha",
            ParameterType.INITIATIVE, "talks",
            ParameterType.ISSUE, "dialogue",
            ParameterType.ACTION_LINE, "c1",
            ParameterType.DOCUMENT, "charter",
            ParameterType.PLACE, "town");

    @TempDir
    private static Path folder;

    private static SnapshotServer large;
    private static PageWeight weights;

    @BeforeAll
    static void serveManyThings() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        add(
                data.resolve("organisations.csv"),
                i -> List.of("body-" + i + ",Body Number " + i + ",,,foundation,One of very many bodies.,,alpha#1"));
        add(
                data.resolve("initiatives.csv"),
                i -> List.of("made-" + i + ",Made Number " + i + ",,,dialogue,One of very many dialogues.,,,alpha#2"));
        add(
                data.resolve("figures.csv"),
                i -> List.of("organisation:body-" + i + ",members," + i + ",people,2020,alpha#2"));
        add(
                data.resolve("statements/alpha.csv"),
                i -> List.of(
                        "organisation:body-" + i + ",partnerOf,organisation:alpha,,,,,stated,alpha#3",
                        "organisation:body-" + i + ",addresses,dialogue,,,,,stated,alpha#2",
                        "organisation:alpha,runs,made-" + i + ",,,,,stated,alpha#2",
                        "organisation:body-" + i + ",partnersIn,made-" + i + ",,,,,stated,alpha#2",
                        "made-" + i + ",addresses,dialogue,,,,,stated,alpha#2"));
        Served served = Served.of(
                new SnapshotBuilder(Mini.inputs(data), Progress.NONE).build(), Mini.queries(), Limits.STANDARD);
        large = start(served);
        use(large);
        weights = new PageWeight(server.address());
    }

    @AfterAll
    static void stop() {
        large.close();
    }

    private static void add(Path table, IntFunction<List<String>> rows) throws IOException {
        Mini.add(
                table,
                IntStream.range(0, MANY).mapToObj(rows).flatMap(List::stream).toList());
    }

    private static List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (QueryFile query : server.served().catalogue().all()) {
            String given = query.parameters().stream()
                    .filter(parameter -> ASKED.containsKey(parameter.type())
                            && (parameter.required() || parameter.type() == ParameterType.ORGANISATION))
                    .map(parameter -> parameter.name() + "=" + asked(parameter))
                    .collect(Collectors.joining("&"));
            boolean complete = query.parameters().stream()
                    .allMatch(parameter -> !parameter.required() || ASKED.containsKey(parameter.type()));
            questions.add("/queries/" + query.name() + (complete && !given.isEmpty() ? "?" + given : ""));
            if (query.parameters().stream().noneMatch(Parameter::required)) {
                questions.add("/queries/" + query.name() + ".html");
            }
        }
        return questions;
    }

    /** Two organisations of a question are two. */
    private static String asked(Parameter parameter) {
        return parameter.name().equals("b") ? "body-1" : ASKED.get(parameter.type());
    }

    @Test
    void everyPageIsLight() throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/?lang=fr",
                "/queries",
                "/network",
                "/map",
                "/map?lang=fr",
                "/matrix",
                "/places",
                "/docs/coverage",
                "/id/organisation",
                "/id/initiative",
                "/id/figure",
                "/id/organisation?offset=400",
                "/id/organisation/alpha",
                "/id/organisation/body-1",
                "/id/initiative/talks",
                "/id/issue/dialogue",
                "/id/place/town",
                "/brief?about=organisation:alpha",
                "/brief?about=dialogue",
                "/compare?a=alpha&b=body-1",
                "/search?q=number",
                "/changes"));
        Matcher sections = ALL.matcher(weights.html("/id/organisation/alpha"));
        int before = paths.size();
        while (sections.find()) {
            paths.add(sections.group(1));
        }
        assertTrue(paths.size() > before + 2, "long sections: " + paths);
        paths.addAll(questions());
        assertEquals(List.of(), weights.heavy(paths));
    }

    /** Page by page a reader comes to everything in a list, and the address of the last page says so. */
    @Test
    void pagesOfAListHaveEverythingOnce() throws IOException, InterruptedException {
        TreeSet<String> seen = new TreeSet<>();
        int pages = 0;
        String path = "/id/initiative";
        for (boolean more = true; more; pages++) {
            String html = weights.html(path);
            Matcher entries = ENTRY.matcher(html);
            while (entries.find()) {
                assertTrue(seen.add(entries.group(1)), path + ": twice " + entries.group(1));
            }
            Matcher next = NEXT.matcher(html);
            more = next.find();
            path = more ? next.group(1) : path;
        }
        assertEquals(MANY, seen.size());
        assertTrue(pages > 3, "pages: " + pages);
        assertTrue(weights.html("/id/initiative?offset=90000").contains("There are only 1,503."));
    }

    @Test
    void whatIsLeftOutIsTold() throws IOException, InterruptedException {
        String figures = weights.html("/queries/figures");
        assertTrue(figures.contains("and 1,352 more"), figures);
        assertTrue(weights.html("/docs/coverage").contains("more</a>"));
        assertFalse(weights.html("/queries").contains("Body Number 999\""));
    }
}
