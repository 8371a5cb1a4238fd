package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.SourceText;
import org.genevagraph.source.SourceText.Line;

/**
 * Reads a text that lists the commitments of a compact under objectives and sections, each followed by a line that maps it to goals and
 * Action Lines. A passage's number is that of its line. Commitments that are numbered on (1., 2., 3.) share the mapping below the last.
 */
final class MatrixReader implements TextReader {
    private static final Pattern OBJECTIVE = Pattern.compile("Objective (\\d+):.*");
    private static final Pattern REVIEW = Pattern.compile("Follow-up and Review");
    private static final Pattern TABLE_HEADER = Pattern.compile("(?:Mapping of GDC|Commitments and actions\\b).*");
    private static final Pattern ROW = Pattern.compile("(?:All )?(?:SDGs?\\b|WSIS Action\\b).*");
    private static final Pattern CELLS = Pattern.compile(
            "(?:(?<allGoals>All SDGs)|SDGs? (?<goals>[\\d,&and ]+?))? ?(?:(?<allLines>All WSIS Action Lines?)|WSIS Action(?: Lines?)? (?<lines>.+))?");
    private static final Pattern GOAL = Pattern.compile("\\d+");
    private static final Pattern ACTION_LINE = Pattern.compile("[CС](\\d+)(?: ?([Ee]-\\p{L}+))?");
    private static final Pattern BETWEEN = Pattern.compile("(?:,|&|and|\\s)*");
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
            reading.alignments.add(new Alignment(
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
                if (Integer.parseInt(found) < 1 || Integer.parseInt(found) > GOALS) {
                    problem(line, "SDG " + found);
                } else {
                    goals.add("sdg-" + found);
                }
            }
            return goals;
        }

        private List<String> lines(Line line, String cell) {
            List<String> lines = new ArrayList<>();
            for (String found : found(line, cell, ACTION_LINE)) {
                Matcher matcher = ACTION_LINE.matcher(found);
                if (!matcher.matches()) {
                    throw new IllegalStateException("was matched by the same pattern");
                }
                int code = Integer.parseInt(matcher.group(1));
                String narrower =
                        matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
                boolean known = narrower.isEmpty()
                        ? code >= 1 && code <= ACTION_LINES
                        : code == 7 && LINES_OF_C7.contains(narrower);
                if (known) {
                    lines.add("c" + code + (narrower.isEmpty() ? "" : "-" + narrower));
                } else {
                    problem(line, found);
                }
            }
            return lines;
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
