package org.genevagraph.link.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which column of a table of results says what: by their usual names, or as the user says. */
public final class Columns {
    /** What a column can say. */
    public enum Role {
        item("item", "uri", "iri", "id", "concept", "subject", "entity", "s"),
        label("itemlabel", "label", "name", "preflabel", "title", "conceptlabel"),
        alias("altlabel", "itemaltlabel", "alias", "aliases", "othername"),
        acronym("acronym", "shortname"),
        symbol("symbol", "notation", "code"),
        kind("kind", "type", "typelabel", "class", "classlabel", "kindlabel", "instanceoflabel", "instanceof"),
        country("country", "countrylabel", "countrycode"),
        place(
                "place",
                "placelabel",
                "city",
                "citylabel",
                "location",
                "locationlabel",
                "headquarters",
                "headquarterslabel"),
        website("website", "homepage", "url", "officialwebsite"),
        status("status"),
        successor("replacedby", "successor");

        private final Set<String> usual;

        Role(String... usual) {
            this.usual = Set.of(usual);
        }
    }

    private final Map<Role, List<String>> columns = new EnumMap<>(Role.class);

    private Columns() {}

    /**
     * For the columns that a table has.
     *
     * @param present the names of its columns
     * @param given what the user says of them, by role; the rest is told by its name
     */
    static Columns of(List<String> present, Map<Role, String> given) {
        Columns columns = new Columns();
        for (Role role : Role.values()) {
            List<String> named = given.containsKey(role)
                    ? List.of(given.get(role))
                    : present.stream()
                            .filter(name -> role.usual.contains(
                                    name.toLowerCase(Locale.ROOT).replace("_", "")))
                            .filter(name -> !given.containsValue(name))
                            .toList();
            columns.columns.put(role, named);
        }
        return columns;
    }

    /** A role of the user's for which the table has no such column. */
    static Optional<String> missing(List<String> present, Map<Role, String> given) {
        return given.values().stream().filter(name -> !present.contains(name)).findFirst();
    }

    /** Whether there is a column of identifiers, and one by which things can be found. */
    boolean suffice() {
        return !columns.get(Role.item).isEmpty()
                && Stream.of(Role.label, Role.alias, Role.acronym, Role.symbol)
                        .anyMatch(role -> !columns.get(role).isEmpty());
    }

    /**
     * The entry that a row is about; empty if its identifier is no IRI.
     *
     * @param cell the text and the language of a column's cell; empty texts if there is none
     */
    Optional<Entry.Builder> entry(Function<String, Entry.Name> cell) {
        String iri = texts(Role.item, cell).findFirst().orElse("");
        if (!iri.matches("https?://\\S+")) {
            return Optional.empty();
        }
        Entry.Builder entry = new Entry.Builder(iri);
        names(Role.label, cell).forEach(name -> entry.name(name.text(), name.language(), true));
        names(Role.alias, cell)
                .forEach(name -> bars(name.text()).forEach(one -> entry.name(one, name.language(), false)));
        texts(Role.acronym, cell).flatMap(Columns::bars).forEach(entry::acronym);
        texts(Role.symbol, cell).flatMap(Columns::bars).forEach(entry::symbol);
        texts(Role.kind, cell).flatMap(Columns::bars).forEach(entry::kind);
        texts(Role.country, cell).flatMap(Columns::bars).forEach(entry::country);
        texts(Role.place, cell).flatMap(Columns::bars).forEach(entry::place);
        texts(Role.website, cell).forEach(entry::website);
        texts(Role.status, cell)
                .map(status -> status.toLowerCase(Locale.ROOT))
                .forEach(status -> entry.withdrawn(
                                Set.of("withdrawn", "deprecated", "obsolete").contains(status))
                        .inactive(Set.of("inactive", "dissolved").contains(status)));
        texts(Role.successor, cell).forEach(entry::successor);
        return Optional.of(entry);
    }

    private Stream<Entry.Name> names(Role role, Function<String, Entry.Name> cell) {
        return columns.get(role).stream().map(cell).filter(name -> !name.text().isBlank());
    }

    private Stream<String> texts(Role role, Function<String, Entry.Name> cell) {
        return names(role, cell).map(Entry.Name::text);
    }

    /** The values of a cell that separates them by a bar, as a query does with GROUP_CONCAT. */
    private static Stream<String> bars(String text) {
        return new ArrayList<>(List.of(text.split("\\s*\\|\\s*", -1))).stream();
    }
}
