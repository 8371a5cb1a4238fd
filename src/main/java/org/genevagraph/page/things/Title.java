package org.genevagraph.page.things;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Quote;

/**
 * What a thing is, in short.
 *
 * @param iri its IRI
 * @param kind its kind as in the IRI, such as {@code organisation}
 * @param type what people call that kind
 * @param name its name
 * @param acronyms short forms of the name
 * @param otherNames further names
 * @param kinds what kind of its class it is
 * @param description its summary, definition or topic, in the words of this project; empty if it has none
 * @param text its own words, if it is a passage and the server was given the texts; otherwise empty
 */
public record Title(
        String iri,
        String kind,
        String type,
        String name,
        List<String> acronyms,
        List<String> otherNames,
        List<Link> kinds,
        Text description,
        Quote text) {
    public Title {
        acronyms = List.copyOf(acronyms);
        otherNames = List.copyOf(otherNames);
        kinds = List.copyOf(kinds);
    }

    /** The last part of its IRI, such as {@code gcsp} or {@code tunis-agenda/72.l}. */
    public String slug() {
        return iri.substring(iri.indexOf("/id/") + "/id/".length() + kind.length() + 1);
    }
}
