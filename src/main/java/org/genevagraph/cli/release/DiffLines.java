package org.genevagraph.cli.release;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.cli.console.AnswerTable;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.diff.AnswerDiff;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Change.How;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.diff.Phrase;
import org.genevagraph.query.answer.Result;

/**
 * A difference for people: what changed under headings that count it, then the answers that changed with it.
 *
 * @param out where it is printed
 */
public record DiffLines(PrintStream out) {
    private static final int FIRST_DERIVED = 3;
    private static final int FIRST_ROWS = 5;
    private static final int CELL = 80;
    private static final String INDENT = "  ";
    private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

    void print(GraphDiff diff, AnswerDiff answers) {
        if (diff.isEmpty()) {
            out.println("nothing changed: both are version " + diff.after());
            return;
        }
        Map<Area, Map<How, List<Change>>> changes = diff.changes().stream()
                .collect(Collectors.groupingBy(
                        Change::area,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Change::how, LinkedHashMap::new, Collectors.toList())));
        changes.forEach((area, all) -> {
            if (area != Area.DERIVED) {
                all.forEach(this::printGroup);
            }
        });
        if (changes.containsKey(Area.DERIVED)) {
            printDerived(diff);
        }
        printAnswers(answers);
        printCounts(diff);
    }

    private void printGroup(How how, List<Change> changes) {
        out.println(Console.counted(changes.size(), changes.get(0).area().label()) + " " + how.label());
        for (Change change : changes) {
            String type = change.area() == Area.THING ? change.group() + " " : "";
            out.println(INDENT + type + change.says());
            change.details().forEach(detail -> out.println(INDENT + INDENT + words(detail)));
        }
        out.println();
    }

    private static String words(Detail detail) {
        if (detail.before().isEmpty()) {
            return detail.property() + " added: " + values(detail.after());
        }
        return detail.after().isEmpty()
                ? detail.property() + " removed: " + values(detail.before())
                : detail.property() + ": " + values(detail.before()) + " → " + values(detail.after());
    }

    private static String values(List<Phrase> values) {
        // The beginning of a hash tells it apart.
        return HASH.matcher(values.stream().map(Phrase::text).collect(Collectors.joining(" | ")))
                .replaceAll("$1…");
    }

    private void printDerived(GraphDiff diff) {
        out.println("derived by rules");
        Map<String, List<Change>> rules = new TreeMap<>();
        diff.changes().stream()
                .filter(change -> change.area() == Area.DERIVED)
                .forEach(change -> rules.computeIfAbsent(change.group(), rule -> new ArrayList<>())
                        .add(change));
        rules.forEach((rule, changes) -> {
            Map<How, Long> counts = changes.stream().collect(Collectors.groupingBy(Change::how, Collectors.counting()));
            List<String> parts = new ArrayList<>();
            for (How how : How.values()) {
                if (counts.containsKey(how)) {
                    parts.add(Console.grouped(counts.get(how)) + " " + how.label());
                }
            }
            out.println(INDENT + rule + ": " + String.join(", ", parts));
            changes.stream()
                    .limit(FIRST_DERIVED)
                    .forEach(change -> out.println(INDENT + INDENT + sign(change.how()) + " " + change.says()));
            printRest(changes.size() - FIRST_DERIVED);
        });
        out.println();
    }

    private static String sign(How how) {
        return switch (how) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    private void printRest(int more) {
        if (more > 0) {
            out.println(INDENT + INDENT + "… " + Console.grouped(more) + " more");
        }
    }

    private void printAnswers(AnswerDiff answers) {
        if (!answers.changed().isEmpty()) {
            out.println("answers that changed");
        }
        for (AnswerDiff.Changed answer : answers.changed()) {
            List<String> parts = new ArrayList<>();
            addCount(parts, answer.added().rows().size(), "added");
            addCount(parts, answer.removed().rows().size(), "removed");
            out.println(INDENT + answer.question() + ": " + String.join(", ", parts));
            printRows("+", answer.added());
            printRows("-", answer.removed());
        }
        out.println(answers.changed().size() + " of " + Console.counted(answers.asked(), "answer") + " changed");
        if (!answers.unasked().isEmpty()) {
            out.println(Console.counted(answers.unasked().size(), "question")
                    + " could not be asked of both, for example "
                    + answers.unasked().get(0).question() + ": "
                    + answers.unasked().get(0).because());
        }
        out.println();
    }

    private static void addCount(List<String> parts, int rows, String what) {
        if (rows > 0) {
            parts.add(Console.counted(rows, "row") + " " + what);
        }
    }

    private void printRows(String sign, Result.Rows answer) {
        answer.rows().stream()
                .limit(FIRST_ROWS)
                .forEach(row -> out.println(INDENT + INDENT + sign + " " + words(answer, row)));
        printRest(answer.rows().size() - FIRST_ROWS);
    }

    /** A row in one line: its cells that are not empty and hold more than hashes that name statements, long ones cut. */
    private static String words(Result.Rows answer, Binding row) {
        return AnswerTable.cells(answer, row).stream()
                .filter(cell -> !cell.matches("(statement:\\w+ ?)*"))
                .map(cell -> cell.length() > CELL ? cell.substring(0, CELL - 1).strip() + "…" : cell)
                .collect(Collectors.joining(" · "));
    }

    private void printCounts(GraphDiff diff) {
        List<List<String>> rows = new ArrayList<>();
        diff.graphs()
                .forEach((graph, count) ->
                        rows.add(List.of(graph, Console.grouped(count.added()), Console.grouped(count.removed()))));
        new TextTable(List.of("graph", "triples added", "removed"), rows).print(out);
        out.println();
        out.println(Console.counted(diff.added().size(), "triple") + " added, "
                + Console.grouped(diff.removed().size()) + " removed, version " + diff.before() + " → "
                + diff.after());
    }
}
