package org.genevagraph.load.things;

import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.source.table.Table;
import org.genevagraph.text.amend.Replacements;
import org.genevagraph.vocabulary.GG;

/** Terms that are replaced by others, and which passage says so. */
public final class ReplacementLoader extends ThingLoader {
    public ReplacementLoader() {
        super("replacement", Replacements.TABLE, GG.Replacement, Replacements.COLUMNS);
    }

    @Override
    public void load(Table table, Loading loading) {
        Replacements.read(table, loading.problems());
        super.load(table, loading);
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("term")
                .aliases("forms")
                .aliases("plural_forms")
                .english("replacement", GG.instead)
                .english("plural", GG.insteadInPlural)
                .evidence("evidence");
    }
}
