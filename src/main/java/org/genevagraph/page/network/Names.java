package org.genevagraph.page.network;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;

/** Names things in one language. */
record Names(Labels labels, Language language) {
    static final Comparator<Link> BY_NAME =
            Comparator.comparing(Link::name, new NaturalOrder()).thenComparing(Link::path);

    String of(Node thing) {
        return labels.of(thing, language);
    }

    /** The short form of its name; empty if it has none. */
    String acronym(Node thing) {
        return labels.acronym(thing, language);
    }

    Link link(Node thing) {
        return new Link(of(thing), Paths.of(thing.getURI()));
    }

    /** A thing as a sentence has it, with its article. */
    Link within(Node thing) {
        return new Link(language.within(labels.spoken(thing, language).spoken()), Paths.of(thing.getURI()));
    }
}
