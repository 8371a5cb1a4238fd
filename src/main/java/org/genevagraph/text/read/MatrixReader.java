package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.passage.Alignment;
import org.genevagraph.text.read.passage.Reading;

/**
 * Reads a text that lists the commitments of a compact under objectives and sections, each followed by a line that maps it to goals and
 * Action Lines. A passage's number is that of its line. Commitments that are numbered on (1., 2., 3.) share the mapping below the last.
 */
final class MatrixReader implements TextReader {
    private static final Pattern OBJECTIVE = Pattern.compile("(?i:Objective) (\\d+)(?: ?[:.–—-].*)?");
    private static final Pattern REVIEW = Pattern.compile("Follow-up and Review");
    private static final Pattern TABLE_HEADER = Pattern.compile("(?:Mapping of GDC|Commitments and actions\\b).*");
    private static final Pattern ROW = Pattern.compile(
            "(?:All (?:the )?)?(?:SDGs?\\b|WSIS Action\\b|WSIS C ?\\d|Action Lines?\\b).*|All (?:the )?(?:17 )?(?:SDGs|Goals)\\b.*|Goals? \\d.*");
    private static final Pattern CELLS = Pattern.compile(
            "(?:(?<allGoals>All (?:the )?(?:17 )?(?:SDGs|Goals))"
                    + "|(?:SDGs?|Goals?):? (?<goals>(?:(?!WSIS|Action|All ).)+?))?[ ,;|/–—-]*"
                    + "(?:(?<allLines>All (?:the )?(?:WSIS )?Action Lines?)|(?:WSIS(?: Action(?: Lines?)?)?|Action Lines?):? (?<lines>.+))?");
    private static final String TO = " ?(?:[-–—]|to) ?";
    private static final Pattern GOAL = Pattern.compile("(\\d+)(?:\\.[0-9a-z]+)?(?:" + TO + "(\\d+)(?![.\\d]))?");
    private static final Pattern ACTION_LINE = Pattern.compile(
            "[CС] ?(\\d+)(?:" + TO + "[CС] ?(\\d+)|:? ?(?:\\(([Ee]-?\\p{L}+)\\)|([Ee](?:-\\p{L}+|\\p{Lu}\\p{L}+))))?");
    private static final Pattern BETWEEN = Pattern.compile("(?:,|;|/|&|and|SDGs?|Goals?|\\s)*");
    private static final Pattern LISTED = Pattern.compile("\\s*(\\d+)\\.\\s.*");
    private static final int GOALS = 17;
    private static final int ACTION_LINES = 11;
    private static final Set<String> LINES_OF_C7 = Set.of(
            "e-government",
            "e-business",
            "e-learning",
            "e-health",
            "e-employment",
            "e-environment",
            "e-agriculture",
            "e-science");

    @Override
    public String form() {
        return "matrix";
    }

    @Override
    public Reading read(SourceText text) {
        Run run = new Run(text);
        for (Line line : text.lines()) {
            String words = SourceText.normalise(line.text());
            if (!words.isEmpty()) {
                run.take(line, words);
            }
        }
        run.endCommitments();
        return run.reading.build();
    }

    /** One reading: where in the matrix it is. */
    private static final class Run {
        private final Reading.Builder reading;
        private boolean inTable;
        private String objective = "";
        private String objectiveLine = "";
        private int lastObjective;
        private String section = "";
        private String sectionLine = "";
        private final List<Line> open = new ArrayList<>();
        private int openNumber;

        Run(SourceText text) {
            this.reading = new Reading.Builder(text);
        }

        void take(Line line, String words) {
            String number = Integer.toString(line.number());
            Matcher objectives = OBJECTIVE.matcher(words);
            if (objectives.matches() || REVIEW.matcher(words).matches()) {
                beginObjective(line, objectives.matches() ? objectives.group(1) : "");
            } else if (!inTable) {
                reading.add(number, Headings.looksLike(words) ? "heading" : "paragraph", "", line);
            } else if (TABLE_HEADER.matcher(words).matches()) {
                reading.add(number, "header", objectiveLine, line);
            } else if (ROW.matcher(words).matches()) {
                row(line, words);
            } else if (Headings.looksLike(words) && !line.text().startsWith(" ")) {
                endCommitments();
                section = words;
                sectionLine = number;
                reading.add(number, "heading", objectiveLine, line);
            } else {
                commitment(line);
            }
        }

        private void beginObjective(Line line, String number) {
            endCommitments();
            inTable = true;
            objective = number;
            objectiveLine = Integer.toString(line.number());
            section = "";
            sectionLine = "";
            reading.add(objectiveLine, "heading", "", line);
            if (!number.isEmpty()) {
                int current = Integer.parseInt(number);
                for (int missing = lastObjective + 1; missing < current; missing++) {
                    reading.gap("objective-" + missing, line.number());
                }
                if (current <= lastObjective) {
                    reading.problem(
                            line.number(),
                            "objective " + current + " comes after objective " + lastObjective,
                            "put it in its place, or delete the repetition");
                }
                lastObjective = Math.max(lastObjective, current);
            }
        }

