package org.genevagraph.snapshot.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genevagraph.files.FileTree;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.watch.TimeLimit;

/**
 * What a snapshot is built from, as a hash: of every file that is read, with the name by which people are told of it, and of the program.
 * Whatever can change the snapshot, or what is said of it, changes the key.
 *
 * @param digits the SHA-256 in hexadecimal digits
 */
public record BuildKey(String digits) {
    /** Of the files in a project's own folders, and in that of the tables. */
    private static final Pattern READ = Pattern.compile(".*\\.(csv|tsv|ttl|rq)");

    private static final Pattern TEXT = Pattern.compile(".*\\.txt");

    /**
     * The key of what the files hold now.
     *
     * @param home the folder that holds {@code ontology}, {@code shapes}, {@code queries} and {@code catalogue}
     * @param data the folder of tables
     * @param sources the folder of source texts, if the user gave one
     * @throws IOException if one of them cannot be read
     */
    public static BuildKey of(Path home, Path data, Optional<Path> sources) throws IOException {
        MessageDigest sha256 = Iris.sha256();
        add(Program.digest(), sha256);
        add(TimeLimit.setting().toString(), sha256);
        for (String own : List.of("ontology", "shapes", "queries")) {
            add(home, home.resolve(own), READ, sha256);
        }
        if (Files.isDirectory(home.resolve(Catalogue.NAME))) {
            add(home, home.resolve(Catalogue.NAME), READ, sha256);
        }
        add(home, data, READ, sha256);
        if (sources.isPresent()) {
            add(home, sources.get(), TEXT, sha256);
        }
        return new BuildKey(HexFormat.of().formatHex(sha256.digest()));
    }

    private static void add(Path home, Path folder, Pattern read, MessageDigest sha256) throws IOException {
        add(Inputs.shown(home, folder), sha256);
        for (Path file : FileTree.of(folder)) {
            if (read.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .matches()) {
                add(Inputs.shown(home, file), sha256);
                byte[] bytes = Files.readAllBytes(file);
                add(Integer.toString(bytes.length), sha256);
                sha256.update(bytes);
            }
        }
    }

    /** A text with its end, so that none can be taken for the beginning of another one. */
    private static void add(String text, MessageDigest sha256) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }
}
