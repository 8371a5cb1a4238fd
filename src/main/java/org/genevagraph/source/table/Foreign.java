package org.genevagraph.source.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that is no table of text at all, whatever its name says.
 *
 * @param what what it is
 * @param fix what to do about it
 */
public record Foreign(String what, String fix) {
    /** A row between bars, and below it the line that divides head and body. */
    private static final Pattern MARKDOWN =
            Pattern.compile("^\\|?[^\\n|]+\\|[^\\n]*\\n[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*\\|[-:| \\t\\r]*(?:\\n|$)");

    private static final int LOOKED_AT = 1_000;
    private static final String SAVE = "save it as CSV (UTF-8, commas between the cells)";

    /** What a file is if it is none of text; empty if it may be a table. */
    public static Optional<Foreign> of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (start.startsWith("PK\u0003\u0004")) {
            return told(
                    "is a spreadsheet or another packed file and no CSV",
                    "give it the ending .xlsx or .ods if it is one, or " + SAVE);
        }
        if (start.startsWith("%PDF-")) {
            return told("is a PDF and no table", "give it to ./geneva add source if it is a source text");
        }
        if (start.startsWith("\uFFFDPNG") || start.startsWith("GIF8") || start.startsWith("\uFFFD\uFFFD\uFFFD\uFFFD")) {
            return told("is a picture and no table", "type what it shows into a table");
        }
        if (start.startsWith("\uFFFD\uFFFD\u0011")) {
            return told("is a file of an old Office program and no CSV", "save it as .xlsx, or " + SAVE);
        }
        String begin = start.stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            return told("is a web page and no table", "download the file itself, or " + SAVE);
        }
        if (begin.startsWith("<?xml") || begin.startsWith("<rdf:rdf")) {
            return told("is XML and no table", SAVE);
        }
        if (begin.startsWith("@prefix") || begin.startsWith("@base") || begin.startsWith("prefix ")) {
            return told("is RDF and no table", SAVE);
        }
        if (begin.startsWith("{") || begin.startsWith("[{") || begin.startsWith("[\n")) {
            return told("is JSON and no table", SAVE);
        }
        if (begin.startsWith("```") || begin.startsWith("~~~")) {
            return told("is fenced as code in Markdown", "leave out the lines that fence it");
        }
        if (MARKDOWN.matcher(begin).find()) {
            return told("is a table in Markdown", SAVE);
        }
        return isWide(start)
                ? told("is in UTF-16", "save the file as UTF-8, or let './geneva fix' do it")
                : Optional.empty();
    }

    /** Whether every other byte is zero, as in a text of Latin letters in UTF-16. */
    private static boolean isWide(String start) {
        long zeros = start.chars().filter(c -> c == 0).count();
        return start.length() > 8 && zeros * 5 > start.length() * 2L;
    }

    private static Optional<Foreign> told(String what, String fix) {
        return Optional.of(new Foreign(what, fix));
    }
}
