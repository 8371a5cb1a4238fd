package org.genevagraph.page;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do, in any of the languages: C2 before C10, a before B, and É beside E. */
public final class NaturalOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public int compare(String one, String other) {
        int order = padded(one).compareTo(padded(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    private static String padded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        Matcher numbers = NUMBER.matcher(plain.toLowerCase(Locale.ROOT).replace("œ", "oe"));
        return numbers.replaceAll(number -> String.format(Locale.ROOT, "%09d", Integer.parseInt(number.group())));
    }
}
