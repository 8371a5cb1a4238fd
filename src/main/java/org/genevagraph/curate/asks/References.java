package org.genevagraph.curate.asks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what a passage says of other writings without a name: symbols of resolutions, and numbers of paragraphs. */
public final class References {
    /** The day of a resolution, before the next of several. */
    private static final String DATE =
            "(?:,? (?:of|du|de|en date du) \\d{1,2}(?:er)? (?:de )?\\p{L}{3,10} (?:de )?(?:19|20)\\d\\d)?";

    /** "Resolutions 55/63 and 56/121", "resolution 57/270 B of 23 June 2003", "A/RES/70/1". */
    private static final Pattern RESOLUTION = Pattern.compile(
            "(?iu)\\b(?:r[eé]solutions?|resoluci(?:ón|ones)) ((?-i:\\d{1,4}(?:/\\d{1,4})?(?: [A-F]\\b)?(?: \\([IVX]+\\))?)(?:"
                    + DATE + "(?:,? and |, |,? et |,? y )(?-i:\\d{1,3}/\\d{1,4}(?: [A-F]\\b)?))*)");

    private static final Pattern HUMAN_RIGHTS = Pattern.compile(
            "(?iu)(?:human rights council(?:[’']s)?(?:,? in its)? |conseil des droits de l[’']homme,? dans sa |consejo de derechos humanos,? en su )$");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}/\\d{1,4}(?: [A-F]\\b)?");
    private static final Pattern SYMBOL = Pattern.compile(
            "(?<![\\p{L}\\p{N}/])(?:A|E|S|TD|CCPR|CEDAW|UNEP|WSIS|HRC)(?:/[A-Z0-9][A-Za-z0-9.-]*){1,6}(?<![.-])");

    /** "Paragraphs 4, 5 and 55 of the …", "paragraphs 113-120". */
    private static final Pattern PARAGRAPHS = Pattern.compile(
            "(?iu)\\b(?:paragraphe?s?|paras?\\.?|párrafos?|articles?|artículos?) (\\d{1,3}(?: ?(?:-|–|to) ?\\d{1,3})?(?:(?:, and |, | and | et | y )\\d{1,3}(?: ?(?:-|–|to) ?\\d{1,3})?)*)( above| below| ci-dessus| ci-dessous| supra| infra)?( of (?:the |its )?| de (?:la |l[’'])?| du | del )?");

    /** "The Declaration, paragraphs 3 to 5". */
    private static final Pattern NAME_BEFORE = Pattern.compile(".*\\p{Lu}[\\p{L}’]+,? \\(?(?:in )?", Pattern.DOTALL);

    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:.*[.;:!?] )?\\p{Lu}[\\p{L}’]+,? \\(?(?:in )?", Pattern.DOTALL);

    private static final Pattern ONE_OR_MORE = Pattern.compile("(\\d{1,3})(?: ?(?:-|–|to) ?(\\d{1,3}))?");
    private static final int MOST = 60;

    private References() {}

    /**
     * A symbol by which a passage names a document.
     *
     * @param start where it begins in the words of the passage
     * @param end where it ends, excluded
     * @param words as the passage writes it
     * @param symbol in the form of the United Nations, such as {@code A/RES/57/239}
     */
    public record Symbol(int start, int end, String words, String symbol) {}

    /**
     * Paragraphs that a passage names by number.
     *
     * @param start where that begins in the words of the passage
     * @param end where the name of the document follows; that of the whole if none does
     * @param words as the passage writes the numbers
     * @param numbers each of the numbers
     * @param ofAnother whether the name of a document follows or stands before; otherwise they are of the same one
     */
    public record Paragraphs(int start, int end, String words, List<Integer> numbers, boolean ofAnother) {
        public Paragraphs {
            numbers = List.copyOf(numbers);
        }
    }

    /** The symbols in the words of a passage. */
    public static List<Symbol> symbols(String words) {
        List<Symbol> found = new ArrayList<>();
        Matcher resolution = RESOLUTION.matcher(words);
        while (resolution.find()) {
            Matcher number = NUMBER.matcher(words).region(resolution.start(1), resolution.end(1));
            while (number.find()) {
                found.add(new Symbol(
                        number.start(),
                        number.end(),
                        "Resolution " + number.group(),
                        body(words.substring(0, resolution.start()), number.group()) + number.group()));
            }
        }
        SYMBOL.matcher(words)
                .results()
                .filter(match -> match.group().matches(".*\\d.*"))
                .forEach(match -> found.add(new Symbol(match.start(), match.end(), match.group(), match.group())));
        return found;
    }

    /** What the symbol of a resolution begins with: by whose it is said to be, or by its year, which only those of the Economic and Social Council have. */
    private static String body(String before, String number) {
        if (HUMAN_RIGHTS.matcher(before).find()) {
            return "A/HRC/RES/";
        }
        return number.matches("(?:19|20)\\d{2}/.*") ? "E/RES/" : "A/RES/";
    }

    /** Whether a name stands before the number: a word with a capital that does not only begin the sentence. */
    private static boolean isBehindName(String before) {
        return NAME_BEFORE.matcher(before).matches()
                && !FIRST_WORD.matcher(before).matches();
    }

    /** The paragraphs that the words of a passage name by number. */
    public static List<Paragraphs> paragraphs(String words) {
        List<Paragraphs> found = new ArrayList<>();
        Matcher matcher = PARAGRAPHS.matcher(words);
        while (matcher.find()) {
            List<Integer> numbers = ONE_OR_MORE
                    .matcher(matcher.group(1))
                    .results()
                    .flatMap(one -> {
                        int first = Integer.parseInt(one.group(1));
                        int last = one.group(2) == null ? first : Integer.parseInt(one.group(2));
                        return last - first > MOST || last < first
                                ? Stream.of(first, last)
                                : IntStream.rangeClosed(first, last).boxed();
                    })
                    .toList();
            found.add(new Paragraphs(
                    matcher.start(),
                    matcher.end(),
                    words.substring(matcher.start(), matcher.end(1)),
                    numbers,
                    matcher.group(2) == null
                            && (matcher.group(3) != null || isBehindName(words.substring(0, matcher.start())))));
        }
        return found;
    }
}
