package org.genevagraph.page.things;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: C2 before C10, and a before B. */
final class NaturalOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public int compare(String one, String other) {
        int order = padded(one).compareTo(padded(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    private static String padded(String name) {
        Matcher numbers = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        return numbers.replaceAll(number -> String.format(Locale.ROOT, "%09d", Integer.parseInt(number.group())));
    }
}
