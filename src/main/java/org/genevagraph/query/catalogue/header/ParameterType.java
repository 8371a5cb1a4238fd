package org.genevagraph.query.catalogue.header;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a parameter of a canned query can be. */
public enum ParameterType {
    /** An organisation. */
    ORGANISATION(true),
    /** An initiative. */
    INITIATIVE(true),
    /** A policy issue. */
    ISSUE(true),
    /** An Action Line. */
    ACTION_LINE(true),
    /** A Sustainable Development Goal. */
    SDG(true),
    /** An objective of the Global Digital Compact. */
    OBJECTIVE(true),
    /** A commitment of the Global Digital Compact. */
    COMMITMENT(true),
    /** A document. */
    DOCUMENT(true),
    /** A place. */
    PLACE(true),
    /** A class of actors that texts address, such as governments. */
    ACTOR_GROUP(true),
    /** Any thing of those kinds. */
    THING(true),
    /** Words. */
    TEXT(false),
    /** A whole number. */
    INTEGER(false),
    /** Four digits. */
    YEAR(false),
    /** A year, month or day. */
    DATE(false),
    /** One of a few words. */
    CHOICE(false);

    private final boolean thing;

    ParameterType(boolean thing) {
        this.thing = thing;
    }

    /** Its name in query files: {@code action-line}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kinds of thing that its values can be. */
    public List<String> kinds() {
        if (!thing) {
            return List.of();
        }
        return this == THING
                ? Arrays.stream(values())
                        .filter(type -> type.thing && type != THING)
                        .map(ParameterType::label)
                        .toList()
                : List.of(label());
    }

    /** The type of this name. */
    public static Optional<ParameterType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** The names of all types. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ParameterType::label).toList();
    }
}
