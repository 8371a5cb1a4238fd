package org.genevagraph.serve.http.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a body, by its first and last byte, counted from 0 (RFC 9110, section 14).
 *
 * @param first the first byte
 * @param last the last byte, which belongs to it; before the first where the body has none of what was asked for
 */
public record ByteRange(long first, long last) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * What a {@code Range} header asks for. Several ranges at once are answered with the whole, as are those that make no sense: a server
     * may do so.
     *
     * @param length how many bytes the body has
     * @return empty if the whole is to be sent
     */
    public static Optional<ByteRange> of(String header, long length) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long count = Long.parseLong(range.group(2));
            return Optional.of(new ByteRange(count == 0 ? length : Math.max(0, length - count), length - 1));
        }
        long first = Long.parseLong(range.group(1));
        if (range.group(2).isEmpty()) {
            return Optional.of(new ByteRange(first, length - 1));
        }
        long last = Long.parseLong(range.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    /** Whether the body has a byte of it. */
    public boolean isSatisfiable() {
        return first <= last;
    }

    /** How many bytes it has. */
    public long length() {
        return last - first + 1;
    }
}
