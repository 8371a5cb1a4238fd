package org.genevagraph.load.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Hints;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Cell;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Iris;

/** Every thing that a table declares, by kind and id, and how the cells of other tables refer to it. */
public final class Things {
    /** What the problem of a name that nothing bears says. */
    public static final String UNKNOWN = "' is unknown as ";

    private static final String PASSAGE = "passage";

    private final Map<String, Map<String, Declared>> byKind = new TreeMap<>();

    /** By kind the ids of things whose rows could not be read; all of a kind, or of a document, if the text is empty or ends in #. */
    private final Map<String, Set<String>> lost = new TreeMap<>();

    private final Set<Cell> followers = new HashSet<>();
    private final Set<Node> doubled = new HashSet<>();
    private final Hints hints = new Hints();
    private boolean anyUnresolved;

    /** The rows that declare things, by their kind. */
    private final Map<String, List<Row>> rows = new TreeMap<>();

    private record Declared(Node iri, Cell cell) {}

    /** Notes what a table would have declared if it could be read: nobody is to be blamed for naming it. */
    public void lose(String kind, Table table) {
        Set<String> ids = lost.computeIfAbsent(kind, key -> new HashSet<>());
        String prefix = kind.equals(PASSAGE) ? table.source() + "#" : "";
        if (!table.isWhole()) {
            ids.add(prefix);
        }
        table.lostIds().forEach(id -> ids.add(prefix + id));
    }

    /** Whether it may be that a thing of this kind and id stands in a row that could not be read. */
    public boolean isLost(String kind, String id) {
        Set<String> ids = lost.getOrDefault(kind, Set.of());
        return ids.contains("") || ids.contains(id) || ids.contains(id.replaceFirst("#.*", "#"));
    }

    /** The cells that name what could not be read. */
    public Set<Cell> followers() {
        return Set.copyOf(followers);
    }

    /** Things that several rows declare, of which nobody knows which one holds. */
    public Set<Node> doubled() {
        return Set.copyOf(doubled);
    }

    /** Whether a cell names what is not there, for whatever reason, so that facts are missing. */
    public boolean anyUnresolved() {
        return anyUnresolved;
    }

