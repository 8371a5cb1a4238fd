package org.genevagraph.serve.http;

import java.util.Arrays;
import org.genevagraph.vocabulary.Iris;

/**
 * The strong validator of a representation: another one for every graph, program, address, media type and language, and for whatever else
 * changes the bytes, so that no cache hands one form out for another.
 *
 * @param value the tag with its quotes
 */
record EntityTag(String value) {
    private static final int DIGITS = 20;

    /** The tag of a body with this digest, of this type, that tells a version of the graph. */
    static EntityTag of(String version, String contentType, String digest) {
        String tag =
                Iris.digest(String.join("\n", version, contentType, digest)).substring(0, DIGITS);
        return new EntityTag("\"" + tag + "\"");
    }

    /** The validator of the same bytes gzipped, as Jetty writes it. */
    String gzipped() {
        return value.replaceFirst("\"$", "--gzip\"");
    }

    /** Whether an {@code If-None-Match} header names it, by weak comparison (RFC 9110, section 13.1.2), whatever was compressed. */
    boolean isIn(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(tag -> tag.strip().replaceFirst("^W/", "").replaceFirst("--gzip\"$", "\""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(value));
    }

    /** Whether an {@code If-Match} header names it, by strong comparison (RFC 9110, section 13.1.1), whatever was compressed. */
    boolean isExactlyIn(String ifMatch) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("--gzip\"$", "\""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(value));
    }
}
