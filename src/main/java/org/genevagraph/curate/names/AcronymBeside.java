package org.genevagraph.curate.names;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The acronym that stands in brackets behind a name: "Paper Boats Office (PBO)". */
public final class AcronymBeside {
    private static final Pattern BEHIND = Pattern.compile("^ \\(([\\p{Lu}\\p{N}][\\p{L}\\p{N}&-]{1,10})\\)");

    private AcronymBeside() {}

    /** The one with which the words behind a name begin; empty if they do not. */
    static String behind(String words) {
        Matcher behind = BEHIND.matcher(words);
        return behind.find() ? behind.group(1) : "";
    }

    /** The one behind a name in a sentence; empty if there is none. */
    public static String of(String name, String sentence) {
        int at = sentence.indexOf(name);
        return at < 0 ? "" : behind(sentence.substring(at + name.length()));
    }
}
