package org.genevagraph.files;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be read of what the graph is built from, which takes many times as much memory.
 *
 * @param bytes of all files together
 */
public record InputLimit(long bytes) {
    /** What it is if nobody says otherwise; the project's own files are a quarter of it. */
    public static final String STANDARD = "24MiB";

    /** How it is set. */
    public static final String OPTION = "--input-limit";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(MiB|GiB)", Pattern.CASE_INSENSITIVE);
    private static final long MEBIBYTE = 1L << 20;
    private static final long MOST = 64L << 30;

    private static final long STANDARD_BYTES = 24 * MEBIBYTE;
    private static final long STANDARD_ROWS = 100_000;

    /** More than a rule can mean on today's data: all of them together make a twentieth. */
    private static final long STANDARD_DERIVED = 2_000_000;

    /** More does not fit into one text of Java. */
    private static final long MOST_FILE = 1L << 30;

    /** That of this process. */
    private static final AtomicReference<InputLimit> CURRENT = new AtomicReference<>(parse(STANDARD));

    /**
     * As people write it: {@code 200MiB}.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it
     */
    public static InputLimit parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            long bytes = Long.parseLong(form.group(1))
                    * (form.group(2).toLowerCase(Locale.ROOT).equals("gib") ? 1L << 30 : MEBIBYTE);
            if (bytes >= MEBIBYTE && bytes <= MOST) {
                return new InputLimit(bytes);
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no size from 1MiB to 64GiB – write " + STANDARD + ", 200MiB or 2GiB");
    }

    /** The one that holds in this process. */
    public static InputLimit current() {
        return CURRENT.get();
    }

    /** Lets it hold in this process from now on. */
    public void use() {
        CURRENT.set(this);
    }

    /** The most bytes of a file: a third. */
    public int file() {
        return (int) Math.min(MOST_FILE, bytes / 3);
    }

    /** The most rows of a table, in proportion: 100,000 for 24 MiB. */
    public int rows() {
        return (int) Math.min(Integer.MAX_VALUE, bytes * STANDARD_ROWS / STANDARD_BYTES);
    }

    /** The most triples that a rule may make, in proportion: 2,000,000 for 24 MiB, and never fewer. */
    public int derived() {
        long proportional = bytes * STANDARD_DERIVED / STANDARD_BYTES;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(STANDARD_DERIVED, proportional));
    }

    /** How to raise it, as the last words of a fix. */
    public static String raise() {
        return "or raise the limit with " + OPTION + " SIZE (GENEVA_INPUT_LIMIT)";
    }

    /** For people: in mebibytes, or in kibibytes if it is no whole number of these. */
    public static String inWords(long bytes) {
        return bytes % MEBIBYTE == 0
                ? String.format(Locale.ROOT, "%,d MiB", bytes / MEBIBYTE)
                : String.format(Locale.ROOT, "%,d KiB", bytes >> 10);
    }

    @Override
    public String toString() {
        return bytes % (1L << 30) == 0 ? (bytes >> 30) + "GiB" : bytes / MEBIBYTE + "MiB";
    }
}
