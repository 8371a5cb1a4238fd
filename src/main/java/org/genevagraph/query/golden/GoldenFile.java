package org.genevagraph.query.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Refusal;

/**
 * A file of commands, each on a line that begins with {@code $ geneva}, and below each what it prints on the project's own tables.
 *
 * @param shown how to call the file when talking to people
 * @param commands the commands in their order
 */
public record GoldenFile(String shown, List<Command> commands) {
    private static final String BEGINNING = "$ geneva ";

    /** Double quotes hold words together. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    public GoldenFile {
        commands = List.copyOf(commands);
    }

    /**
     * A command with what it prints.
     *
     * @param line where it stands
     * @param text the line
     * @param printed all lines below it, each with its end; the empty line before the next command is not one of them
     */
    public record Command(int line, String text, String printed) {
        /** Its words after the name of the program. */
        public List<String> words() {
            return WORD.matcher(text.substring(BEGINNING.length()))
                    .results()
                    .map(MatchResult::group)
                    .map(word -> word.replace("\"", ""))
                    .toList();
        }
    }

    /** Runs a command. */
    public interface Runs {
        /** What a command with these words prints. */
        String printed(List<String> words) throws Refusal;
    }

    /** Reads one. */
    public static GoldenFile of(String shown, String text) {
        List<Command> commands = new ArrayList<>();
        // Line ends inside answers, such as those of CSV, are kept.
        String[] lines = text.split("(?<=\n)", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(BEGINNING)) {
                StringBuilder printed = new StringBuilder();
                int next = i + 1;
                for (; next < lines.length && !lines[next].startsWith(BEGINNING); next++) {
                    printed.append(lines[next]);
                }
                if (next < lines.length && !printed.isEmpty()) {
                    printed.setLength(printed.length() - 1);
                }
                commands.add(new Command(i + 1, lines[i].stripTrailing(), printed.toString()));
            }
        }
        return new GoldenFile(shown, commands);
    }

    /** What is printed otherwise now, each told at the first line that differs. */
    public List<Problem> differences(Runs runs) {
        return commands.stream()
                .flatMap(command -> difference(command, runs).stream())
                .toList();
    }

    private Optional<Problem> difference(Command command, Runs runs) {
        try {
            String now = runs.printed(command.words());
            if (now.equals(command.printed())) {
                return Optional.empty();
            }
            List<String> before = command.printed().lines().toList();
            List<String> after = now.lines().toList();
            int same = 0;
            while (same < Math.min(before.size(), after.size())
                    && before.get(same).equals(after.get(same))) {
                same++;
            }
            return Optional.of(Problem.error(
                    shown,
                    command.line() + 1 + same,
                    "",
                    "is answered otherwise now: " + (same < after.size() ? after.get(same) : "nothing more"),
                    "if the change is meant, write the answers anew as CONTRIBUTING says, and read the difference"));
        } catch (Refusal refusal) {
            return Optional.of(
                    Problem.error(shown, command.line(), "", "is refused now: " + refusal.getMessage(), refusal.fix()));
        }
    }
}
