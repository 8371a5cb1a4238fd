package org.genevagraph.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first element of an XML file. A document type declaration can define entities that grow without end or read other files,
 * and RDF/XML has no need of one.
 */
public final class XmlProlog {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern HARMLESS = Pattern.compile("(?s)\\s+|<\\?.*?\\?>|<!--.*?-->");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE", Pattern.CASE_INSENSITIVE);

    private XmlProlog() {}

    /**
     * The line of a document type declaration, or of what is too long to be seen past; empty if there is none.
     *
     * @param in can be marked; it is afterwards where it was before
     */
    public static OptionalInt doctype(InputStream in) throws IOException {
        in.mark(MOST_BYTES + 1);
        byte[] bytes = in.readNBytes(MOST_BYTES);
        in.reset();
        // In UTF-16, too, these letters are told by their bytes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .replace("\0", "");
        int place = 0;
        Matcher harmless = HARMLESS.matcher(text);
        while (harmless.find(place) && harmless.start() == place) {
            place = harmless.end();
        }
        Matcher doctype = DOCTYPE.matcher(text).region(place, text.length());
        boolean unseen = bytes.length == MOST_BYTES && text.startsWith("<!", place);
        return doctype.lookingAt() || unseen ? OptionalInt.of(Lines.at(text, place)) : OptionalInt.empty();
    }
}
