package org.genevagraph.load.things;

import java.util.List;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Documents, the source texts among them. */
public final class DocumentLoader extends ThingLoader {
    public DocumentLoader() {
        super(
                "document",
                "documents",
                GG.Document,
                List.of("id", "title", "aliases", "kind", "date", "symbol", "summary", "evidence"));
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("title")
                .aliases("aliases")
                .concept("kind", GG.kind, "document-kind")
                .date("date", GG.date)
                .text("symbol", GG.symbol)
                .english("summary", GG.summary)
                .evidence("evidence");
    }
}
