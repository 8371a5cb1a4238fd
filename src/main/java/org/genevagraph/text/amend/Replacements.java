package org.genevagraph.text.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** Replacements that are made together: no form belongs to two of them, and where forms overlap the longest counts. */
public final class Replacements {
    /** The table's name. */
    public static final String TABLE = "replacements";

    /** The table's columns. */
    public static final List<String> COLUMNS =
            List.of("id", "term", "forms", "replacement", "plural_forms", "plural", "misfits", "names", "evidence");

    private final List<Replacement> all;
    private final TermFinder finder;

    private Replacements(List<Replacement> all) {
        this.all = List.copyOf(all);
        this.finder = new TermFinder(all);
    }

    /** Takes them out of their table; rows that cannot be used are problems. */
    public static Replacements read(Table table, Problems problems) {
        List<Replacement> all = new ArrayList<>();
        Map<String, Integer> lineOfForm = new HashMap<>();
        for (Row row : table.rows()) {
            Replacement replacement = new Replacement(
                    row.get("id"),
                    row.get("term"),
                    Stream.concat(Stream.of(row.get("term")), row.list("forms").stream())
                            .toList(),
                    row.get("replacement"),
                    row.list("plural_forms"),
                    row.get("plural"),
                    row.list("misfits"),
                    row.list("names"));
            if (isUsable(replacement, row, lineOfForm, problems)) {
                all.add(replacement);
            }
        }
        return new Replacements(all);
    }

    private static boolean isUsable(
            Replacement replacement, Row row, Map<String, Integer> lineOfForm, Problems problems) {
        List<Problem> found = new ArrayList<>();
        if (replacement.term().isEmpty()) {
            found.add(at(row, "term", "is empty", "give it a name"));
        }
        if (replacement.instead().isEmpty()) {
            found.add(at(row, "replacement", "is empty", "write what is put in the term's place"));
        }
        if (replacement.pluralForms().isEmpty() != replacement.plural().isEmpty()) {
            found.add(at(
                    row,
                    replacement.plural().isEmpty() ? "plural" : "plural_forms",
                    "is empty, but the other of the two is not",
                    "fill in both plural_forms and plural, or neither"));
        }
        for (String form :
                replacement.allForms().stream().filter(form -> !form.isEmpty()).toList()) {
            Integer earlier = lineOfForm.putIfAbsent(form.toLowerCase(Locale.ROOT), row.line());
            if (earlier != null) {
                found.add(at(
                        row,
                        columnOf(form, replacement),
                        "'" + form + "' is a form on line " + earlier + " already",
                        "keep it in one place"));
            }
        }
        problems.addAll(found);
        return found.isEmpty();
    }

    private static String columnOf(String form, Replacement replacement) {
        if (replacement.pluralForms().contains(form)) {
            return "plural_forms";
        }
        return replacement.term().equals(form) ? "term" : "forms";
    }

    private static Problem at(Row row, String column, String message, String fix) {
        return Problem.error(row.table().file(), row.line(), column, message, fix);
    }

    /** All of them, in the order of their table. */
    public List<Replacement> all() {
        return all;
    }

    /** Makes them in the words of a passage. */
    public Amendment amend(String text) {
        List<FoundTerm> found = finder.find(text);
        MisfitFinder misfits = new MisfitFinder(all, finder, text, found);
        List<Segment> segments = new ArrayList<>();
        int end = 0;
        for (FoundTerm term : found) {
            if (term.start() > end) {
                segments.add(new Segment.Kept(text.substring(end, term.start())));
            }
            segments.add(new Segment.Replaced(
                    text.substring(term.start(), term.end()),
                    term.amended(),
                    term.replacement().id(),
                    misfits.of(term)));
            end = term.end();
        }
        if (end < text.length()) {
            segments.add(new Segment.Kept(text.substring(end)));
        }
        return new Amendment(segments, misfits.unreached());
    }
}
