package org.genevagraph.cli.curate;

import java.io.PrintStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.AmendedText.AmendedPassage;
import org.genevagraph.text.amend.AmendmentFigures;
import org.genevagraph.text.amend.AmendmentFigures.Count;
import org.genevagraph.text.amend.AmendmentFigures.Share;
import org.genevagraph.text.amend.Misfit;
import org.genevagraph.text.amend.Replacement;
import org.genevagraph.text.amend.Segment;

/**
 * An amended text for programs. A segment has either {@code kept} words, or {@code original} and {@code amended} ones with the id of
 * their {@code replacement}: a passage's kept and original words, one after the other, are the original.
 */
public final class AmendedTextJson {
    private AmendedTextJson() {}

    static void print(AmendedText text, PrintStream out) {
        JsonBuilder json =
                JsonBuilder.create().startObject().pair("original", text.name()).pair("amended", text.amendedName());
        json.key("replacements").startArray();
        for (Replacement replacement : text.replacements().all()) {
            json.startObject()
                    .pair("id", replacement.id())
                    .pair("term", replacement.term())
                    .pair("replacement", replacement.instead())
                    .finishObject();
        }
        json.finishArray();
        figures(AmendmentFigures.of(text), json);
        json.key("passages").startArray();
        text.passages().forEach(passage -> passage(passage, json));
        json.finishArray().finishObject();
        JSON.write(out, json.build());
        out.println();
    }

    private static void figures(AmendmentFigures figures, JsonBuilder json) {
        json.key("figures").startObject().key("shares").startArray();
        for (Share share : figures.shares()) {
            json.startObject()
                    .pair("of", share.what())
                    .pair("all", share.all())
                    .pair("changed", share.changed())
                    .pair("unchanged", share.unchanged())
                    .finishObject();
        }
        json.finishArray().key("replaced").startObject();
        for (Count count : figures.counts()) {
            json.pair(count.replacement().id(), count.times());
        }
        json.finishObject().key("misfits").startObject();
        figures.misfits().forEach((kind, places) -> json.pair(kind.slug(), places.size()));
        json.finishObject().finishObject();
    }

    private static void passage(AmendedPassage passage, JsonBuilder json) {
        json.startObject()
                .pair("number", passage.passage().number())
                .pair("kind", passage.passage().kind())
                .pair("changed", passage.amendment().isChanged())
                .key("segments")
                .startArray();
        for (Segment segment : passage.amendment().segments()) {
            json.startObject();
            if (segment instanceof Segment.Replaced replaced) {
                json.pair("original", replaced.original())
                        .pair("amended", replaced.amended())
                        .pair("replacement", replaced.replacement());
            } else {
                json.pair("kept", segment.original());
            }
            json.finishObject();
        }
        json.finishArray().key("misfits").startArray();
        for (Misfit misfit : passage.amendment().misfits()) {
            json.startObject()
                    .pair("kind", misfit.kind().slug())
                    .pair("replacement", misfit.replacement())
                    .pair("original", misfit.original())
                    .pair("amended", misfit.amended())
                    .finishObject();
        }
        json.finishArray().finishObject();
    }
}
