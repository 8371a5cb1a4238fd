package org.genevagraph.link.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a register says about one thing, as far as it helps to tell whether it is one of ours.
 *
 * @param iri its identifier there, an IRI
 * @param names what it is called, the main name first; at least one
 * @param acronyms its acronyms
 * @param symbols signs that belong to it alone, such as a document's symbol or a notation
 * @param kinds what kinds of thing it is, as {@link Kinds} knows them: {@code ror:company}, an IRI, or a word
 * @param countries the country or countries where it is: ISO codes, names or IRIs
 * @param places the towns or regions where it is: names or IRIs
 * @param websites addresses of its own pages
 * @param isWithdrawn whether the register took the entry back
 * @param isInactive whether the thing is said to exist no more
 * @param successors the IRIs of the entries that took its place
 */
public record Entry(
        String iri,
        List<Name> names,
        Set<String> acronyms,
        Set<String> symbols,
        Set<String> kinds,
        Set<String> countries,
        Set<String> places,
        Set<String> websites,
        boolean isWithdrawn,
        boolean isInactive,
        List<String> successors) {

    /**
     * One of the names of something.
     *
     * @param text the name
     * @param language its language; empty if it is not said
     * @param isMain whether it is the one that is shown
     */
    public record Name(String text, String language, boolean isMain) {}

    public Entry {
        names = List.copyOf(names);
        acronyms = Set.copyOf(acronyms);
        symbols = Set.copyOf(symbols);
        kinds = Set.copyOf(kinds);
        countries = Set.copyOf(countries);
        places = Set.copyOf(places);
        websites = Set.copyOf(websites);
        successors = List.copyOf(successors);
    }

    /** What the register calls it. */
    public String label() {
        return names.stream()
                .filter(Name::isMain)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Name::text)
                .orElse(iri);
    }

    /** This entry with what another row or record says about the same thing. */
    public Entry with(Entry other) {
        Builder both = new Builder(iri);
        for (Entry one : List.of(this, other)) {
            one.names.forEach(name -> both.name(name.text(), name.language(), name.isMain()));
            both.acronyms.addAll(one.acronyms);
            both.symbols.addAll(one.symbols);
            both.kinds.addAll(one.kinds);
            both.countries.addAll(one.countries);
            both.places.addAll(one.places);
            both.websites.addAll(one.websites);
            both.isWithdrawn |= one.isWithdrawn;
            both.isInactive |= one.isInactive;
            one.successors.forEach(both::successor);
        }
        return both.build();
    }

    /** An entry while it is read. Blank values are passed over. */
    static final class Builder {
        private final String iri;
        private final Set<Name> names = new LinkedHashSet<>();
        private final Set<String> acronyms = new LinkedHashSet<>();
        private final Set<String> symbols = new LinkedHashSet<>();
        private final Set<String> kinds = new LinkedHashSet<>();
        private final Set<String> countries = new LinkedHashSet<>();
        private final Set<String> places = new LinkedHashSet<>();
        private final Set<String> websites = new LinkedHashSet<>();
        private final Set<String> successors = new LinkedHashSet<>();
        private boolean isWithdrawn;
        private boolean isInactive;

        Builder(String iri) {
            this.iri = iri;
        }

        Builder name(String text, String language, boolean isMain) {
            if (!text.isBlank()) {
                names.add(new Name(text.strip(), language, isMain));
            }
            return this;
        }

        Builder acronym(String text) {
            return add(acronyms, text);
        }

        Builder symbol(String text) {
            return add(symbols, text);
        }

        Builder kind(String text) {
            return add(kinds, text);
        }

        Builder country(String text) {
            return add(countries, text);
        }

        Builder place(String text) {
            return add(places, text);
        }

        Builder website(String text) {
            return add(websites, text);
        }

        Builder successor(String text) {
            return add(successors, text);
        }

        Builder withdrawn(boolean is) {
            isWithdrawn |= is;
            return this;
        }

        Builder inactive(boolean is) {
            isInactive |= is;
            return this;
        }

        private Builder add(Set<String> values, String text) {
            if (!text.isBlank()) {
                values.add(text.strip());
            }
            return this;
        }

        /** Whether nothing is known by which it could be found. */
        boolean isNameless() {
            return names.isEmpty() && acronyms.isEmpty() && symbols.isEmpty();
        }

        Entry build() {
            return new Entry(
                    iri,
                    new ArrayList<>(names),
                    acronyms,
                    symbols,
                    kinds,
                    countries,
                    places,
                    websites,
                    isWithdrawn,
                    isInactive,
                    new ArrayList<>(successors));
        }
    }
}
