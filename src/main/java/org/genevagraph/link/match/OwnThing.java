package org.genevagraph.link.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genevagraph.link.register.Entry;

/**
 * A thing of this graph, as far as it helps to find it elsewhere.
 *
 * @param iri its IRI
 * @param type what it is, as its IRI says, such as {@code organisation}
 * @param slug the end of its IRI
 * @param label its English name
 * @param names what it is called, acronyms apart
 * @param acronyms its acronyms, and names that look like one
 * @param symbols signs that belong to it alone
 * @param kind what kind of thing of its type it is; the type if there are no kinds
 * @param countries where it is, as ISO codes, names and IRIs
 * @param places where it is, as names and IRIs of towns and regions
 * @param websites its own addresses
 */
public record OwnThing(
        String iri,
        String type,
        String slug,
        String label,
        List<Entry.Name> names,
        Set<String> acronyms,
        Set<String> symbols,
        String kind,
        Set<String> countries,
        Set<String> places,
        Set<String> websites) {
    public OwnThing {
        names = List.copyOf(names);
        acronyms = Set.copyOf(acronyms);
        symbols = Set.copyOf(symbols);
        countries = Set.copyOf(countries);
        places = Set.copyOf(places);
        websites = Set.copyOf(websites);
    }

    /** Everything that it is called, acronyms included. */
    public List<String> allNames() {
        return Stream.concat(
                        names.stream().map(Entry.Name::text), acronyms.stream().sorted())
                .distinct()
                .toList();
    }

    /** How tables name it: {@code organisation:gcsp}. */
    public String curie() {
        return type + ":" + slug;
    }
}
