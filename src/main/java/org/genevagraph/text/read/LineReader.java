package org.genevagraph.text.read;

import org.genevagraph.source.SourceText;
import org.genevagraph.source.SourceText.Line;

/** Reads texts whose lines are their passages: profiles of organisations, and articles. A passage's number is that of its line. */
final class LineReader implements TextReader {
    private final String form;

    LineReader(String form) {
        this.form = form;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public Reading read(SourceText text) {
        Reading.Builder reading = new Reading.Builder(text);
        String heading = "";
        for (Line line : text.lines()) {
            String words = SourceText.normalise(line.text());
            if (words.isEmpty()) {
                continue;
            }
            String number = Integer.toString(line.number());
            boolean isHeading = Headings.looksLike(words);
            reading.add(number, isHeading ? "heading" : "paragraph", isHeading ? "" : heading, line);
            if (isHeading) {
                heading = number;
            }
        }
        return reading.build();
    }
}
