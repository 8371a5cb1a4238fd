package org.genevagraph.syntax;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.genevagraph.problem.ParserWords;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * A SPARQL query as it stands in a file.
 *
 * @param file how to call the file when talking to people
 * @param text the query
 * @param begins the line of the file on which it begins
 */
public record SparqlText(String file, String text, int begins) {
    private static final Pattern PLACE = Pattern.compile("line:? (\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNRESOLVED = Pattern.compile("Unresolved prefixed name: (\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("[?$](\\w+)");
    private static final Pattern REGULAR_EXPRESSION = Pattern.compile("PatternSyntaxException.*\\R(.*)");
    private static final Pattern ENCOUNTERED =
            Pattern.compile("^Encountered (?:\"<EOF>\"|\" .*? \"(.*?) ?\"\") at line");
    private static final Pattern FIRST_WORD =
            Pattern.compile("^\\s*(?!#|PREFIX\\b|BASE\\b)\\S", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /**
     * What was read before, by its text: when one file of a project changes, all are read again, and reading queries is what takes longest
     * of that. Who is given a query never alters it.
     */
    private static final Cache<String, Query> READ = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .weigher((String text, Query query) -> text.length())
            .build();

    /** A query that is all of a file. */
    public static SparqlText of(String file, String text) {
        return new SparqlText(file, text, 1);
    }

    /** Parses it as SPARQL 1.1; what is wrong with it goes to the problems. */
    public Optional<Query> parse(Problems problems) {
        Optional<Problem> prefix = UnknownPrefix.misused(file, text, begins);
        if (prefix.isPresent()) {
            problems.add(prefix.get());
            return Optional.empty();
        }
        try {
            return Optional.of(READ.get(text, unread -> QueryFactory.create(unread, Syntax.syntaxSPARQL_11)));
        } catch (StackOverflowError e) {
            problems.add(Problem.error(
                    file,
                    firstLine(),
                    "",
                    "nests too deep, or is too long a sum, to be read",
                    "write the query in a flatter way"));
        } catch (QueryParseException e) {
            problems.add(problem(e, e.getLine()));
        } catch (JenaException | IllegalArgumentException e) {
            problems.add(problem(e, 0));
        }
        return Optional.empty();
    }

    /** Where its first word stands that is neither comment nor prefix. */
    public int firstLine() {
        Matcher word = FIRST_WORD.matcher(text);
        return begins - 1 + (word.find() ? Lines.at(text, word.end() - 1) : 1);
    }

    /** The first line of the file on which a word stands; that of the query's first word if none does. */
    public int lineOf(String word) {
        Matcher place = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text);
        return place.find() ? begins - 1 + Lines.at(text, place.start()) : firstLine();
    }

    private Problem problem(RuntimeException e, int told) {
        String message = String.valueOf(e.getMessage());
        int line = begins - 1 + Lines.within(lineIn(message, told), text);
        Matcher unresolved = UNRESOLVED.matcher(message);
        if (unresolved.find()) {
            return UnknownPrefix.problem(file, line, unresolved.group(1));
        }
        if (!FIRST_WORD.matcher(text).find()) {
            return Problem.error(file, line, "", "holds no query", "write it below what stands there");
        }
        boolean atEnd = message.contains("<EOF>");
        return Problem.error(
                file,
                line,
                "",
                e.getMessage() == null ? "nests too deep to be read" : "is not SPARQL: " + said(e),
                atEnd ? "close every bracket and quote" : "fix the query at that line, or before it");
    }

    private static String said(RuntimeException e) {
        String words = ParserWords.of(e);
        Matcher encountered = ENCOUNTERED.matcher(words);
        if (!encountered.find()) {
            return words;
        }
        return encountered.group(1) == null
                ? "it ends before it is whole"
                : "'" + encountered.group(1).strip() + "' cannot stand there";
    }

    /** The line that a message tells, or the one on which the variable or pattern stands of which it speaks. */
    private int lineIn(String message, int told) {
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            return Integer.parseInt(place.group(1));
        }
        Matcher expression = REGULAR_EXPRESSION.matcher(message);
        int at = expression.find() ? text.indexOf(expression.group(1)) : -1;
        if (at >= 0 || told > 0) {
            return at >= 0 ? Lines.at(text, at) : told;
        }
        Matcher variable = VARIABLE.matcher(message);
        if (variable.find()) {
            String name = Pattern.quote(variable.group(1));
            for (String form : new String[] {"\\bAS\\s+[?$]" + name + "\\b", "[?$]" + name + "\\b"}) {
                Matcher use = Pattern.compile("(?i)" + form).matcher(text);
                if (use.find()) {
                    return Lines.at(text, use.start());
                }
            }
        }
        return firstLine() - begins + 1;
    }
}
