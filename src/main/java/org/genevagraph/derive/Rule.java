package org.genevagraph.derive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.SparqlText;

/**
 * A rule: a CONSTRUCT query in a file of its own. Lines that begin with {@code #+} say in a sentence what it derives;
 * a line {@code #+ fr name: sentence} says it in another language.
 *
 * @param file how to call the file when talking to people
 * @param name the file's name without number and ending: of {@code 30-partners.rq}, {@code partners}
 * @param definition what the rule derives and from what
 * @param words what the rule is called and derives in other languages, by language tag
 * @param query the CONSTRUCT query
 */
public record Rule(String file, String name, String definition, Map<String, Words> words, Query query) {
    /** What a rule is called in a language, and what it derives. */
    public record Words(String name, String definition) {}

    private static final Pattern FILE_NAME = Pattern.compile("\\d\\d-([a-z0-9-]+)\\.rq");
    /** A blank node in a template, outside of IRIs, strings and comments. */
    private static final Pattern BLANK_NODE =
            Pattern.compile("(?is)CONSTRUCT\\s*\\{(?:<[^<>\\s]*>|\"[^\"]*\"|'[^']*'|#[^\\n]*|(?!_:|\\[).)*?(_:|\\[)");

    private static final String HEADER = "#+";
    /** A line of the header in another language: {@code #+ fr name: definition}. */
    private static final Pattern WORDS = Pattern.compile("#\\+ ([a-z]{2}) ([^:]+): (.+)");

    /**
     * Reads a rule; what is wrong with it goes to the problems.
     *
     * @param file how to call the file when talking to people
     * @param fileName its last part, two digits for the order and then the rule's name
     */
    public static Optional<Rule> parse(String file, String fileName, String text, Problems problems) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            problems.add(Problem.error(
                    file, 0, "", "is not named like a rule", "name it like 30-partners.rq: two digits, then words"));
            return Optional.empty();
        }
        String definition = text.lines()
                .filter(line -> line.startsWith(HEADER) && !WORDS.matcher(line).matches())
                .map(line -> line.substring(HEADER.length()).strip())
                .collect(Collectors.joining(" "));
        if (definition.isEmpty() && !text.isBlank()) {
            problems.add(Problem.error(
                    file, 1, "", "does not say what it derives", "begin the file with a line '#+ …' that says it"));
        }
        Optional<Query> read = SparqlText.of(file, text).parse(problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Query query = read.get();
        if (!query.isConstructType() || query.isConstructQuad()) {
            problems.add(Problem.error(
                    file,
                    SparqlText.of(file, text).firstLine(),
                    "",
                    "is not a CONSTRUCT query of triples",
                    "write the rule as CONSTRUCT { … } WHERE { … }"));
            return Optional.empty();
        }
        if (hasBlankNodes(query)) {
            problems.add(blankNodes(file, lineOfBlankNode(text)));
            return Optional.empty();
        }
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(file, matcher.group(1), definition, words(text), query));
    }

    private static Map<String, Words> words(String text) {
        Map<String, Words> words = new TreeMap<>();
        text.lines()
                .map(WORDS::matcher)
                .filter(Matcher::matches)
                .forEach(line -> words.put(line.group(1), new Words(line.group(2), line.group(3))));
        return Map.copyOf(words);
    }

    private static boolean hasBlankNodes(Query query) {
        return query.getConstructTemplate().getTriples().stream()
                .anyMatch(triple -> isBlank(triple.getSubject()) || isBlank(triple.getObject()));
    }

    private static boolean isBlank(Node node) {
        // The parser makes variables of them, of a kind that nobody can write.
        return node.isBlank() || Var.isBlankNodeVar(node);
    }

    /** The line of the template on which the first one stands; 1 if none is found. */
    private static int lineOfBlankNode(String text) {
        Matcher place = BLANK_NODE.matcher(text);
        if (!place.find()) {
            return 1;
        }
        return 1
                + (int) text.substring(0, place.start(1))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** What is said of a rule that makes blank nodes. */
    static Problem blankNodes(String file, int line) {
        return Problem.error(
                file,
                line,
                "",
                "makes blank nodes, which the graph has none of",
                "name what it makes, with IRI() and a hash of what it says");
    }
}
