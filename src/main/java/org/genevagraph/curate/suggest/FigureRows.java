package org.genevagraph.curate.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Mood;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.text.Numbers;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.Iris;

/** The numbers of a profile, each with what it counts. */
final class FigureRows {
    /** Words that go on with the sentence, behind what is counted. */
    private static final Pattern TRAILING = Pattern.compile(
            " (?:and|or|since|in|of|from|for|to|with|by|on|at|as|that|which|who|have|has|had|are|is|were|was|across|per|each|every|between|during|worldwide|annually)$");

    /** "Courses", "young people", "municipal statistics offices": a noun that ends as a plural does without being one stands before another. */
    private static final Pattern COUNTED = Pattern.compile(
            "^ ((?:\\p{Ll}[\\p{L}-]+ )?\\p{Ll}[\\p{L}-]*(?:ics|rights|news|sports|services|sciences|customs|communications|operations|systems|skills) \\p{Ll}[\\p{L}-]+s\\b"
                    + "|\\p{Ll}[\\p{L}-]*al \\p{Ll}[\\p{L}-]*(?:ing|ment|ion|ity|y) \\p{Ll}[\\p{L}-]+s\\b"
                    + "|\\p{Ll}[\\p{L}-]+(?: \\p{Ll}[\\p{L}-]+)?)");

    private static final String LABEL = "(?<label>\\p{Lu}[\\p{L}\\p{M}\\d’'(),/& -]{1,60}?)";
    private static final String AMOUNT =
            "(?:(?:more than|over|about|around|some|up to|c\\.|ca\\.|~|>|≈) ?)?(?<number>\\d{1,3}(?:[,’ \\u00A0\\u2009\\u202F]\\d{3})+|\\d+(?:\\.\\d+)?)(?<scale> (?:million|billion))?\\+?";
    private static final String BETWEEN = "(?: ?[|:：=] ?| ?\\.{3,} ?| [–—-] | )";
    private static final String UNIT = "(?: (?<unit>\\p{Ll}[\\p{L} -]{2,40}))?";

    /** "Countries reached | 61", "Annual workshops: 12", "Staff 24": a row of a table of figures, what it counts first. */
    private static final Pattern ROW = Pattern.compile("(?:\\| ?)?" + LABEL + BETWEEN + AMOUNT + UNIT + "(?: ?\\|)?");

    /** "| 61 | Countries reached |": the number first. */
    private static final Pattern NUMBER_FIRST =
            Pattern.compile("(?:\\| ?)?" + AMOUNT + " ?[|:：] ?" + LABEL + "(?: ?\\|)?");

    /** "Budget: CHF 2.4 million (2024)": an amount of money. */
    private static final Pattern MONEY = Pattern.compile("(?:\\| ?)?" + LABEL + BETWEEN + "(?<currency>(?:"
            + PhraseWords.alternatives("currencies") + ")|[$€£])[ \\u00A0\\u202F]?" + AMOUNT
            + "(?: ?[(,] ?(?<year>(?:19|20)\\d\\d)\\)?)?(?: ?\\|)?");

    /** Labels whose number counts nothing: "Phone: 41", "Article 5", "Room 12". */
    private static final Pattern NO_COUNT = Pattern.compile(
            "(?iu)\\b(?:phone|tel|fax|mobile|room|floor|postcode|code|box|article|annex|chapter|section|part|page|line|table|figure|step|target|goal|sdg|no|number|version|volume|issue|id|isbn|iso|rfc|horizon|agenda|vision)\\b\\.?(?: of .*)?$");

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");
    private static final Pattern OF_A_YEAR = Pattern.compile("(?: ?\\(| in )((?:19|20)\\d\\d)\\)?$");
    private static final int MOST_WORDS = 7;

    private FigureRows() {}

