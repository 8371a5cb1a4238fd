package org.genevagraph.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/** Reads files of text, and no more of them than the memory can hold. */
public final class TextFile {
    private static final char MARK = '\uFEFF';

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @param shown how to call it when talking to people
     * @return what it holds, with U+FFFD for bytes that are not UTF-8; empty if it is too large, which is then a problem
     * @throws IOException if it cannot be read
     */
    public static Optional<String> read(Path file, String shown, Problems problems) throws IOException {
        return decoded(bytes(file), shown, problems);
    }

    /**
     * The bytes of a file; one more than {@link InputLimit#file} of one that is too large.
     *
     * @throws IOException if it cannot be read
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(InputLimit.current().file() + 1);
        }
    }

    /** The text of {@link #bytes}, as {@link #read} gives it. */
    public static Optional<String> decoded(byte[] bytes, String shown, Problems problems) {
        int most = InputLimit.current().file();
        if (bytes.length > most) {
            problems.add(Problem.error(
                    shown,
                    0,
                    "",
                    "is larger than " + InputLimit.inWords(most) + ", which is the limit for a file",
                    "divide it into several, take away what does not belong there, " + InputLimit.raise()));
            return Optional.empty();
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** A text without the byte order mark at its beginning, which {@link #check} tells. */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** Looks for characters that no file of text has: a problem tells the first line on which any stands. */
    public static void check(String shown, String text, Problems problems) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 0 && c == MARK) {
                problems.add(Problem.error(
                        shown,
                        1,
                        "",
                        "begins with a byte order mark",
                        "save it as plain UTF-8, or let './geneva fix' do it"));
            } else if (c == '\n') {
                line++;
            } else if (c == '\uFFFD') {
                problems.add(Problem.error(shown, line, "", "has a byte that is not UTF-8", "save the file as UTF-8"));
                return;
            } else if (c < ' ' && c != '\t' && c != '\r' && c != '\f') {
                problems.add(Problem.error(
                        shown,
                        line,
                        "",
                        String.format(Locale.ROOT, "has the invisible character U+%04X", (int) c),
                        "delete it, or restore the file if it is damaged"));
                return;
            }
        }
    }
}
