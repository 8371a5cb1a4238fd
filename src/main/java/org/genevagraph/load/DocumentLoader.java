package org.genevagraph.load;

import java.util.List;
import org.genevagraph.vocabulary.GG;

/** Documents, the source texts among them. */
final class DocumentLoader extends ThingLoader {
    DocumentLoader() {
        super(
                "document",
                "documents",
                GG.Document,
                List.of("id", "title", "aliases", "kind", "date", "symbol", "summary", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("title")
                .aliases("aliases")
                .concept("kind", GG.kind, "document-kind")
                .date("date", GG.date)
                .text("symbol", GG.symbol)
                .english("summary", GG.summary)
                .evidence("evidence");
    }
}
