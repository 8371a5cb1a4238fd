package org.genevagraph.curate.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.TitlePage;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;

/** What a document is called, and its symbol, as far as its first lines say it. */
final class DocumentTitle {
    private static final int LONGEST = 200;
    private static final int LONGEST_HEADING = 90;
    private static final int FIRST_PASSAGES = 3;
    private static final int PASSAGES_OF_A_TITLE_PAGE = 20;
    private static final int LINES_OF_A_TITLE_PAGE = 20;
    private static final Pattern SYMBOL =
            Pattern.compile("(?<![\\p{L}/(\\[])" + TitlePage.SYMBOL + "(?:-[A-Z]{1,4}(?:/[A-Z0-9][A-Za-z0-9.]*)+)?");

    /** Where what a document says begins: behind it symbols are those of others. */
    private static final Pattern BEGINS = Pattern.compile(
            "\\s*(?:(?:The|L[’']|La|Le|El) ?[\\p{L}’' ]+,|(?:OP|PP)?\\d+[.)]\\s.*|(?:Recalling|Noting|Reaffirming|Rappelant|Recordando)\\b.*)");

    private static final Pattern NUMBER = Pattern.compile(
            "(?iu)(?:(?:draft )?(?:resolution|decision|recommendation)|(?:projet de )?(?:résolution|décision)|(?:proyecto de )?(?:resolución|decisión)) [\\p{L}\\d./()-]*\\d");

    /** "Draft resolution on open records": a title that says what it is. */
    private static final Pattern TITLED = Pattern.compile(
            "(?iu)(?:(?:draft )?(?:resolution|decision)s? (?:on|concerning)|(?:projets? de )?(?:résolution|décision)s? (?:sur|relati(?:f|ve)s? aux?|concernant)"
                    + "|(?:proyectos? de )?(?:resolución|decisión) (?:sobre|relativ[oa] al?)) \\p{L}.+[^.:;,]");

    private static final Pattern ADOPTED =
            Pattern.compile("(?iu)(?:draft |projet de |proyecto de )?(?:resolution|résolution|resolución)\\b");

    /** "Resolution adopted by the General Assembly on 16 December 2015", on a line of its own or in the words behind it. */
    private static final Pattern DAY_OF_ADOPTION = Pattern.compile(
            "(?i:(?:resolution|decision|declaration)\\s+)?(?i:adopted\\b[^,;:]{0,80}?\\bon )(\\d{1,2}) ("
                    + String.join("|", Capitals.MONTHS) + ") ((?:19|20)\\d\\d)\\b");

    private DocumentTitle() {}

    /** The title: what stands behind a resolution's number, or the first heading that is no line of a title page. */
    static Optional<String> of(Reading reading) {
        List<Passage> first = reading.passages().stream()
                .limit(PASSAGES_OF_A_TITLE_PAGE)
                .takeWhile(passage -> !passage.number().matches("\\d.*"))
                .toList();
        return numbered(first)
                .or(() -> first.stream()
                        .map(Passage::text)
                        .filter(words -> words.length() <= LONGEST
                                && TITLED.matcher(words).matches())
                        .findFirst())
                .or(() -> IntStream.range(0, reading.passages().size())
                        .limit(PASSAGES_OF_A_TITLE_PAGE)
                        .filter(i -> !TitlePage.isLine(text(reading, i)) && !TitlePage.isSession(text(reading, i + 1)))
                        .limit(FIRST_PASSAGES)
                        .filter(i -> List.of("section", "heading")
                                .contains(reading.passages().get(i).kind()))
                        .mapToObj(i -> text(reading, i))
                        .filter(words -> words.length() <= LONGEST_HEADING && !words.matches("[\\dA-Z]{1,3}[.)].*"))
                        .findFirst());
    }

    private static String text(Reading reading, int i) {
        return i < reading.passages().size() ? reading.passages().get(i).text() : "";
    }

    /** What stands behind or below the number of a resolution. */
    private static Optional<String> numbered(List<Passage> first) {
        for (int i = 0; i < first.size(); i++) {
            Optional<String> title = TitlePage.title(first.get(i).text());
            if (title.isEmpty() && NUMBER.matcher(first.get(i).text()).matches() && i + 1 < first.size()) {
                title = Optional.of(first.get(i + 1).text());
            }
            if (title.filter(words -> words.length() <= LONGEST && !words.matches(".*[,;:.]"))
                    .isPresent()) {
                return title;
            }
        }
        return Optional.empty();
    }

    /** What kind of document it is, by a line of its title page; empty if none tells it. */
    static Optional<String> kind(Reading reading) {
        return reading.passages().stream()
                .limit(PASSAGES_OF_A_TITLE_PAGE)
                .map(Passage::text)
                .filter(words ->
                        TitlePage.isLine(words) || TITLED.matcher(words).matches())
                .filter(words -> ADOPTED.matcher(words).lookingAt())
                .map(words -> "resolution")
                .findFirst();
    }

    /** The symbol on its title page; empty if there is none. What stands in brackets or below its first paragraph is another's. */
    static String symbol(SourceText text) {
        return text.lines().stream()
                .limit(LINES_OF_A_TITLE_PAGE)
                .takeWhile(line -> !BEGINS.matcher(line.text()).matches())
                .filter(line -> !line.text().strip().matches("[(\\[].*|.*[)\\]]"))
                .map(line -> SYMBOL.matcher(line.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .filter(found -> found.matches(".*\\d.*"))
                .findFirst()
                .orElse("");
    }

    /** The day on which it was adopted, as its title page tells it; empty if that does not. */
    static String date(Reading reading) {
        return reading.passages().stream()
                .limit(PASSAGES_OF_A_TITLE_PAGE)
                .takeWhile(passage -> !passage.number().matches("\\d.*"))
                .map(passage -> DAY_OF_ADOPTION.matcher(passage.text()))
                .filter(Matcher::lookingAt)
                .map(day -> String.format(
                        Locale.ROOT,
                        "%s-%02d-%02d",
                        day.group(3),
                        Capitals.MONTHS.indexOf(day.group(2)) + 1,
                        Integer.parseInt(day.group(1))))
                .findFirst()
                .orElse("");
    }
}
