package org.genevagraph.load.things;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * What things are called in other languages: one name each, and others by which people look for them; in English the others only, for
 * the name stands in the thing's own table. Which languages there are is for the shapes to say.
 */
public final class NameLoader implements Loader {
    /** How to say of which language something is. */
    public static final String CODE = "write its code of two or three letters, for example fr";

    static final List<String> KINDS = List.of(
            "organisation",
            "initiative",
            "document",
            "place",
            "issue",
            "action-line",
            "sdg",
            "objective",
            "commitment",
            "actor-group");

    @Override
    public String tables() {
        return "names";
    }

    @Override
    public List<String> columns() {
        return List.of("thing", "language", "name", "aliases");
    }

    @Override
    public void load(Table table, Loading loading) {
        // The same thing can be written with its kind and without.
        Map<List<Object>, Row> earlier = new HashMap<>();
        Map<List<Object>, Row> called = new HashMap<>();
        for (Row row : table.rows()) {
            loading.things()
                    .resolve(row.get("thing"), KINDS, row, "thing", loading.problems())
                    .ifPresent(thing -> {
                        RowFacts facts = new RowFacts(thing, row, loading);
                        names(facts, row);
                        Row first = earlier.putIfAbsent(List.of(thing, row.get("language")), row);
                        if (first != null) {
                            facts.problem(
                                    "thing",
                                    "has a name in this language at line " + first.line() + " already",
                                    "keep one and make the other an alias");
                        }
                        Row same = row.get("name").isEmpty()
                                ? null
                                : called.putIfAbsent(
                                        List.of(Iris.kind(thing.getURI()), row.get("language"), row.get("name")), row);
                        if (first == null && same != null) {
                            facts.problem(
                                    "name",
                                    "is the name of " + same.get("thing") + " on line " + same.line() + " already",
                                    "merge the two things, or tell their names apart");
                        }
                    });
        }
    }

    private static void names(RowFacts facts, Row row) {
        if (row.get("language").equals(Literals.ENGLISH)) {
            englishNames(facts, row);
            return;
        }
        if (row.get("name").isEmpty()) {
            facts.problem("name", "is empty", "write what the thing is called in this language, or delete the row");
            return;
        }
        facts.single("name");
        try {
            facts.fact(SKOS.prefLabel.asNode(), Literals.inLanguage(row.get("name"), row.get("language")), "name");
            for (String alias : row.list("aliases")) {
                facts.fact(SKOS.altLabel.asNode(), Literals.inLanguage(alias, row.get("language")), "aliases");
            }
        } catch (IllegalArgumentException e) {
            facts.problem("language", e.getMessage(), CODE);
        }
    }

    private static void englishNames(RowFacts facts, Row row) {
        if (!row.get("name").isEmpty()) {
            facts.problem("language", "is English", "write the English name in the table of the thing");
        } else if (row.list("aliases").isEmpty()) {
            facts.problem("aliases", "is empty", "write what else the thing is called in English, or delete the row");
        } else {
            facts.aliases("aliases");
        }
    }
}
