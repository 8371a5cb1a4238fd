package org.genevagraph.snapshot.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.genevagraph.files.InputLimit;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.watch.TimeLimit;

/**
 * What a snapshot is built from, as a hash: of every file that is read, with the name by which people are told of it, and of the program.
 * Whatever can change the snapshot, or what is said of it, changes the key.
 *
 * @param digits the SHA-256 in hexadecimal digits
 */
public record BuildKey(String digits) {
    /**
     * The key of what files hold.
     *
     * @return empty if they hold more than is read of them, of which nothing is built
     * @throws IOException if the program cannot be read
     */
    public static Optional<BuildKey> of(InputFiles files) throws IOException {
        if (!files.areWhole()) {
            return Optional.empty();
        }
        MessageDigest sha256 = Iris.sha256();
        add(Program.digest(), sha256);
        add(TimeLimit.setting().toString(), sha256);
        add(Long.toString(InputLimit.current().bytes()), sha256);
        files.folders().forEach((part, folder) -> {
            add(part.name(), sha256);
            add(folder.shown(), sha256);
            for (InputFiles.Held file : folder.files()) {
                add(file.shown(), sha256);
                add(Integer.toString(file.bytes().length), sha256);
                sha256.update(file.bytes());
            }
        });
        return Optional.of(new BuildKey(HexFormat.of().formatHex(sha256.digest())));
    }

    /** A text with its end, so that none can be taken for the beginning of another one. */
    private static void add(String text, MessageDigest sha256) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }
}
