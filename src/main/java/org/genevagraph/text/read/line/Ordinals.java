package org.genevagraph.text.read.line;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.genevagraph.source.text.ListNumbers;

/** The words for first, second and so on, by which provisions and articles are counted. */
public final class Ordinals {
    private static final List<String> PLACES = List.of(
            "first one primero primera primeiro premier première premièrement",
            "second two segundo segunda deuxième deuxièmement",
            "third three tercero tercera terceiro troisième troisièmement",
            "fourth four cuarto cuarta quarto quatrième quatrièmement",
            "fifth five quinto quinta cinquième cinquièmement",
            "sixth six sexto sexta sixième sixièmement",
            "seventh seven séptimo séptima sétimo septième septièmement",
            "eighth eight octavo octava oitavo huitième huitièmement",
            "ninth nine noveno novena nono neuvième neuvièmement",
            "tenth ten décimo décima dixième dixièmement");

    /** All of them, as a pattern. */
    static final String WORDS = String.join("|", PLACES).replace(' ', '|');

    private Ordinals() {}

    /** The number of a word such as "second"; empty if it is none of them. */
    static String number(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return IntStream.range(0, PLACES.size())
                .filter(i -> List.of(PLACES.get(i).split(" ", -1)).contains(small))
                .mapToObj(i -> Integer.toString(i + 1))
                .findFirst()
                .orElse("");
    }

    /** A number in digits, of a word such as "second", a Roman number or digits; empty if it is none of them. */
    public static String digits(String number) {
        String small = number.toLowerCase(Locale.ROOT);
        return small.matches("\\d+")
                ? small
                : IntStream.rangeClosed(1, ListNumbers.ALPHABET)
                        .filter(value -> ListNumbers.roman(value).equals(small))
                        .mapToObj(Integer::toString)
                        .findFirst()
                        .orElseGet(() -> number(number));
    }
}