        private void commitment(Line line) {
            Matcher listed = LISTED.matcher(line.text());
            int number = listed.matches() ? Integer.parseInt(listed.group(1)) : 0;
            boolean shares = !open.isEmpty() && number > 1 && number == openNumber + 1;
            if (!shares) {
                endCommitments();
            }
            open.add(line);
            openNumber = number;
            reading.add(Integer.toString(line.number()), "item", parent(), line);
        }

        private String parent() {
            return sectionLine.isEmpty() ? objectiveLine : sectionLine;
        }

        /** A commitment that nothing maps is a problem; called when something begins that cannot be its mapping. */
        void endCommitments() {
            for (Line line : open) {
                reading.problem(
                        line.number(),
                        "commitment is mapped to no goal and no Action Line",
                        "add the line that maps it below");
            }
            open.clear();
        }

        private void row(Line line, String words) {
            String number = Integer.toString(line.number());
            reading.add(number, "row", parent(), line);
            Matcher cells = CELLS.matcher(words);
            if (!cells.matches()) {
                problem(line, words);
                open.clear();
                return;
            }
            if (open.isEmpty()) {
                reading.problem(line.number(), "mapping has no commitment above it", "add the commitment");
                return;
            }
            reading.add(new Alignment(
                    objective,
                    section,
                    open.stream().map(item -> Integer.toString(item.number())).toList(),
                    number,
                    cells.group("allGoals") != null,
                    goals(line, cells.group("goals")),
                    cells.group("allLines") != null,
                    lines(line, cells.group("lines"))));
            open.clear();
        }

        private List<String> goals(Line line, String cell) {
            List<String> goals = new ArrayList<>();
            for (String found : found(line, cell, GOAL)) {
                Matcher matcher = matched(GOAL, found);
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                if (first < 1 || last > GOALS || last < first) {
                    problem(line, "SDG " + found);
                } else {
                    IntStream.rangeClosed(first, last)
                            .mapToObj(goal -> "sdg-" + goal)
                            .filter(goal -> !goals.contains(goal))
                            .forEach(goals::add);
                }
            }
            return goals;
        }

        private List<String> lines(Line line, String cell) {
            List<String> lines = new ArrayList<>();
            for (String found : found(line, cell, ACTION_LINE)) {
                Matcher matcher = matched(ACTION_LINE, found);
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                String narrower = narrower(matcher.group(3) == null ? matcher.group(4) : matcher.group(3));
                boolean known = narrower.isEmpty()
                        ? first >= 1 && last <= ACTION_LINES && first <= last
                        : first == 7 && LINES_OF_C7.contains(narrower);
                if (known) {
                    IntStream.rangeClosed(first, last)
                            .mapToObj(code -> "c" + code + (narrower.isEmpty() ? "" : "-" + narrower))
                            .filter(code -> !lines.contains(code))
                            .forEach(lines::add);
                } else {
                    problem(line, found);
                }
            }
            return lines;
        }

        private static Matcher matched(Pattern pattern, String found) {
            Matcher matcher = pattern.matcher(found);
            if (!matcher.matches()) {
                throw new IllegalStateException("was matched by the same pattern");
            }
            return matcher;
        }

        /** A line within C7 as it is called: of eHealth and E-health, e-health. */
        private static String narrower(String name) {
            if (name == null) {
                return "";
            }
            String small = name.toLowerCase(Locale.ROOT);
            return small.startsWith("e-") ? small : "e-" + small.substring(1);
        }

        /** What a pattern finds in a cell; anything else than separators between is a problem. */
        private List<String> found(Line line, String cell, Pattern pattern) {
            if (cell == null) {
                return List.of();
            }
            List<String> found = new ArrayList<>();
            Matcher matcher = pattern.matcher(cell);
            int end = 0;
            while (matcher.find()) {
                between(line, cell.substring(end, matcher.start()));
                found.add(matcher.group());
                end = matcher.end();
            }
            between(line, cell.substring(end));
            if (found.isEmpty()) {
                problem(line, cell);
            }
            return found;
        }

        private void between(Line line, String words) {
            if (!BETWEEN.matcher(words).matches()) {
                problem(line, words.strip());
            }
        }

        private void problem(Line line, String words) {
            reading.problem(
                    line.number(),
                    "'" + words + "' is no list of goals or Action Lines",
                    "write them as in SDGs 1 and 9 WSIS Action Lines C1, C7 E-health, and C11");
        }
    }
}
