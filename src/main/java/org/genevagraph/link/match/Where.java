package org.genevagraph.link.match;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A country or place, by all signs by which it is told: ISO code, names, identifiers.
 *
 * @param signs what says which one it is, each with the way of telling before a blank: {@code iso CH}, {@code name switzerland},
 *     {@code http://www.wikidata.org/entity/ Q39}
 */
record Where(Set<String> signs) {
    private static final Map<String, String> CODES = codes();

    /** How two of them go together. */
    enum Agreement {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    Where {
        signs = Set.copyOf(signs);
    }

    /** What codes, names and IRIs of countries tell. */
    static Where countries(Iterable<String> given) {
        Set<String> signs = new HashSet<>();
        for (String one : given) {
            if (one.matches("[A-Za-z]{2}")) {
                signs.add("iso " + one.toUpperCase(Locale.ROOT));
            } else if (!addIri(one, signs)) {
                String name = NameForm.of(one).words();
                signs.add(CODES.containsKey(name) ? "iso " + CODES.get(name) : "name " + name);
            }
        }
        return new Where(signs);
    }

    /** Whether words, in the form in which names are compared, are the name of a country. */
    static boolean isCountry(String words) {
        return CODES.containsKey(words);
    }

    /** What names and IRIs of towns and regions tell. */
    static Where places(Iterable<String> given) {
        Set<String> signs = new HashSet<>();
        for (String one : given) {
            if (!addIri(one, signs)) {
                signs.add("name " + NameForm.of(one).words());
            }
        }
        return new Where(signs);
    }

    private static boolean addIri(String given, Set<String> signs) {
        if (!given.matches("https?://.*")) {
            return false;
        }
        String bare = given.replaceFirst("/+$", "");
        int end = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('#')) + 1;
        signs.add(bare.substring(0, end) + " " + bare.substring(end));
        return true;
    }

    /** Whether both are the same place: they differ only where both are told in one way that has one sign for each, and share none. */
    Agreement with(Where other) {
        Set<String> shared = new HashSet<>(signs);
        shared.retainAll(other.signs);
        if (!shared.isEmpty()) {
            return Agreement.SAME;
        }
        Set<String> ways = new HashSet<>();
        signs.forEach(sign -> ways.add(way(sign)));
        boolean comparable =
                other.signs.stream().map(Where::way).anyMatch(way -> ways.contains(way) && !way.equals("name"));
        return comparable ? Agreement.DIFFERENT : Agreement.UNKNOWN;
    }

    private static String way(String sign) {
        return sign.substring(0, sign.indexOf(' '));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
                codes.putIfAbsent(
                        NameForm.of(country.getDisplayCountry(language)).words(), code);
            }
        }
        codes.put("usa", "US");
        codes.put("united states of america", "US");
        codes.put("uk", "GB");
        return codes;
    }
}
