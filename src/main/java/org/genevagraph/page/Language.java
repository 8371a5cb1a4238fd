package org.genevagraph.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.query.grammar.English;
import org.genevagraph.query.grammar.French;
import org.genevagraph.query.grammar.Spoken;

/** A language that the site speaks. */
public enum Language {
    /** English, in which the data are. */
    EN("English"),
    /** French: fixed texts and the names of concepts. */
    FR("Français");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int MONTH_CHARACTERS = "2021-03".length();
    private static final String ANY_DATE = "\\d{4}(?:-\\d{2}){0,2}";
    private static final Pattern DATED =
            Pattern.compile("(?<before>[\\p{L}’]+ )?(?<from>" + ANY_DATE + ")(?: – (?<until>" + ANY_DATE + "))?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern NONE_OR_ONE = Pattern.compile("[01](?:[.,]\\d+)?");

    private final String name;

    Language(String name) {
        this.name = name;
    }

    /** Its tag: {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it calls itself. */
    public String label() {
        return name;
    }

    /** How it writes numbers and dates. */
    public Locale locale() {
        return this == EN ? Locale.UK : Locale.forLanguageTag("fr-CH");
    }

    /** Whether what is counted stands in the singular beside a number: in French beside 0 and 1.5, too. */
    public boolean isOne(String number) {
        return this == FR ? NONE_OR_ONE.matcher(number).matches() : number.equals("1");
    }

    /**
     * The name of a thing as it is put into a sentence that {@link #agreed} then reads.
     *
     * @param iri the thing
     * @param translated whether the name is in this language, and not in English for want of one
     */
    public String named(String name, String iri, boolean translated) {
        return this == FR ? French.named(name, iri, translated) : English.named(name, iri);
    }

    /** A sentence whose names take what the language puts before them. */
    public String agreed(String sentence) {
        return this == FR ? French.agreed(sentence) : English.agreed(sentence);
    }

    /** A name with the comma that closes what it ends with, where something stands behind it: « le Centre de politique de sécurité, Genève, et … ». */
    public String closed(String name) {
        return Spoken.closed(name);
    }

    /** A name alone as it stands within a sentence, with its article in small letters: {@code the Normandy P5 Initiative}. */
    public String within(String spoken) {
        // Something before the name, so that it does not begin the sentence.
        return agreed(" " + spoken).strip();
    }

    /**
     * What a thing is to another, in its gender and number.
     *
     * @param relation the same, worded for one masculine thing
     * @param spoken the name of the thing as {@link #named} puts it into a sentence
     */
    public String agreeing(String relation, String spoken) {
        return this == FR ? French.agreeing(relation, spoken) : English.agreeing(relation, spoken);
    }

    /** A number in digits and a point, such as 7500 or 12.5, as the language writes it; anything else as it is. */
    public String number(String written) {
        if (!NUMBER.matcher(written).matches()) {
            return written;
        }
        BigDecimal number = new BigDecimal(written);
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /** A day or a month, written 2021-03-15 or 2021-03, as the language writes it; anything else as it is. */
    public String date(String written) {
        if (MONTH.matcher(written).matches()) {
            return DateTimeFormatter.ofPattern("MMMM uuuu", locale()).format(YearMonth.parse(written));
        }
        if (!DAY.matcher(written).matches()) {
            return written;
        }
        String date = DateTimeFormatter.ofPattern("d MMMM uuuu", locale()).format(LocalDate.parse(written));
        return this == FR ? date.replaceFirst("^1 ", "1er ") : date;
    }

    /** A date within a sentence that {@link #agreed} then reads: a day has its article in French. */
    public String dayInSentence(String written) {
        return this == FR && DAY.matcher(written).matches() ? "le " + date(written) : date(written);
    }

    /** A text that is a date, or two, or says since or until when, with its dates as the language writes them; any other as it is. */
    public String dated(String text) {
        Matcher dated = DATED.matcher(text);
        if (!dated.matches()) {
            return text;
        }
        String before = Objects.requireNonNullElse(dated.group("before"), "");
        String until = dated.group("until");
        return before + (until == null ? date(dated.group("from")) : span(dated.group("from"), until));
    }

    /** From one date to a later one, each written 2021, 2021-03 or 2021-03-15: {@code 10 – 12 December 2003}. */
    public String span(String from, String until) {
        boolean sameMonth = DAY.matcher(from).matches()
                && DAY.matcher(until).matches()
                && from.substring(0, MONTH_CHARACTERS).equals(until.substring(0, MONTH_CHARACTERS));
        String begin = date(from);
        return (sameMonth ? begin.substring(0, begin.indexOf(' ')) : begin) + " – " + date(until);
    }

    /** The language of this tag, in any case, or of one that is narrower: {@code fr-CH} is French. */
    public static Optional<Language> of(String tag) {
        String main = tag.strip().replaceFirst("[-_].*", "");
        return Arrays.stream(values())
                .filter(language -> language.tag().equalsIgnoreCase(main))
                .findFirst();
    }

    /** The tags of all languages. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** The one that a reader likes best, as the header Accept-Language tells it; English if it tells nothing that helps. */
    public static Language accepted(String header) {
        if (header == null || header.isBlank()) {
            return EN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            // What is named comes before what an asterisk stands for; of equally good ones the one that is named first.
            double others = weight(ranges, "\\*").orElse(0);
            List<String> named = ranges.stream()
                    .map(range -> range.getRange().replaceFirst("-.*", ""))
                    .toList();
            return Stream.concat(
                            named.stream()
                                    .flatMap(tag -> Language.of(tag).stream())
                                    .distinct(),
                            Arrays.stream(values()).filter(language -> !named.contains(language.tag())))
                    .filter(language -> weight(ranges, language, others) > 0)
                    .sorted(Comparator.comparingDouble(language -> -weight(ranges, language, others)))
                    .findFirst()
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            // A header that no browser sends.
            return EN;
        }
    }

    private static double weight(List<Locale.LanguageRange> ranges, Language language, double others) {
        return weight(ranges, language.tag() + "(-.*)?").orElse(others);
    }

    /** How much a reader likes the languages whose tags look like this; empty if none is named. */
    private static OptionalDouble weight(List<Locale.LanguageRange> ranges, String tags) {
        return ranges.stream()
                .filter(range -> range.getRange().matches(tags))
                .mapToDouble(Locale.LanguageRange::getWeight)
                .max();
    }
}
