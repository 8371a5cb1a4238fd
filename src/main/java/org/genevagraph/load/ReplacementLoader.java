package org.genevagraph.load;

import org.genevagraph.source.Table;
import org.genevagraph.text.Replacements;
import org.genevagraph.vocabulary.GG;

/** Terms that are replaced by others, and which passage says so. */
final class ReplacementLoader extends ThingLoader {
    ReplacementLoader() {
        super("replacement", Replacements.TABLE, GG.Replacement, Replacements.COLUMNS);
    }

    @Override
    public void load(Table table, Loading loading) {
        Replacements.read(table, loading.problems());
        super.load(table, loading);
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("term")
                .aliases("forms")
                .aliases("plural_forms")
                .english("replacement", GG.instead)
                .english("plural", GG.insteadInPlural)
                .evidence("evidence");
    }
}