    /**
     * The number of a passage that is a row of a table of figures.
     *
     * @return whether it is one, so that its label is no sentence
     */
    static boolean row(Node owner, String cited, String words, Found found) {
        if (money(owner, cited, words, found)) {
            return true;
        }
        Matcher first = NUMBER_FIRST.matcher(words);
        boolean numberFirst = first.matches();
        Matcher row = numberFirst ? first : ROW.matcher(words);
        if (!row.matches()) {
            return false;
        }
        String label = row.group("label");
        String number = row.group("number");
        String scale = row.group("scale");
        String unit = numberFirst ? "" : row.group("unit");
        if (YEAR.matcher(number).matches()
                || label.split(" ", -1).length > MOST_WORDS
                || NO_COUNT.matcher(label).find()) {
            return false;
        }
        Matcher year = OF_A_YEAR.matcher(label);
        String when = year.find() ? year.group(1) : "";
        String measure = measure(label);
        String value = Numbers.in(number.replaceAll("(?<=\\d)[’ ](?=\\d)", ",") + (scale == null ? "" : scale)).stream()
                .map(one -> one.scaled().stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse(number);
        String counted = unit == null || unit.isBlank() ? measure : unit.strip();
        row(owner, List.of(measure, value, counted, when), cited, words, found);
        return true;
    }

    /** An amount of money as the tables have others: the number as it stands, and "million" in its unit. */
    private static boolean money(Node owner, String cited, String words, Found found) {
        Matcher money = MONEY.matcher(words);
        if (!money.matches()) {
            return false;
        }
        Matcher year = OF_A_YEAR.matcher(money.group("label"));
        String when = money.group("year") != null ? money.group("year") : year.find() ? year.group(1) : "";
        String scale = money.group("scale") == null ? "" : money.group("scale").strip() + " ";
        String value = money.group("number").replaceAll("[^\\d.]", "");
        row(
                owner,
                List.of(measure(money.group("label")), value, scale + money.group("currency"), when),
                cited,
                words,
                found);
        return true;
    }

    /** What a label says is counted, less the year behind it. */
    private static String measure(String label) {
        String bare = OF_A_YEAR.matcher(label).replaceFirst("").strip();
        return isName(bare) ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private static void row(Node owner, List<String> counted, String cited, String words, Found found) {
        String slug = Iris.parse(owner.getURI()).map(Iris.Id::slug).orElse("");
        List<String> row = new ArrayList<>(List.of(Suggestion.cell("organisation", slug)));
        row.addAll(counted);
        row.add(cited);
        found.add(Suggestion.said("figures", row, 0.6, cited, words, "a row of a table of figures"));
    }

    /** "WSIS Forum sessions": a label that begins with capitals keeps them. */
    private static boolean isName(String label) {
        return label.length() > 1
                && (Character.isUpperCase(label.charAt(1)) || label.matches("\\p{Lu}\\p{Ll}+ \\p{Lu}.*"));
    }

    /** The numbers in a sentence about a body. */
    static void add(Node owner, String cited, Sentences.Sentence sentence, Found found) {
        for (Numbers.Found number : Numbers.in(sentence.text())) {
            Matcher unit = COUNTED.matcher(sentence.text().substring(number.end()));
            String measure = unit.find() ? TRAILING.matcher(unit.group(1)).replaceFirst("") : "";
            Mood mood = Mood.of(sentence.text(), number.start(), number.start());
            if (mood != Mood.SAID
                    || measure.isEmpty()
                    || TRAILING.matcher(" " + measure.replaceFirst(" .*", "")).matches()) {
                continue;
            }
            if (number.isCount() && !number.words().matches("(?:19|20)\\d\\d")) {
                String slug = Iris.parse(owner.getURI()).map(Iris.Id::slug).orElse("");
                found.add(Suggestion.said(
                        "figures",
                        List.of(
                                Suggestion.cell("organisation", slug),
                                measure,
                                number.scaled().stripTrailingZeros().toPlainString(),
                                measure,
                                "",
                                cited),
                        0.5,
                        cited,
                        sentence.text(),
                        "a number and what it counts"));
            }
        }
    }
}
