package org.genevagraph.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Mints and takes apart the IRIs of things, graphs and concepts; the one place that knows their form. */
public final class Iris {
    /** What every IRI of this project begins with. */
    public static final String BASE = "https://w3id.org/geneva-graph/";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PASSAGE_NUMBER = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final String ID = BASE + "id/";

    /** What the IRIs of passages begin with. */
    public static final String PASSAGES = ID + "passage/";

    private static final int HASH_DIGITS = 20;

    private Iris() {}

    /** A kind of thing and the slug of one of them, as they stand in its IRI. */
    public record Id(String kind, String slug) {}

    /**
     * The IRI of a thing.
     *
     * @throws IllegalArgumentException if the slug is not lower-case ASCII words joined by hyphens
     */
    public static Node thing(String kind, String slug) {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("'" + slug + "' is not a slug");
        }
        return id(kind, slug);
    }

    /**
     * The IRI of a passage, for example {@code …/id/passage/tunis-agenda/72.l}.
     *
     * @throws IllegalArgumentException if the document is not a slug or the number has other characters than a-z, 0-9, dot, hyphen
     */
    public static Node passage(String document, String number) {
        if (!isSlug(document)) {
            throw new IllegalArgumentException("'" + document + "' is not the slug of a document");
        }
        if (!PASSAGE_NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("'" + number + "' is not the number of a passage");
        }
        return id("passage", document + "/" + number);
    }

    /** The IRI of something named by a hash of what it says, so that it keeps its IRI between builds. */
    public static Node hashed(String kind, Iterable<String> parts) {
        return id(kind, digest(String.join("\n", parts)).substring(0, HASH_DIGITS));
    }

    /** The IRI of a concept scheme. */
    public static Node scheme(String name) {
        return id("scheme", name);
    }

    /** The IRI of a concept in a scheme, for example {@code …/id/scheme/organisation-kind/foundation}. */
    public static Node concept(String scheme, String slug) {
        return id("scheme", scheme + "/" + slug);
    }

    /** The IRI of a named graph. */
    public static Node graph(String name) {
        return NodeFactory.createURI(BASE + "graph/" + name);
    }

    /** The IRI of a rule. */
    public static Node rule(String name) {
        return id("rule", name);
    }

    /** The IRI of a canned query, or of what belongs to the catalogue of queries. */
    public static Node query(String name) {
        return id("query", name);
    }

    /** Whether the text can stand in an IRI as the slug of a thing. */
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** A slug from a name: small letters of ASCII, digits and hyphens; empty if the name has none of them. */
    public static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[’']s\\b", "s")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Kind and slug of a thing's IRI; empty for every other IRI. */
    public static Optional<Id> parse(String iri) {
        // Asked of every thing again and again, and of all of them at the start: an expression takes several times as
        // long.
        if (!iri.startsWith(ID)) {
            return Optional.empty();
        }
        int slash = iri.indexOf('/', ID.length());
        if (slash <= ID.length() || slash + 1 == iri.length()) {
            return Optional.empty();
        }
        for (int at = ID.length(); at < slash; at++) {
            char letter = iri.charAt(at);
            if ((letter < 'a' || letter > 'z') && letter != '-') {
                return Optional.empty();
            }
        }
        return Optional.of(new Id(iri.substring(ID.length(), slash), iri.substring(slash + 1)));
    }

    /** The kind of thing that an IRI names, as it stands in it; empty if it names none. */
    public static String kind(String iri) {
        return parse(iri).map(Id::kind).orElse("");
    }

    /** The SHA-256 of the text's UTF-8 bytes, in 64 lower-case hexadecimal digits. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of the bytes, in 64 lower-case hexadecimal digits. */
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** A SHA-256 that has read nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Node id(String kind, String path) {
        return NodeFactory.createURI(BASE + "id/" + kind + "/" + path);
    }
}
