package org.genevagraph.cli.curate;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.PrintStream;
import java.util.Map;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.AmendmentFigures;

/** An amended text beside its original, as a page that needs no other file. */
public final class AmendedTextPage {
    private static final String TEMPLATE = "amended-text.jte";

    private AmendedTextPage() {}

    static void print(AmendedText text, PrintStream out) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(TEMPLATE, Map.of("text", text, "figures", AmendmentFigures.of(text)), page);
        out.print(page);
    }
}
