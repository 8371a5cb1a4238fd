package org.genevagraph.text.read.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;

/** How a file wraps its lines, and so whether a line that begins nothing goes on with the one before. */
public final class Wrapping {
    private static final int LONGEST_WRAPPED = 200;
    private static final int SHORTEST_WRAPPED = 30;
    private static final int FAR = 12;
    private static final int FEWEST_MEASURED = 12;
    private static final int MOST_SLACK = 4;
    private static final Pattern END =
            Pattern.compile("(?s).*(?:[.;:!?…。；：！？؛؟]|[;,] (?:and|or|et|ou|y|o))[”“\"’')\\]»）*†‡¹²³⁰⁴-⁹ \\d/]*");
    private static final Pattern NO_END = Pattern.compile(
            "(?s)(?:.*[\\s(])?(?:Nos?|[Pp]aras?|[Aa]rts?|[Vv]ols?|[Pp]p|[Cc]f|e\\.g|i\\.e|Mr|Mrs|Ms|Dr|St|[Aa]nn|[Cc]hap|resp|vs|approx|Rev|Add|Corr)\\.");
    private static final Set<String> DANGLING = Set.copyOf(List.of(
            ("a an the this that these those its their his her our your of in to for and or nor but by with without within from on onto at as into than"
                            + " between among through under over upon about against per via is are was were be been has have had will shall may can not no"
                            + " paragraph paragraphs para paras article articles annex chapter section resolution resolutions see number which who whose whom if when where while"
                            + " de du des d le la les un une et ou à au aux en dans par pour sur avec sans que qui dont paragraphe paragraphes annexe"
                            + " el los las del al y o e u con por para sin sobre entre una unos unas que párrafo párrafos anexo artículo")
                    .split(" ", -1)));
    /** What a number or letter follows, in the midst of a sentence. */
    private static final Set<String> PART =
            Set.of("part", "table", "figure", "box", "item", "step", "rule", "goal", "target");

    /** "Who we are", "What we believe in": headings that end as nothing else can. */
    private static final Pattern ASKS =
            Pattern.compile("(?:Who|Whom|What|Where|How|Why) (?:we|they|you|it)\\b[^.:;,]{0,30}");

