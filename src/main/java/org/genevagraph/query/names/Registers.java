package org.genevagraph.query.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The registers in which things have identifiers, and the ways in which people write these: the table {@code names/registers.tsv} among the
 * program's resources.
 */
public final class Registers {
    private static final String TABLE = "/names/registers.tsv";
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern HOST = Pattern.compile("^(?:www|m)\\.");

    /** Whoever writes to an organisation at its own website has its address: {@code info@gcsp.ch}. */
    private static final Pattern MAILBOX = Pattern.compile("^(?:mailto:)?[^@/:]+@(?=[^@/:]+\\.[^@/:]+$)");

    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern REST = Pattern.compile("[?#&].*$");

    /** All of them. */
    public static final List<Register> ALL = read();

    private record Beginning(String text, Register register) {}

    private static final List<Beginning> BEGINNINGS = beginnings();

    /**
     * A register.
     *
     * @param prefix what stands before the colon of a prefixed name
     * @param prefixes that and others which are in use
     * @param namespace what an identifier's IRI begins with
     * @param addresses that and other addresses which end with the identifier
     * @param bare how the identifier alone looks, in lower case; empty if nothing tells it from other numbers and words
     */
    public record Register(
            String prefix, List<String> prefixes, String namespace, List<String> addresses, Optional<Pattern> bare) {
        public Register {
            prefixes = List.copyOf(prefixes);
            addresses = List.copyOf(addresses);
        }

        private String key(String id) {
            return prefix + ":" + id;
        }

        /** The identifier without what addresses have behind it: a name for readers, a query, a fragment. */
        private String key(String id, boolean slashes) {
            // On some sites the query is the identifier.
            String whole = id.startsWith("?") ? id : REST.matcher(id).replaceFirst("");
            String bareId = SLASHES.matcher(whole).replaceFirst("");
            int slash = bareId.indexOf('/');
            return key(slash < 0 || slashes ? bareId : bareId.substring(0, slash));
        }
    }

    private Registers() {}

    private static List<Register> read() {
        try (InputStream table = Registers.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> register(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of prefix, other prefixes, namespace, other addresses, and the pattern of the bare identifier. */
    private static Register register(String[] row) {
        return new Register(
                row[0],
                Stream.concat(Stream.of(row[0]), cells(row[1])).toList(),
                row[2],
                Stream.concat(Stream.of(row[2]), cells(row[3])).toList(),
                row[4].isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(row[4])));
    }

    private static Stream<String> cells(String list) {
        return Arrays.stream(list.split("\\|", -1)).map(String::strip).filter(cell -> !cell.isEmpty());
    }

    /** The longest first: one register's namespace can lie within another's. */
    private static List<Beginning> beginnings() {
        return ALL.stream()
                .flatMap(register ->
                        register.addresses().stream().map(address -> new Beginning(address(address), register)))
                .sorted(Comparator.comparingInt(
                                (Beginning beginning) -> beginning.text().length())
                        .reversed())
                .toList();
    }

    /** The register whose namespace an IRI is in. */
    public static Optional<Register> of(String iri) {
        return ALL.stream()
                .filter(register -> iri.startsWith(register.namespace()))
                .max(Comparator.comparingInt(register -> register.namespace().length()));
    }

    /** An IRI's key, equal for all addresses of what it names. */
    static String key(String iri) {
        String address = address(iri);
        return BEGINNINGS.stream()
                .filter(beginning -> address.startsWith(beginning.text())
                        && address.length() > beginning.text().length())
                .findFirst()
                .map(beginning -> inRegister(
                        beginning.register(), address.substring(beginning.text().length())))
                .orElseGet(() -> SLASHES.matcher(address).replaceFirst(""));
    }

    /** The keys that a text can stand for: an address, a prefixed name, the bare identifier of a register. */
    static Set<String> keys(String text) {
        Set<String> keys = new LinkedHashSet<>();
        String whole = address(text);
        if (whole.isEmpty()) {
            return keys;
        }
        keys.add(key(text));
        int colon = whole.indexOf(':');
        for (Register register : ALL) {
            if (colon > 0 && register.prefixes().contains(whole.substring(0, colon))) {
                keys.add(inRegister(register, whole.substring(colon + 1)));
            }
            String digits = whole.replace("-", "");
            if (register.bare().filter(bare -> bare.matcher(whole).matches()).isPresent()) {
                keys.add(inRegister(register, whole));
            } else if (register.bare()
                    .filter(bare -> bare.matcher(digits).matches())
                    .isPresent()) {
                keys.add(inRegister(register, digits));
            }
        }
        return keys;
    }

    /** The key of a document's symbol. */
    static String symbol(String symbol) {
        return key("https://docs.un.org/en/" + symbol);
    }

    private static String inRegister(Register register, String id) {
        // A symbol and a path on a site have slashes of their own.
        boolean slashes = register.bare().isEmpty()
                ? !register.prefix().equals("geonames")
                : register.bare().get().pattern().contains("/");
        return register.key(id, slashes);
    }

    /** An address without what makes no difference: scheme, www, case, blanks, escapes, brackets around it. */
    private static String address(String text) {
        String address = Spelling.folded(text).replace(" ", "").replaceFirst("^<(.*)>$", "$1");
        if (address.contains("%")) {
            try {
                address = URLDecoder.decode(address.replace("+", "%2b"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // A per cent sign that escapes nothing stands for itself.
            }
        }
        address = SCHEME.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("");
        return HOST.matcher(MAILBOX.matcher(address).replaceFirst("")).replaceFirst("");
    }
}
