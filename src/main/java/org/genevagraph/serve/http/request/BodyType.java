package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the body of a request says to be. It is read from the header itself: servlets look up the character set at once, and fail if there is none
 * of that name.
 *
 * @param mediaType in lower case, without parameters; empty if the request does not say
 * @param charset in lower case; {@code utf-8} if the request does not say
 */
public record BodyType(String mediaType, String charset) {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
    private static final String UTF_8 = "utf-8";

    /** That of a request. */
    public static BodyType of(HttpServletRequest request) {
        String header = request.getHeader("Content-Type");
        if (header == null) {
            return new BodyType("", UTF_8);
        }
        Matcher charset = CHARSET.matcher(header);
        return new BodyType(
                header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset.group(1).toLowerCase(Locale.ROOT) : UTF_8);
    }

    /** Whether the body of a request is anything but what it is: its content, or the way in which it is sent. */
    public static boolean isCompressed(HttpServletRequest request) {
        return isBeyond(Headers.list(request, "Content-Encoding"), "identity")
                || isBeyond(Headers.list(request, "Transfer-Encoding"), "chunked");
    }

    private static boolean isBeyond(String coding, String plain) {
        return coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(plain);
    }

    /** Whether the text is in the one encoding that is read here. */
    public boolean isUtf8() {
        return charset.equals(UTF_8) || charset.equals("utf8");
    }
}