    private static final Pattern LAST_WORD = Pattern.compile("(?s).*?([\\p{L}\\p{M}.]+)$");
    private static final Pattern FIRST_LETTER = Pattern.compile("[^\\p{L}\\p{N}]*(.)", Pattern.DOTALL);
    private static final Pattern HYPHENED = Pattern.compile("[\\p{L}\\p{M}]+(?:[-\u2010][\\p{L}\\p{M}]+)*");

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:[^-\u2010]+)[-\u2010][^-\u2010]{0,3}"
                    + "(?:tions?|sions?|tional(?:ly)?|ments?|mental|ances?|ences?|ness|ities|gies|gical|bility|cally|ism"
                    + "|ción|ciones|siones|miento|mientos|mente|dades|dad|culier|culière|culiers|culières|tés|mentaux|tique|tiques|blique|bliques|nelle|nelles)");

    /** What stands behind a hyphen that only a line's end made: syllables that are no words. */
    private static final Set<String> LAST_SYLLABLES = Set.copyOf(List.of(
            ("ing ings ers er ber bers ter ters der ders ger gers ner ners ly ed ted ded ty ties ry ries tive tives sive tures ture tor tors sor sors dent dents"
                            + " tain tains lic nomic nomics tics cal cally ous ious cial tial pment ernment ernments ronment zation zations sation mation nology"
                            + " nologies erty ity tary tory nary lish lished lishing vided duce duced quire quired"
                            + " teur teurs trice trices gique giques niser nisé nisée nisés ser sés sées lité lités rité rités vité nement nements ción dor dores")
                    .split(" ", -1)));

    /** What stands before a hyphen that belongs to the word. */
    private static final Set<String> BEFORE_A_HYPHEN = Set.copyOf(List.of(
            ("co non multi self well re e pre post anti inter intra sub semi cyber socio long short high low cross all ex eco mid"
                            + " sous contre après vice micro macro")
                    .split(" ", -1)));

    /** Words that are written without a hyphen although what they begin with often has one. */
    private static final Set<String> WHOLE = Set.copyOf(List.of(
            ("international internationally internationale internationales internationaux internacional internacionales internet interest interests interested"
                            + " interaction interactions interconnected interdependent interlinked intermediate interim interpretation intervention"
                            + " online onward ongoing recommend recommends recommended recommendation recommendations report reports reported reporting"
                            + " request requests requested require requires required requirement requirements respect respond response responsible"
                            + " result results resource resources review regard regarding region regional relevant reform remain research represent"
                            + " prevent prevention previous present presented prepare prepared preparation precise predict"
                            + " multilateral multilingual multiple subject submit submitted support antibiotic highlight highlights highlighting lowland"
                            + " exchange expert experts export exports enterprise allow allocate across")
                    .split(" ", -1)));

    private final List<Line> lines;
    private final int width;
    /** By how much lines fall short of the width although the next word had no place: letters of print are not equally wide. */
    private final int slack;

    private Set<String> vocabulary = Set.of();

    /**
     * Measures a text.
     *
     * @param lines its lines without those that belong to pages
     */
    public Wrapping(List<Line> lines) {
        this.lines = List.copyOf(lines);
        int widest = 0;
        boolean isLong = lines.stream().anyMatch(line -> line.text().strip().length() > LONGEST_WRAPPED);
        for (int i = 0; i + 1 < lines.size() && !isLong; i++) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            boolean goesOn = length(line) >= Math.max(SHORTEST_WRAPPED, widest)
                    && next.number() == line.number() + 1
                    && beginsSmall(next.text())
                    && !isFinished(SourceText.normalise(line.text()))
                    && Marker.of(next.text()).kind() == Marker.Kind.NONE;
            widest = goesOn ? length(line) : widest;
        }
        width = widest;
        slack = slack();
    }

    private int slack() {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size() && width > 0; i++) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            if (length(line) >= SHORTEST_WRAPPED
                    && next.number() == line.number() + 1
                    && beginsSmall(next.text())
                    && !isFinished(SourceText.normalise(line.text()))
                    && Marker.of(next.text()).kind() == Marker.Kind.NONE) {
                missing.add(Math.max(0, width - length(line) - firstWord(next)));
            }
        }
        Collections.sort(missing);
        return missing.size() < FEWEST_MEASURED ? 0 : Math.min(MOST_SLACK, missing.get(missing.size() * 9 / 10));
    }

    private static int firstWord(Line line) {
        String words = SourceText.normalise(line.text());
        return words.indexOf(' ') < 0 ? words.length() : words.indexOf(' ');
    }

    /** Whether lines are broken where the page ends and not where paragraphs end. */
    public boolean isWrapped() {
        return width > 0;
    }

    /** Whether a line is so long that the next line's first word had no place on it. */
    public boolean isFull(Line line, Line next) {
        return isWrapped() && length(line) + 1 + firstWord(next) > width - slack && !isCentred(line);
    }

    /** Whether a line is wrapped, maybe at the end of a page, so that its sentence goes on with the next small letter. */
    public boolean isWrapped(Line line) {
        return lines.stream()
                .filter(next -> next.number() > line.number() && !next.text().isBlank())
                .findFirst()
                .filter(next -> beginsSmall(next.text())
                        && Marker.of(next.text()).kind() == Marker.Kind.NONE
                        && !isFinished(SourceText.normalise(line.text()))
                        && isFull(line, next))
                .isPresent();
    }

    /** Whether a short line stands far from the left, so that it ends where a full one does. */
    private boolean isCentred(Line line) {
        return line.text().strip().length() * 2 < width && indent(line) >= FAR;
    }

    private static int indent(Line line) {
        return line.text().length() - line.text().stripLeading().length();
    }

    private static int length(Line line) {
        return line.text().stripTrailing().length();
    }

    /** Whether words end as a sentence or an item does. */
    public static boolean isFinished(String words) {
        return END.matcher(words).matches() && !NO_END.matcher(words).matches();
    }

    /** Whether words cannot end where they end: with an article, a preposition, a conjunction, a hyphen. */
    public static boolean isDangling(String words) {
        if (NO_END.matcher(words).matches() || words.endsWith("-") || words.endsWith("(") || words.endsWith("/")) {
            return true;
        }
        Matcher matcher = LAST_WORD.matcher(words);
        return matcher.matches()
                && !ASKS.matcher(words).matches()
                && (DANGLING.contains(matcher.group(1).toLowerCase(Locale.ROOT)) || PART.contains(matcher.group(1)));
    }

    /** Whether a line's first letter is a small one. */
    public static boolean beginsSmall(String line) {
        Matcher matcher = FIRST_LETTER.matcher(line);
        return matcher.lookingAt() && Character.isLowerCase(line.codePointAt(matcher.start(1)));
    }

    /** Whether a line's first letter has a small form and is not small. */
    public static boolean beginsLarge(String line) {
        Matcher matcher = FIRST_LETTER.matcher(line);
        return matcher.lookingAt() && Character.isUpperCase(line.codePointAt(matcher.start(1)));
    }

    /** A word that a line's end had split at a hyphen: without the hyphen if the text writes it so elsewhere. */
    public String hyphened(String word) {
        Matcher matcher = HYPHENED.matcher(word);
        if (!matcher.find()) {
            return word;
        }
        String with = matcher.group();
        String without = with.replaceAll("[-\u2010](?=[^-\u2010]*$)", "");
        if (vocabulary.isEmpty()) {
            vocabulary = vocabulary();
        }
        String small = with.toLowerCase(Locale.ROOT);
        String whole = without.toLowerCase(Locale.ROOT);
        boolean known = (vocabulary.contains(whole) || WHOLE.contains(whole)) && !vocabulary.contains(small);
        // "Coopera-tion": what stands behind is the end of a word, and no word.
        boolean syllable = !vocabulary.contains(small)
                && (SYLLABLE.matcher(small).matches() || LAST_SYLLABLES.contains(small.replaceFirst(".*[-\u2010]", "")))
                && !BEFORE_A_HYPHEN.contains(small.replaceFirst("[-\u2010].*", ""));
        return known || syllable ? word.replace(with, without) : word;
    }

    private Set<String> vocabulary() {
        Set<String> words = new HashSet<>();
        for (Line line : lines) {
            Matcher matcher = HYPHENED.matcher(SourceText.normalise(line.text()));
            while (matcher.find()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
