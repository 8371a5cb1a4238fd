package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Questions that people posed and answered by reading a text, before the graph was asked. A profile's file holds at least twelve of them: the question, the
 * passages that answer it, what to ask (SPARQL, or a canned query as {@code geneva NAME parameter=value ; column}), and a line for each row.
 */
class QuestionsTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/questions");
    private static final int EACH = 12;
    private static final String CANNED = "geneva ";
    private static final Limits LIMITS = Limits.STANDARD;
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), LIMITS);

    /** A question with what a reader of its passages answers. */
    record Question(String source, String question, List<String> passages, String ask, SortedSet<String> answer) {
        @Override
        public String toString() {
            return source + ": " + question;
        }
    }

    static List<Question> questions() throws IOException {
        List<Question> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            for (Path file : files.sorted().toList()) {
                String source = file.getFileName().toString().replace(".txt", "");
                for (String block : Files.readString(file).strip().split("\n\\s*\n", -1)) {
                    questions.add(parse(source, block));
                }
            }
        }
        return questions;
    }

    private static Question parse(String source, String block) {
        Map<String, String> lines = new HashMap<>();
        SortedSet<String> answer = new TreeSet<>();
        for (String line : block.lines().toList()) {
            String[] parts = line.split(":\\s*", 2);
            if (parts[0].equals("answer")) {
                answer.add(parts[1].strip());
            } else {
                lines.put(parts[0], parts[1].strip());
            }
        }
        answer.remove("none");
        return new Question(
                source,
                lines.get("question"),
                List.of(lines.get("passages").split("[\\s|,]+", -1)),
                lines.get("ask"),
                answer);
    }

    @Test
    void everyProfileHasItsTwelve() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        questions().forEach(question -> counts.merge(question.source(), 1, Integer::sum));
        for (String profile : List.of(
                "gcsp",
                "gspi",
                "geneva-graduate-institute",
                "cyberpeace-institute",
                "diplofoundation-gip",
                "ecma-international",
                "broadband-commission",
                "cstd")) {
            assertTrue(counts.get(profile) >= EACH, profile);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theGraphAnswersAsAReaderDoes(Question question) throws Exception {
        for (String passage : question.passages()) {
            Node iri = Iris.passage(passage.split("#", -1)[0], passage.split("#", -1)[1]);
            assertTrue(
                    Mini.realSnapshot().dataset().getDefaultGraph().contains(iri, Node.ANY, Node.ANY),
                    passage + " is no passage");
        }
        SortedSet<String> actual = question.ask().startsWith(CANNED) ? canned(question.ask()) : sparql(question.ask());
        assertEquals(question.answer(), actual, question.question());
    }

    private static SortedSet<String> canned(String ask) throws Exception {
        String[] halves = ask.substring(CANNED.length()).split(";", -1);
        List<String> words = Arrays.asList(halves[0].strip().split("\\s+", -1));
        Map<String, String> parameters = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            parameters.put(word.split("=", 2)[0], word.split("=", 2)[1]);
        }
        Result result =
                RUNNER.run(Mini.queries().find(words.get(0)), parameters).result();
        List<Var> columns = halves.length < 2
                ? ((Result.Rows) result).variables()
                : Arrays.stream(halves[1].strip().split("\\s*,\\s*|\\s+", -1))
                        .map(Var::alloc)
                        .toList();
        return rows((Result.Rows) result, columns);
    }

    private static SortedSet<String> sparql(String ask) throws Refusal {
        StringBuilder query = new StringBuilder("""
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """);
        Stream.concat(ParameterType.THING.kinds().stream(), Stream.of("passage"))
                .distinct()
                .forEach(kind -> query.append("PREFIX ")
                        .append(kind)
                        .append(": <")
                        .append(Iris.BASE)
                        .append("id/")
                        .append(kind)
                        .append("/>\n"));
        Result result =
                GuardedQuery.parse(query + ask, LIMITS).run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        if (result instanceof Result.Truth truth) {
            return new TreeSet<>(List.of(truth.value() ? "yes" : "no"));
        }
        return rows((Result.Rows) result, ((Result.Rows) result).variables());
    }

    private static SortedSet<String> rows(Result.Rows result, List<Var> columns) {
        SortedSet<String> rows = new TreeSet<>();
        for (Binding row : result.rows()) {
            rows.add(String.join(
                    " | ", columns.stream().map(column -> cell(row.get(column))).toList()));
        }
        return rows;
    }

    private static String cell(Node value) {
        if (value == null) {
            return "";
        }
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : Iris.parse(value.getURI())
                        .map(id -> id.kind().equals("passage") ? id.slug().replaceFirst("/", "#") : id.slug())
                        .orElse(value.getURI());
    }
}
