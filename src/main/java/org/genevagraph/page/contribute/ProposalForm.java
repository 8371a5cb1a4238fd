package org.genevagraph.page.contribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.query.catalogue.header.ParameterType;

/** A form for a kind of fact. */
public enum ProposalForm {
    /** An organisation, initiative or place. */
    THING(
            Input.required("kind", Sort.KIND),
            Input.required("name", Sort.LINE),
            Input.optional("acronym", Sort.LINE),
            Input.optional("aliases", Sort.LINE),
            Input.optional("summary", Sort.LINES),
            Input.optional("website", Sort.ADDRESS)),
    /** That two things stand in a relation. */
    RELATION(
            Input.thing("subject", true),
            Input.required("relation", Sort.RELATION),
            Input.thing("object", true),
            Input.thing("via", false),
            Input.optional("role", Sort.LINE),
            Input.optional("from", Sort.DATE),
            Input.optional("until", Sort.DATE)),
    /** An issue, or a topic below one. */
    TOPIC(
            Input.required("name", Sort.LINE),
            Input.optional("aliases", Sort.LINE),
            new Input("broader", Sort.THING, true, ParameterType.ISSUE.kinds()),
            Input.optional("definition", Sort.LINES)),
    /** A document that a text names, or a text to be read. */
    DOCUMENT(
            Input.required("kind", Sort.KIND),
            Input.required("title", Sort.LINE),
            Input.optional("aliases", Sort.LINE),
            Input.optional("date", Sort.DATE),
            Input.optional("symbol", Sort.LINE),
            Input.optional("summary", Sort.LINES)),
    /** That something on a page is wrong. */
    CORRECTION(
            new Input("about", Sort.PAGE, false, ParameterType.THING.kinds()),
            Input.required("wrong", Sort.LINES),
            Input.optional("right", Sort.LINES));

    private final List<Input> own;

    ProposalForm(Input... own) {
        this.own = List.of(own);
    }

    /** What is filled in. */
    public enum Sort {
        /** A line of text. */
        LINE,
        /** Some lines of text. */
        LINES,
        /** A year, month or day. */
        DATE,
        /** A web address. */
        ADDRESS,
        /** A thing by any of its names; one that is not in the graph may be meant. */
        THING,
        /** A page of this site by its address, or that of a thing by any of the thing's names. */
        PAGE,
        /** A relation of the ontology. */
        RELATION,
        /** The table of a thing and its kind there. */
        KIND,
        /** A document whose passages can be cited. */
        DOCUMENT,
        /** The number of a passage in it. */
        PARAGRAPH
    }

    /**
     * A field of a form.
     *
     * @param name its name; that of the column if it is a cell of a row
     * @param sort what is filled in
     * @param required whether it must be filled in
     * @param kinds the kinds of thing that it can be
     */
    public record Input(String name, Sort sort, boolean required, List<String> kinds) {
        public Input {
            kinds = List.copyOf(kinds);
        }

        static Input required(String name, Sort sort) {
            return new Input(name, sort, true, List.of());
        }

        static Input optional(String name, Sort sort) {
            return new Input(name, sort, false, List.of());
        }

        static Input thing(String name, boolean required) {
            return new Input(name, Sort.THING, required, ParameterType.THING.kinds());
        }
    }

    /** Its name in its path. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its path. */
    public String path() {
        return ProposalPage.PATH + "/" + slug();
    }

    /** The form of this name. */
    public static Optional<ProposalForm> of(String slug) {
        return Arrays.stream(values()).filter(form -> form.slug().equals(slug)).findFirst();
    }

    /** All its fields: its own, the passage, and what else there is to say. */
    public List<Input> inputs() {
        boolean cited = this == THING || this == RELATION;
        return Stream.concat(
                        own.stream(),
                        Stream.of(
                                new Input("document", Sort.DOCUMENT, cited, List.of()),
                                new Input("paragraph", Sort.PARAGRAPH, cited, List.of()),
                                Input.optional("note", Sort.LINES)))
                .toList();
    }
}
