package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Ordinals;
import org.genevagraph.text.read.line.Wrapping;
import org.genevagraph.text.read.passage.Alignment;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/**
 * Reads a text that lists the commitments of a compact under objectives and sections, each followed by a line that maps it to goals and
 * Action Lines. A passage's number is that of its line. Commitments that are numbered on (1., 2., 3.) share the mapping below the last.
 */
final class MatrixReader implements TextReader {
    private static final Pattern OBJECTIVE = Pattern.compile(
            "(?iu:objective|objectif|objetivo) (\\d+|[IVX]+|(?iu:one|two|three|four|five|six|seven|eight|nine|ten))(?:\\s?[:.–—-].*)?");
    private static final Pattern REVIEW = Pattern.compile("Follow-up and Review");
    private static final Pattern TABLE_HEADER = Pattern.compile("(?:Mapping of GDC|Commitments and actions\\b).*");
    private static final String GOALS_NAMED =
            "(?:SDGs?|Sustainable Development Goals?|ODD|ODS|Goals?|Objectifs?|Objetivos?)";
    private static final String LINES_NAMED =
            "(?:WSIS(?: Action(?: Lines?)?| ALs?)?|ALs?(?= C)|Action Lines?|(?:SMSI )?[Gg]randes? orientations?(?: du SMSI)?|SMSI|(?:CMSI )?[Ll]íneas? de acción(?: de la CMSI)?|CMSI)";
    private static final String ALL_GOALS =
            "(?:All (?:the )?(?:17 )?(?:SDGs|Goals)|Tous les (?:17 )?(?:ODD|[Oo]bjectifs)|Todos los (?:17 )?(?:ODS|[Oo]bjetivos))";
    private static final String ALL_LINES =
            "(?:All (?:the )?(?:WSIS )?Action Lines?|[Tt]outes les grandes orientations(?: du SMSI)?|[Tt]odas las líneas de acción(?: de la CMSI)?)";
    private static final Pattern ROW = Pattern.compile("(?:" + ALL_GOALS + "|" + ALL_LINES
            + "|(?:SDGs?|Sustainable Development Goals|ODD|ODS) ?(?![\\p{L}\\p{M}]).*|(?:WSIS Action|WSIS ALs?|Action Lines?)\\b.*|(?:Goals?|"
            + LINES_NAMED + ") C? ?\\d.*).*");
    private static final Pattern CELLS = Pattern.compile("(?:(?<allGoals>" + ALL_GOALS + ")"
            + "|" + GOALS_NAMED + "\\s?:? ?(?<goals>(?:(?!" + ALL_GOALS + "|" + ALL_LINES + "|" + LINES_NAMED
            + ").)+?))?[ ,;|/–—-]*"
            + "(?:(?<allLines>" + ALL_LINES + ")|" + LINES_NAMED + "\\s?:? ?(?<lines>.+))?");
    private static final Pattern OF_LINES = Pattern.compile("(?:" + ALL_LINES + "|" + LINES_NAMED + ").*");
    private static final Pattern NAMES_LINES = Pattern.compile(".*(?:" + ALL_LINES + "|" + LINES_NAMED + ").*");
    private static final String TO = " ?(?:[-–—]|to|à|al?) ?";
    private static final Pattern GOAL = Pattern.compile("(\\d+)(?:\\.[0-9a-z]+)?(?:" + TO + "(\\d+)(?![.\\d]))?");
    private static final Pattern ACTION_LINE = Pattern.compile(
            "[CС] ?(\\d+)(?:" + TO + "[CС] ?(\\d+)|:? ?(?:\\(([Ee]-?\\p{L}+)\\)|([Ee](?:-\\p{L}+|\\p{Lu}\\p{L}+))))?");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:,|;|/|&|\\||and|et|y|targets?|\\.(?=\\s*$)|SDGs?|ODD|ODS|Goals?|WSIS|\\s)*");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[](.*)[)\\]]\\.?");
    private static final Pattern GOES_ON = Pattern.compile(".*(?:[,;/–&-]|\\b(?:and|et|y))");
    private static final Pattern NAMES_ONE = Pattern.compile(
            ".*\\b(?:SDGs?|ODD|ODS|WSIS|SMSI|CMSI|Action Lines?|Goals?)\\b.*\\d.*|C ?\\d{1,2}\\b.{0,20}");
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
        List<Line> lines =
                text.lines().stream().filter(line -> !line.text().isBlank()).toList();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && goesOn(lines.subList(i, end), lines.get(end))) {
                end++;
            }
            boolean mapped = end < lines.size() && isRow(words(lines.subList(end, end + 1)));
            run.take(lines.subList(i, end), mapped);
            i = end;
        }
        run.end();
        return run.reading.build();
    }

    private static String words(List<Line> lines) {
        return lines.stream().map(line -> SourceText.normalise(line.text())).collect(Collectors.joining(" "));
    }

    /** A mapping without the brackets that it may stand in. */
    private static String withoutBrackets(String words) {
        return BRACKETED.matcher(words).replaceFirst("$1");
    }

    private static boolean isRow(String words) {
        return ROW.matcher(withoutBrackets(words)).matches();
    }

    /** Whether a file that wraps its lines goes on: with small letters, or goals alone with their Action Lines on the next line. */
    private static boolean goesOn(List<Line> before, Line next) {
        String words = words(before);
        String more = SourceText.normalise(next.text());
        if (next.number() > before.get(before.size() - 1).number() + 1) {
            return false;
        }
        if (isRow(words)) {
            boolean ofLines = !NAMES_LINES.matcher(words).matches()
                    && OF_LINES.matcher(more).matches()
                    && isRow(more);
            return ofLines || GOES_ON.matcher(words).matches();
        }
        return Wrapping.beginsSmall(next.text()) && !Wrapping.isFinished(words);
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
        private int emptySection;

        Run(SourceText text) {
            this.reading = new Reading.Builder(text);
        }

        /**
         * Takes what stands on a line, or on several of a file that wraps them.
         *
         * @param mapped whether a mapping follows, so that it is no heading
         */
        void take(List<Line> lines, boolean mapped) {
            Line line = lines.get(0);
            String words = words(lines);
            String number = Integer.toString(line.number());
            Matcher objectives = OBJECTIVE.matcher(words);
            if (objectives.matches() || REVIEW.matcher(words).matches()) {
                beginObjective(lines, objectives.matches() ? Ordinals.digits(objectives.group(1)) : "");
            } else if (!inTable) {
                reading.add(number, Headings.looksLike(words) ? "heading" : "paragraph", "", block(lines));
            } else if (TABLE_HEADER.matcher(words).matches()) {
                reading.add(number, "header", objectiveLine, block(lines));
            } else if (isRow(words)) {
                row(lines, withoutBrackets(words));
            } else if (!mapped && Headings.looksLike(words) && !line.text().startsWith(" ")) {
                if (NAMES_ONE.matcher(words).matches()) {
                    reading.problem(
                            line.number(),
                            "names goals or Action Lines, and was taken for a heading",
                            "put a mapping on a line of its own, as in SDGs 1 and 9 WSIS Action Lines C1, C7 E-health, and C11");
                }
                endCommitments();
                endSection();
                section = words;
                sectionLine = number;
                emptySection = line.number();
                reading.add(number, "heading", objectiveLine, block(lines));
            } else {
                commitment(lines);
            }
        }

        private void beginObjective(List<Line> lines, String number) {
            Line line = lines.get(0);
            endCommitments();
            endSection();
            inTable = true;
            objective = number;
            objectiveLine = Integer.toString(line.number());
            section = "";
            sectionLine = "";
            reading.add(objectiveLine, "heading", "", block(lines));
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

        /** A heading below which no commitment stands may be one. */
        private void endSection() {
            if (emptySection > 0) {
                reading.problem(
                        emptySection,
                        "was taken for a heading, and no commitment stands below it",
                        "end it with a full stop if it is a commitment");
            }
            emptySection = 0;
        }

        /** Ends the text; one without an objective is no matrix. */
        void end() {
            endCommitments();
            endSection();
            if (!inTable) {
                reading.problem(
                        1,
                        "begins a text in which no objective was found",
                        "check whether it is the right file, and its form; an objective begins as in 'Objective 1: …'");
            }
        }

        private void commitment(List<Line> lines) {
            Line line = lines.get(0);
            emptySection = 0;
            Matcher listed = LISTED.matcher(line.text());
            int number = listed.matches() ? Integer.parseInt(listed.group(1)) : 0;
            boolean shares = !open.isEmpty() && number > 1 && number == openNumber + 1;
            if (!shares) {
                endCommitments();
            }
            open.add(line);
            openNumber = number;
            reading.add(Integer.toString(line.number()), "item", parent(), block(lines));
        }

        private static Block block(List<Line> lines) {
            return Block.of(new Marker(Marker.Kind.NONE, "", "", 0), lines, UnaryOperator.identity());
        }

        private String parent() {
            return sectionLine.isEmpty() ? objectiveLine : sectionLine;
        }

        /** A commitment that nothing maps is a problem; called when something begins that cannot be its mapping. */
        private void endCommitments() {
            for (Line line : open) {
                reading.problem(
                        line.number(),
                        "commitment is mapped to no goal and no Action Line",
                        "add the line that maps it below");
            }
            open.clear();
        }

        private void row(List<Line> parts, String words) {
            Line line = parts.get(0);
            String number = Integer.toString(line.number());
            reading.add(number, "row", parent(), block(parts));
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
