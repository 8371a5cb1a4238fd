package org.genevagraph.link.register;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of our kinds a register's kinds can be, from the table {@code link/kinds.csv}: what it does not have says nothing, so that only
 * kinds that are known to exclude each other do.
 */
public final class Kinds {
    private static final Map<String, Set<String>> FITS = read();

    private Kinds() {}

    /** Our kinds that a kind of a register can be; empty if nobody has said. */
    public static Set<String> fits(String kind) {
        return FITS.getOrDefault(kind, FITS.getOrDefault(word(kind), Set.of()));
    }

    private static String word(String kind) {
        return kind.toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ')
                .replace("organization", "organisation")
                .strip();
    }

    private static Map<String, Set<String>> read() {
        try (InputStream table = Kinds.class.getResourceAsStream("/link/kinds.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Map<String, Set<String>> fits = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                fits.computeIfAbsent(row.getField("kind"), any -> new HashSet<>())
                        .addAll(Set.of(row.getField("fits").split(" ")));
            }
            return fits;
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read", e);
        }
    }
}
