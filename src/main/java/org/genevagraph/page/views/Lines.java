package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.page.Units;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * Reads rows as lines of text. What a column says to a reader follows from its name, which means the same in all queries: {@code via} is
 * said with {@code through} before it, {@code role} stands in brackets, {@code since} and {@code until} are one span of time; a column
 * that no rule knows has its head before it.
 */
final class Lines {
    private static final String STANDING = "standing";
    private static final String EVIDENCE = "evidence";
    private static final String RELATION = "relation";
    private static final String ROLE = "role";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String VALUE = "value";
    private static final String UNIT = "unit";
    private static final String SAYS = "says";
    private static final String MEASURE = "measure";
    private static final String YEAR = "year";
    private static final String ABOUT = "about";
    private static final String WHAT = "what";
    private static final String OTHER = "other";
    private static final List<String> THROUGH = List.of("via", "through");
    /** Said without the head of the column: they are words, or things that explain themselves. */
    private static final Set<String> PLAIN = Set.of(
            SAYS, "topic", "request", "note", "reason", "meaning", WHAT, "when", "how", MEASURE, "title", "thing",
            ABOUT, OTHER);
    /** What a sentence has said already. */
    private static final Set<String> SAID = Set.of("from", RELATION, "to", "via");

    private static final Set<String> ELSEWHERE =
            Set.of(STANDING, EVIDENCE, RELATION, ROLE, SINCE, UNTIL, UNIT, "via", "through");

    private final Rows rows;
    private final List<String> told;
    private final Set<String> hidden;
    private final Set<String> plain;
    private final List<String> ends;
    private final Site site;

    /**
     * Reads the rows of an answer.
     *
     * @param view which columns are hidden, which are said without their heads, and which two are the ends of a sentence
     * @param told the columns that the view tells in its own way
     */
    Lines(Rows rows, PageView view, List<String> told, Site site) {
        this.rows = rows;
        this.told = List.copyOf(told);
        this.site = site;
        this.hidden = Stream.concat(told.stream(), view.list("hide").stream()).collect(Collectors.toSet());
        this.ends = view.list("sentence");
        this.plain = Stream.concat(PLAIN.stream(), view.list("plain").stream()).collect(Collectors.toSet());
    }

    Line of(Binding row) {
        List<Part> parts = new ArrayList<>();
        boolean sentence = shows(row, SAYS);
        List<String> through = sentence
                ? List.of()
                : THROUGH.stream().filter(column -> shows(row, column)).toList();
        boolean between =
                !ends.isEmpty() && shows(row, RELATION) && ends.stream().allMatch(end -> isThing(row, end));
        boolean triple = !sentence
                && SAID.stream().filter(column -> !column.equals("via")).allMatch(column -> shows(row, column));
        if (triple) {
            parts.add(new Part("", rows.words().sentence(row), null));
        } else if (between) {
            parts.add(new Part("", rows.words().sentence(row, ends.get(0), ends.get(1)), null));
        } else if (through.isEmpty() && !sentence && shows(row, RELATION)) {
            parts.add(new Part("", cell(row, RELATION), null));
        }
        for (String name : inOrder(row)) {
            if (shows(row, name)
                    && !isTold(row, name)
                    && !(between && ends.contains(name))
                    && !(name.equals(YEAR) && isYear(row))
                    && !ELSEWHERE.contains(name)
                    && !((sentence || triple) && SAID.contains(name))) {
                boolean bare = plain.contains(name) || (name.equals(VALUE) && shows(row, UNIT));
                parts.add(new Part(
                        bare ? "" : site.text("answer.column", rows.columns().get(name)), cell(row, name), null));
                if (name.equals(VALUE) && shows(row, UNIT) && !isYear(row) && !isUnitSaid(row)) {
                    parts.add(new Part("", cell(row, UNIT), null));
                }
            }
        }
        through.forEach(column -> parts.add(new Part(site.text("answer.through"), within(row, column), null)));
        // A role says more than the relation; where there is none, the relation stands for it.
        Stream.of(through.isEmpty() || triple || shows(row, ROLE) ? "" : RELATION, ROLE)
                .filter(column -> shows(row, column))
                .forEach(column -> parts.add(new Part("", cell(row, column), ROLE)));
        String dates = dates(row);
        if (!dates.isEmpty()) {
            parts.add(new Part("", new Cell(List.of(new Word(dates, "", null)), null, null), "soft"));
        }
        if (parts.isEmpty()
                && rows.columns().keySet().stream().anyMatch(name -> shows(row, name) && isTold(row, name))) {
            // All that it says is what stands above it.
            return Line.BARE;
        }
        boolean sure = Rows.text(row, STANDING).equals("stated");
        return new Line(
                parts,
                sure || !shows(row, STANDING) ? Cell.EMPTY : cell(row, STANDING),
                shows(row, EVIDENCE) ? cell(row, EVIDENCE) : Cell.EMPTY,
                rows.words().why(row));
    }

    /** The columns as they are told: of two things that are tied, the one before what it is to the other. */
    private List<String> inOrder(Binding row) {
        List<String> names = new ArrayList<>(rows.columns().keySet());
        if (Stream.of(ABOUT, WHAT, OTHER).allMatch(column -> shows(row, column))) {
            names.remove(ABOUT);
            names.add(names.indexOf(WHAT), ABOUT);
        }
        return names;
    }

    /** Whether what the row measures says the unit already. */
    private boolean isUnitSaid(Binding row) {
        return shows(row, MEASURE)
                && Units.isSaid(cell(row, UNIT).text(), cell(row, MEASURE).text());
    }

    /** Whether the number of the row is a year, which says so itself. */
    private static boolean isYear(Binding row) {
        return Rows.text(row, UNIT).equals(YEAR);
    }

    private boolean shows(Binding row, String column) {
        return rows.columns().containsKey(column) && !hidden.contains(column) && Rows.says(row, column);
    }

    private static boolean isThing(Binding row, String column) {
        return row.get(column) != null && row.get(column).isURI();
    }

    /** Whether a column has the thing that the view tells in its own way: what stands above the line is not said again in it. */
    private boolean isTold(Binding row, String column) {
        Node value = row.get(column);
        return value.isURI() && told.stream().anyMatch(other -> value.equals(row.get(other)));
    }

    private Cell cell(Binding row, String column) {
        return rows.words().cell(row, column);
    }

    /** A cell as it stands within a sentence: the name of a thing takes its article. */
    private Cell within(Binding row, String column) {
        Cell cell = cell(row, column);
        if (cell.words().size() != 1 || cell.words().get(0).path().isEmpty()) {
            return cell;
        }
        Word name = cell.words().get(0);
        String spoken = site.language().within(rows.words().spoken(row, column));
        return new Cell(List.of(new Word(spoken, name.path(), name.look(), name.lang())), cell.sort(), cell.look());
    }

    private String dates(Binding row) {
        String since = shows(row, SINCE) ? Rows.text(row, SINCE) : "";
        String until = shows(row, UNTIL) ? Rows.text(row, UNTIL) : "";
        return new Dates(since, until).text(site.language());
    }
}
