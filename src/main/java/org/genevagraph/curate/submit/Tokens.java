package org.genevagraph.curate.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.genevagraph.vocabulary.Iris;

/**
 * Who may send rows, in a file with a line for each: a name, the source of which rows may be sent, and the SHA-256 of the token. It is read
 * anew for each request, so that a line that is taken out holds no longer. A token has 256 random bits, which nobody guesses from its hash.
 */
public final class Tokens {
    private static final String HEADER = "name,source,sha256";

    private static final int BYTES = 32;

    private final Path file;

    /** With the file, which need not be there. */
    public Tokens(Path file) {
        this.file = file;
    }

    /** Somebody who may send rows of a source. */
    public record Holder(String name, String source) {}

    /**
     * Who has a token; empty if nobody has it.
     *
     * @throws IOException if the file cannot be read
     */
    public Optional<Holder> holder(String token) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] hash = Iris.digest(token).getBytes(StandardCharsets.US_ASCII);
        Optional<Holder> found = Optional.empty();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            // All lines are compared, each in the same time, so that how long it takes tells nothing.
            if (cells.length == 3
                    && MessageDigest.isEqual(cells[2].strip().getBytes(StandardCharsets.US_ASCII), hash)) {
                found = Optional.of(new Holder(cells[0].strip(), cells[1].strip()));
            }
        }
        return found;
    }

    /** A fresh token. */
    public static String fresh() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What the file is to hold so that somebody has a token. */
    public String with(Holder holder, String token) throws IOException {
        List<String> lines = lines();
        lines.add(String.join(",", holder.name(), holder.source(), Iris.digest(token)));
        return text(lines);
    }

    /** What the file is to hold so that nobody of a name has one; empty if nobody has. */
    public Optional<String> without(String name) throws IOException {
        List<String> lines = lines();
        return lines.removeIf(line -> line.split(",", 2)[0].strip().equals(name))
                ? Optional.of(text(lines))
                : Optional.empty();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of(HEADER));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
