package org.genevagraph.serve.sparql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries that do too much, made of the kinds in a file: expressions at every place, numbers varied, always the same ones for a seed. */
final class HostileCorpus {
    private static final Path KINDS = Path.of("src/test/resources/hostile/kinds.txt");
    private static final Pattern REPEATED =
            Pattern.compile("\\[\\[((?:(?!\\[\\[|]]).|\\[\\[\\[)*?) \\* (4 \\.\\. )?([0-9]+)]]", Pattern.DOTALL);
    private static final int LONGEST = 60_000;
    private static final double[] SIZES = {0.5, 1.1};
    private static final double[] ONE_SIZE = {1};

    private static final List<String> PLACES = List.of(
            "SELECT (%s AS ?x) {}",
            "SELECT * { ?a ?b ?c FILTER (%s) }",
            "SELECT (SUM(IF(%s, 1, 0)) AS ?x) { ?a ?b ?c }",
            "SELECT (GROUP_CONCAT(STR(%s)) AS ?x) { ?a ?b ?c } GROUP BY ?b",
            "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (COUNT(*) > 0) (%s)",
            "SELECT * { ?a ?b ?c } ORDER BY DESC(%s) LIMIT 1",
            "SELECT * { { SELECT ?x { ?a ?b ?c BIND (%s AS ?x) } } } ORDER BY ?x",
            "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SELECT * { ?a ?b ?d FILTER EXISTS { ?a ?b ?e FILTER (%s) } } } }",
            "SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e FILTER (%s) } }",
            "CONSTRUCT { ?a ?b ?x } { ?a ?b ?c BIND (COALESCE(%s, 1) AS ?x) }");

    private final Random random;

    private HostileCorpus(long seed) {
        this.random = new Random(seed);
    }

    /** All of them, by a name that tells kind and number. */
    static Map<String, String> queries(long seed) throws IOException {
        return new HostileCorpus(seed).make();
    }

    private Map<String, String> make() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(KINDS)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", 2);
            String kind = parts[0].strip();
            String text = parts[1].strip();
            List<String> made = new ArrayList<>();
            if (text.matches("(?s)(SELECT|ASK|CONSTRUCT|DESCRIBE|\\[\\[\\().*")) {
                made.add(repeated(text, 1));
                // Where nothing is repeated, every size is the same.
                for (double size : text.contains("[[") ? SIZES : ONE_SIZE) {
                    made.add(disguised(repeated(text, size)));
                }
            } else {
                PLACES.forEach(place -> made.add(disguised(place.replace("%s", repeated(text, 1)))));
            }
            made.forEach(query -> queries.put(kind + " " + (queries.size() + 1), query));
        }
        return queries;
    }

    /** Writes out what is repeated, innermost first. */
    private static String repeated(String text, double size) {
        String result = text;
        Matcher matcher = REPEATED.matcher(result);
        while (matcher.find()) {
            int times = Math.max(1, (int) Math.round(Integer.parseInt(matcher.group(3)) * size));
            StringBuilder written = new StringBuilder();
            for (int i = 1; i <= times && written.length() < LONGEST; i++) {
                String piece = matcher.group(1);
                written.append(matcher.group(2) == null ? piece : numbered(piece, i) + " ");
            }
            result = result.substring(0, matcher.start()) + written + result.substring(matcher.end());
            matcher = REPEATED.matcher(result);
        }
        return result;
    }

    private static String numbered(String piece, int number) {
        return piece.replaceAll("(?<=[a-z])@", Integer.toString(number - 1))
                .replaceAll("(?<=[a-z])\\+", Integer.toString(number));
    }

    /** The same query to a parser, another one to whoever looks for words. */
    private String disguised(String query) {
        return switch (random.nextInt(4)) {
            case 0 -> query.replaceFirst("\\{", "{ # }}}} \" ' <\n");
            case 1 -> query.replace("EXISTS {", "\\u0045XISTS\n#{\n{").replace("FILTER", "filter");
            case 2 -> query.replaceFirst("SELECT", "PREFIX a: <urn:a:> BASE <urn:b:(> select");
            default -> query;
        };
    }
}