    /** Declares the thing of a row by the slug in a column; an ill-formed or repeated slug is a problem. */
    public void declare(String kind, Row row, String column, Problems problems) {
        String slug = row.get(column);
        rows.computeIfAbsent(kind, key -> new ArrayList<>()).add(row);
        if (slug.indexOf('\uFFFD') >= 0) {
            // That its bytes are wrong is told; what it was to be, nobody knows.
            lost.computeIfAbsent(kind, key -> new HashSet<>()).add("");
            return;
        }
        if (!Iris.isSlug(slug)) {
            lost.computeIfAbsent(kind, key -> new HashSet<>())
                    .add(slug.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
            problems.add(at(
                    row,
                    column,
                    slug.isEmpty() ? "is empty" : "'" + slug + "' is not an id",
                    Iris.isSlug(Iris.slug(slug))
                            ? "write lower-case letters a-z, digits and hyphens, such as " + Iris.slug(slug)
                            : "write lower-case letters a-z, digits and hyphens"));
            return;
        }
        declare(kind, slug, Iris.thing(kind, slug), row, column, problems);
    }

    /** Declares a passage by the slug of its document and its number. */
    public void declarePassage(String document, Row row, String column, Problems problems) {
        try {
            Node iri = Iris.passage(document, row.get(column));
            declare(PASSAGE, document + "#" + row.get(column), iri, row, column, problems);
        } catch (IllegalArgumentException e) {
            problems.add(at(row, column, e.getMessage(), "write it as the text does, for example 72 or 72.l"));
        }
    }

    private void declare(String kind, String id, Node iri, Row row, String column, Problems problems) {
        Declared earlier = byKind.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                .putIfAbsent(id, new Declared(iri, row.cell(column)));
        if (earlier != null) {
            doubled.add(iri);
            problems.add(at(
                    row,
                    column,
                    "'" + id + "' stands already at " + earlier.cell().file() + ":"
                            + earlier.cell().line(),
                    "merge the two rows or choose another id"));
        }
    }

    /** The thing of this kind with this id, if it was declared. */
    public Optional<Node> find(String kind, String id) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(id)).map(Declared::iri);
    }

    /** The ids of all things of a kind. */
    public Collection<String> ids(String kind) {
        return byKind.getOrDefault(kind, Map.of()).keySet();
    }

    /**
     * What a cell refers to. A bare id means the one thing of the allowed kinds that bears it; {@code organisation:gcsp} says the kind;
     * {@code gcsp#6} is a passage.
     *
     * @param kinds the kinds of thing that may stand there
     */
    public Optional<Node> resolve(
            String reference, Collection<String> kinds, Row row, String column, Problems problems) {
        int colon = reference.indexOf(':');
        String id = reference.substring(colon + 1);
        Collection<String> candidates = colon < 0 ? kinds : List.of(reference.substring(0, colon));
        if (!kinds.containsAll(candidates)) {
            anyUnresolved = true;
            problems.add(strangeKind(reference, id, kinds, row, column));
            return Optional.empty();
        }
        List<String> fitting =
                candidates.stream().filter(kind -> find(kind, id).isPresent()).toList();
        if (fitting.size() == 1) {
            return find(fitting.get(0), id);
        }
        anyUnresolved = true;
        if (fitting.isEmpty() && candidates.stream().anyMatch(kind -> isLost(kind, id))) {
            followers.add(row.cell(column));
            return Optional.empty();
        }
        problems.add(fitting.isEmpty() ? unknown(id, candidates, row, column) : ambiguous(id, fitting, row, column));
        return Optional.empty();
    }

    /** Notes that a fact is missing. */
    public void miss() {
        anyUnresolved = true;
    }

    /** Tells a reference that names nothing of any kind, where it is not known which kinds may stand. */
    public void resolveAny(String reference, Row row, String column, Problems problems) {
        int colon = reference.indexOf(':');
        String id = reference.substring(colon + 1);
        Collection<String> kinds = byKind.keySet();
        if (kinds.stream().noneMatch(kind -> find(kind, id).isPresent() || isLost(kind, id))) {
            problems.add(unknown(id, "a thing of any kind", kinds, row, column));
        }
    }

    private Problem strangeKind(String reference, String id, Collection<String> kinds, Row row, String column) {
        Optional<String> address = ReferenceHint.ofAddress(reference, byKind.keySet());
        if (address.isPresent()) {
            return at(row, column, "'" + reference + "' is an address and no id", "write " + address.get());
        }
        String kind = reference.substring(0, reference.indexOf(':'));
        if (kind.matches("https?")) {
            return at(
                    row,
                    column,
                    "'" + reference + "' is an address and no id",
                    "write the id that " + alternatives(kinds) + " has in its table");
        }
        if (!byKind.containsKey(kind)) {
            List<String> near = Nearest.of(kind, kinds).stream()
                    .filter(like -> find(like, id).isPresent())
                    .map(like -> like + ":" + id)
                    .toList();
            if (!near.isEmpty()) {
                return at(
                        row,
                        column,
                        "'" + reference + "' is of a kind that there is not",
                        "did you mean " + String.join(", ", near) + "?");
            }
        }
        return at(
                row, column, "'" + reference + "' is of a kind that cannot stand here", "write " + alternatives(kinds));
    }

    /** The ids of what bears a name, of some kinds. */
    private List<String> named(String name, Collection<String> kinds) {
        String wanted = plain(name);
        return kinds.stream()
                .flatMap(kind -> rows.getOrDefault(kind, List.of()).stream())
                .filter(row -> Stream.of("name", "title", "label", "acronym", "aliases")
                        .flatMap(column -> row.list(column).stream())
                        .anyMatch(called -> plain(called).equals(wanted)))
                .map(row -> row.get("id"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(3)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:the|an?|la|le|l')\\s+", "")
                .strip();
    }

    private Problem unknown(String id, Collection<String> kinds, Row row, String column) {
        if (row.get(column).isEmpty()) {
            return at(row, column, "is empty", "write the id of its thing");
        }
        Optional<String> other = byKind.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(id))
                .map(Map.Entry::getKey)
                .findFirst();
        if (other.isPresent()) {
            return at(
                    row,
                    column,
                    "'" + id + "' is a thing of kind " + other.get(),
                    kinds.size() == 1 && kinds.contains(PASSAGE) && other.get().equals("document")
                            ? "cite a passage of it by its number, as in " + id + "#6"
                            : "only " + alternatives(kinds) + " can stand here");
        }
        return unknown(id, alternatives(kinds), kinds, row, column);
    }

    private Problem unknown(String id, String wanted, Collection<String> kinds, Row row, String column) {
        return at(row, column, "'" + id + "' is unknown as " + wanted, meant(id, kinds))
                .as(new Slip(Slip.Kind.NAME_UNKNOWN, id));
    }

    /** What to do about a name that nothing bears. */
    private String meant(String id, Collection<String> kinds) {
        if (kinds.contains(PASSAGE)) {
            Optional<List<String>> passages =
                    ReferenceHint.passages(id, given -> find(PASSAGE, given).isPresent());
            if (passages.isPresent()) {
                return "write " + String.join(" | ", passages.get());
            }
        }
        List<String> several = ReferenceHint.several(id);
        if (several.size() > 1
                && several.stream()
                        .allMatch(one ->
                                kinds.stream().anyMatch(kind -> find(kind, one).isPresent()))) {
            return "write a row for each of " + String.join(", ", several) + ", or " + String.join(" | ", several)
                    + " where a cell can name several";
        }
        return hints.hint(id, alternatives(kinds), () -> near(id, kinds), "add it to its table first");
    }

    private String near(String id, Collection<String> kinds) {
        List<String> named = id.length() > Nearest.MOST_CHARACTERS ? List.of() : named(id, kinds);
        if (!named.isEmpty()) {
            return "did you mean " + String.join(", ", named) + "?";
        }
        List<String> known = kinds.stream().flatMap(kind -> ids(kind).stream()).toList();
        return Nearest.hint(id, known, "add it to its table first");
    }

    private static Problem ambiguous(String id, List<String> kinds, Row row, String column) {
        List<String> qualified = kinds.stream().map(kind -> kind + ":" + id).toList();
        return at(
                row, column, "'" + id + "' stands for more than one thing", "write " + String.join(" or ", qualified));
    }

    private static String alternatives(Collection<String> kinds) {
        return String.join(" or ", kinds);
    }

    private static Problem at(Row row, String column, String message, String fix) {
        return Problem.error(row.table().file(), row.line(), column, message, fix);
    }
}
