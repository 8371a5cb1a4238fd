package org.genevagraph.source.given;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a text in Markdown without its signs; of any other text as they are. */
final class MarkdownLines {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +\\S");
    private static final Pattern STRONG_NUMBER = Pattern.compile("(?m)^(?:\\*\\*|__)(?:Article )?\\d{1,3}[.)]");

    /** "_Recalling_ its resolution", "1. *Takes note* of the report": the first words of paragraphs in italics. */
    private static final Pattern EMPHASIS =
            Pattern.compile("(?m)^\\s*(?:\\d{1,3}[.)]\\s+)?(\\*{1,2}|_)\\p{Lu}[^*_\\n]{1,60}\\1(?=[\\s,.:;])");

    private static final Pattern ROW = Pattern.compile("\\s*\\|(.*)\\|\\s*");
    private static final Pattern RULE = Pattern.compile("\\s*\\|?[-:| ]*-{3}[-:| ]*\\|?\\s*");

    private MarkdownLines() {}

    static String of(String text) {
        long rows = text.lines().filter(line -> ROW.matcher(line).matches()).count();
        boolean isTable = rows > 1
                && rows * 2 > text.lines().filter(line -> !line.isBlank()).count();
        boolean isMarkdown = HEADING.matcher(text).find()
                || STRONG_NUMBER.matcher(text).results().count() > 1
                || EMPHASIS.matcher(text).results().count() > 1;
        return isTable || isMarkdown
                ? text.lines().map(MarkdownLines::plain).collect(Collectors.joining("\n", "", "\n"))
                : text;
    }

    private static String plain(String line) {
        if (RULE.matcher(line).matches()) {
            return "";
        }
        String words = ROW.matcher(line).matches()
                ? ROW.matcher(line)
                        .replaceFirst("$1")
                        .replaceAll("\\s*\\|\\s*", "  ")
                        .strip()
                : line;
        // A heading stands apart from what follows.
        boolean isHeading = words.matches("#{1,6} +\\S.*");
        words = words.replaceFirst("^#{1,6} +(.*?)(?: +#+)?$", "$1")
                .replaceFirst("^(?:> ?)+", "")
                .replaceFirst("^(\\s*)[*+] +(?=\\S)", "$1- ")
                .replaceAll("!?\\[([^\\]]+)\\]\\([^)\\s]*\\)", "$1")
                .replaceAll("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1", "$2")
                .replaceAll("(?<![\\w*])([*_])(?=\\S)([^*_]+?)(?<=\\S)\\1(?![\\w*])", "$2")
                .replaceAll("\\\\([\\p{P}\\p{S}])", "$1");
        return isHeading ? "\n" + words + "\n" : words;
    }
}
