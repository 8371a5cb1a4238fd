package org.genevagraph.text.read.line;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.source.text.ListNumbers;

/**
 * What stands at the beginning of a line and says what begins there.
 *
 * @param kind what begins
 * @param number its number as it is cited, such as {@code 12}, {@code 1bis}, {@code a}, {@code iv}; empty if it has none
 * @param style how the number is written, such as {@code 1.} or {@code (1)}; what is written alike is of one level
 * @param end how many of the line's characters it takes
 */
public record Marker(Kind kind, String number, String style, int end) {
    /** What can begin on a line. */
    public enum Kind {
        /** A numbered paragraph. */
        NUMBER,
        /** A numbered paragraph of a preamble, as in PP1. */
        PREAMBULAR,
        /** A paragraph with a number of several parts, as in 1.1. */
        DECIMAL,
        /** A lettered item, or one with a Roman number. */
        LETTER,
        /** An item with a bullet or a dash. */
        BULLET,
        /** A section with a letter, a code or a Roman number, as in A., C2., IV. */
        CODE,
        /** A section that says what it is, as in "Chapter 2" or "Action 1." */
        DIVISION,
        /** An article, within which paragraphs begin again. */
        ARTICLE,
        /** An annex. */
        ANNEX,
        /** A footnote that begins with an asterisk or a raised number. */
        FOOTNOTE,
        /** A number without a dot: a footnote, a paragraph, or only words. */
        BARE,
        /** A rule above footnotes. */
        RULE,
        /** Nothing begins. */
        NONE
    }

    /** The style of a number in square brackets, which is a paragraph's or a footnote's. */
    public static final String SQUARE = "[1]";

    /** The style of a number in brackets, which is a paragraph's or a footnote's. */
    public static final String ROUND = "(1)";

    /** The style of a number before a slash, which is a footnote's or a paragraph's. */
    public static final String SLASH = "1/";

    /** The style of a number of several parts before a small letter, which only its neighbours tell from an amount. */
    public static final String SMALL = "1.1 small";

    /** The style of an article on whose line its sentence begins. */
    public static final String WITH_ITS_SENTENCE = "article:";

    /** The style of what has no number and says where a treaty was done. */
    public static final String CLOSING = "closing";

    /** The style of a Chinese number before a comma, which is a heading's or a paragraph's. */
    public static final String CHINESE = "一、";

    /** The style of a letter before a dash, as in "a – …", which only its neighbours tell from an article of speech. */
    public static final String DASHED = "a –";

    /** What the style of a letter begins with that stands behind the number of its paragraph. */
    public static final String OF_NUMBER = "a of ";

    /** What stands behind a number or letter that was put in between, as a pattern. */
    public static final String ORDINAL = "bis|ter|quater|quinquies|sexies|septies|octies|alt";

    private static final String NUMERAL =
            "\\d{1,3}(?:[º°]? ?(?:" + ORDINAL + ")\\b| ?\\((?:" + ORDINAL + ")\\)|-?[a-zA-Z](?=[.)]))?";
    /** "1.bis The first": what was put in between, with a dot before the word. */
    private static final Pattern DOTTED_ORDINAL =
            Pattern.compile("\\s*(\\d{1,3}\\.(?:" + ORDINAL + "))\\b[.):]?(?=\\s)");

    private static final String ROMAN = "[IVX]{1,7}";
    /** A title: it begins with a capital, a letter that has no case, a quote or a number. */
    private static final String TITLE = "(?:[\\p{Lu}\\p{Lo}“\"‘'«(¿\\d].*)?";

    private static final Pattern RULE = Pattern.compile("\\s*(?:[_—–=\\-─]{3,}|\\*(?: ?\\*){2,}|=(?:\\s*=){2,})\\s*");
    private static final Pattern OPERATIVE = Pattern.compile("\\s*(?:[\\[(]?(?=[OP])(?:OP|PO)[.-]? ?(?=" + NUMERAL
            + "[.):\\]\\s])|(?:OP[.-]?|§+|¶|#(?=\\d)|[Pp]ara\\.|PARA\\.|[Aa]l\\.|[Aa]bs\\.) ?(?=" + NUMERAL
            + "[º°ª]?(?:[.):\\s]|$))|(?:N(?:os?|r|[º°])\\.?|№) ?(?=" + NUMERAL
            + "[.):] )|(?:Paragraphe?|Párrafo) (?=" + NUMERAL + "(?:[.:)]\\s|\\s*$)))(" + NUMERAL
            + ")[º°ª]?(?:[.:]|[)\\]][.:]?|(?=\\s)|$)");
    private static final Pattern PREAMBULAR =
            Pattern.compile("\\s*[\\[(]?PP[.-]? ?(" + NUMERAL + ")(?:[.:]|[)\\]][.:]?|(?=\\s)|$)");
    private static final Pattern DECIMAL =
            Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,3}){1,4})(?:[.)]\\s*|\\s+|$)(?=[\\p{Lu}\\p{Lo}“\"‘'«(¿]|$)");
    private static final Pattern SMALL_DECIMAL =
            Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,3}){1,4})[.)]?\\s+(?=\\p{Ll})");
    private static final Pattern DOTTED = Pattern.compile("\\s*(" + NUMERAL
            + "|\\d{1,3}(?=(?:er|ère|re|ème)\\.))(?:er|ère|re|ème)? ?(?:\\.[º°ª]|\\.-(?=\\s)|\\.)(?!\\d)");
    /** "1: The first": a number before a colon, where a capital follows. */
    private static final Pattern COLON = Pattern.compile("\\s*(" + NUMERAL + ") ?:\\s+(?=[\\p{Lu}“\"‘'«(¿])");
    /** "[4. The fourth.]": a paragraph that is not agreed. */
    private static final Pattern BRACKETED_PARAGRAPH = Pattern.compile("\\s*\\[(" + NUMERAL + ")\\.\\s+(?=\\p{Lu})");
    /** "a – the first", "– a) the first": a letter with a dash behind or before it. */
    private static final Pattern DASHED_LETTER = Pattern.compile("\\s*([a-z])(?: [–—]\\s+|\\s{2,})(?=\\S)");

    private static final Pattern BULLETED_LETTER = Pattern.compile("\\s*[-–—•]\\s*\\(?([a-z])\\)\\s+(?=\\S)");
    /** "1.a the first", "1(a) the first": an item that says in which paragraph it is. */
    private static final Pattern LETTER_OF_NUMBER =
            Pattern.compile("\\s*(\\d{1,3})(?:\\.([a-z])[.)]?|\\.?\\(([a-z])\\))\\s+(?=\\S)");
    /** "A.1 The first", "R1.1 The first". */
    private static final Pattern CODED_DECIMAL = Pattern.compile(
            "\\s*([A-Z](?:\\.\\d{1,2}|\\d{1,2}\\.\\d{1,2})(?:\\.\\d{1,2}){0,2})(?:[.)]\\s*|\\s+)(?=[\\p{Lu}“\"‘'«(¿])");
    /** "II - na primavera;", "II. in spring;": an item with a Roman number before a small letter. */
    private static final Pattern ROMAN_ITEM = Pattern.compile("\\s*(" + ROMAN + ")(?: [-–—]|[.)])\\s+(?=\\p{Ll})");
    /** "1° …", "2º …": the number of a paragraph, where a capital follows; otherwise a degree. */
    private static final Pattern DEGREE = Pattern.compile("\\s*(\\d{1,3})[º°ª]\\s+(?=[\\p{Lu}“\"‘'«(¿])");
    /** "1/ See …": a footnote as the United Nations wrote them, or a paragraph. */
    private static final Pattern SLASHED = Pattern.compile("\\s*(\\d{1,2})/\\s+(?=\\S)");

    private static final Pattern ORDINAL_WORD = Pattern.compile(
            "\\s*(?iu:(" + Ordinals.WORDS + "))(?:\\s*\\.[-–—]|\\s*[.:]|\\s+[-–—])\\s+(?=[\\p{Lu}“\"‘'«(¿])");
    private static final Pattern CLOSED = Pattern.compile("\\s*(" + NUMERAL + ")\\)");
    private static final Pattern BRACKETED = Pattern.compile("\\s*[(\\[] ?(" + NUMERAL + ") ?[)\\]]");
    /** "4 April 2044" is a date. */
    private static final Pattern BARE = Pattern.compile("\\s*(\\d{1,3}(?: ?(?:" + ORDINAL
            + ")\\b)?)(?:(?:\\s*[-–—])?\\s+(?!\\p{Lu}\\p{L}+\\.? \\d{4}\\s*$)(?=[\\p{Lu}\\p{Lo}“\"‘'«(¿])|\\s*$)");

    private static final Pattern LETTER =
            Pattern.compile("\\s*(?:\\( ?([a-z]|([a-z])\\2|[ivx]{2,5}|a[b-z])( ?(?:" + ORDINAL + "))? ?\\)"
                    + "|([a-z]|([a-z])\\5|[ivx]{2,5})( ?(?:" + ORDINAL + "))?(?:[.)](?=\\s|\\p{Lu}|$)|/(?=\\s)))");
    private static final Pattern CAPITAL =
            Pattern.compile("\\s*(?:\\(([A-Z])\\)(?=\\s|\\p{Lu}|$)|([A-Z])\\)\\s+(?=\\p{Ll}))");
    private static final Pattern BULLET =
            Pattern.compile("\\s*(?:[•▪◦●○■□▫‣⁃∙➢➤✓►\\uF020-\\uF0FF·]\\s*|[-–—]\\s+|o\\s+(?=\\p{Lu}))(?=\\S)");
    /** "Target 3.1. By 2030, …": a number of several parts that says what it counts. */
    private static final Pattern NAMED_DECIMAL = Pattern.compile(
            "\\s*(?iu:targets?|indicators?|actions?|measures?|recommendations?|commitments?|milestones?|outputs?|deliverables?"
                    + "|cibles?|indicateurs?|mesures?|recommandations?|engagements?|metas?|indicador(?:es)?|medidas?|recomendaci[oó]n(?:es)?|compromisos?|acci[oó]n(?:es)?)"
                    + " (\\d{1,3}\\.(?:\\d{1,3}|[a-z])(?:\\.\\d{1,3}){0,2})(?:[.:)–—-]\\s*|\\s+[–—-]\\s+|\\s+|$)(?=[\\p{Lu}“\"‘'«(¿]|$)");

    private static final Pattern CODE = Pattern.compile("\\s*((?:[A-ZС]\\d{0,2}|" + ROMAN
            + "))(?:[.)](?:-(?=\\s))?\\s*|\\s*[:–—]\\s+)(?=[\\p{Lu}\\p{Lo}“\"‘'«(¿\\d]|$)");
    private static final Pattern DIVISION = Pattern.compile(
            "\\s*(?iu:(?:cluster|thematic|policy|key|strategic|priority|specific) )?(?:(?iu:action lines?|actions?|objectives?|chapters?|parts?|sections?"
                    + "|titles?|goals?|commitments?|principles?|pillars?|targets?|themes?|priority|priorities|areas?|recommendations?|measures?|rules?|guidelines?|standards?|book|step"
                    + "|lignes? d[’']action|grandes orientations?|mesures?|objectifs?|chapitres?|parties?|titres?|piliers?|principes?|recommandations?|engagements?|règles?"
                    + "|líneas? de acción|acciones|acción|medidas?|objetivos?|capítulos?|partes?|secciones|sección|títulos?|pilares?|pilar|principios?"
                    + "|recomendaci[oó]n(?:es)?|compromisos?|reglas?|directriz|глава|раздел|действие))"
                    + " (C?\\d{1,3}|[IVX]{1,7}|[A-Z]|(?iu:one|two|three|four|five|six|seven|eight|nine|ten|premier|première|primero|primera|segundo|segunda|tercero|tercera))\\b"
                    + "(?:\\s*$|\\s*[.:–—-]+(?:\\s+[–—-]+)?\\s*(?="
                    + "[\\p{Lu}\\p{Lo}“\"‘'«(¿\\d]|$)|\\s+(?=[\\p{Lu}“\"‘'«(¿].*[^.;,]$))");
    /** "2. Abschnitt: Pflichten". */
    private static final Pattern GERMAN_DIVISION = Pattern.compile(
            "\\s*(\\d{1,2})\\. (?:Abschnitt|Unterabschnitt|Kapitel|Titel|Teil|Hauptstück)(?=\\s*$|\\s*[:.–—-]|\\s+\\p{Lu})[ :.–—-]*");

    private static final String ARTICLE_WORD = "\\s*(?iu:articles?|art(?:ículo|igo|ikel|icolo)s?|art\\.|статья)\\s+";
    private static final Pattern ARTICLE = Pattern.compile(
            ARTICLE_WORD + "(?:(\\d{1,3}(?:[a-z]\\b| ?(?:" + ORDINAL
                    + ")\\b)?)(?:er|re|º|°|\\.º)?(?:\\(\\d{1,2}\\))?|("
                    + ROMAN + ")|(?iu:(unique|único|" + Ordinals.WORDS + ")))\\b?"
                    + "(?:\\s*$|\\s*[.:–—-]+(?:\\s+[–—-]+)?\\s*(?=[\\p{Lu}\\p{Lo}“\"‘'«(¿\\d]|$)|\\s+(?=[\\p{Lu}“\"‘'«(¿].*[^.;,]$|\\([^)]*\\)\\s*$))");
    private static final Pattern ARTICLE_WITH_ITS_SENTENCE = Pattern.compile(
            ARTICLE_WORD + "(\\d{1,3}(?:[a-z]\\b| ?(?:" + ORDINAL + ")\\b)?)(?:er|re|º|°)?()()\\s+(?=[\\p{Lu}“‘«¿])");
    /** "§ 2a Members" has a title and no sentence; with a sentence it is a paragraph. */
    private static final Pattern TITLED_PARAGRAPH_SIGN =
            Pattern.compile("\\s*§ ?(\\d{1,3}[a-z]?)(?:\\s+(?=\\p{Lu}[^.;:,]{0,60}$)|(?<=[a-z])\\s*$)");

    private static final Pattern ANNEX = Pattern.compile(
            "\\s*(?iu:annex(?:e|ure)?s?|anexos?|append(?:ix|ice)|apéndice|schedule|attachment|adjunto|allegato|anhang|приложение)(?:\\s+(?iu:(?:no|n)\\.?[º°]? ?)?([IVXivx]{1,7}|\\d{1,2}(?: ?(?:bis|ter|quater)\\b)?|[A-Z]|(?iu:[uú]nico|[uú]nica|unique)\\b)"
                    + "(?: (?:(?:to|of|à|de|al|del|de la) (?:the )?|(?:à|de) l[’'])(?iu:annexe?|anexo|append(?:ix|ice)|apéndice|schedule) \\w{1,7})?)?"
                    + AnnexTitle.OF_ITS_DOCUMENT
                    + "(?:\\s*[.*]?\\s*$|\\s*[.:–—-]+(?:\\s+[–—-]+)?\\s*(?=" + TITLE
                    + "$)|\\s+(?=[\\p{Lu}“\"‘'«(¿].*[^.;,]$))");
    private static final Pattern FOOTNOTE = Pattern.compile("\\s*([*†‡]+|[¹²³⁰⁴-⁹]+)(?=.)");
    private static final Set<Kind> PARTS = EnumSet.of(Kind.ANNEX, Kind.ARTICLE, Kind.DIVISION);
    private static final Map<Character, Character> PLAIN = plain();
    private static final int ASCII_END = 0x80;

    /** A line in which what only looks different is written alike: blanks, full width, digits of other scripts; every character is in its place. */
    public static String plain(String line) {
        // Most lines have nothing of the kind, and each is looked at many times.
        if (line.chars().allMatch(c -> c < ASCII_END)) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char known = PLAIN.getOrDefault(c, c);
            if (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
                known = ' ';
            } else if (Character.isDigit(c)) {
                known = (char) ('0' + Character.digit(c, 10));
            } else if (c >= '\uFF21' && c <= '\uFF5A' && Character.isLetter(c)) {
                known = (char) (c - 0xFEE0);
            }
            plain.append(known);
        }
        return plain.toString();
    }

    private static Map<Character, Character> plain() {
        return Stream.of("（(", "）)", "．.", "：:", "、.", "【[", "】]", "。.")
                .collect(Collectors.toUnmodifiableMap(pair -> pair.charAt(0), pair -> pair.charAt(1)));
    }

    /** What begins on a line. */
    public static Marker of(String line) {
        // Of the same length, so that what is found stands where it does in the line.
        String plain = plain(line)
                .replaceFirst("^(\\s*\\d{1,3} ?)бис(?!\\p{L})", "$1bis")
                .replaceFirst("^(\\s*\\d{1,3} ?)тер(?!\\p{L})", "$1ter");
        if (RULE.matcher(plain).matches()) {
            return new Marker(Kind.RULE, "", "", line.length());
        }
        char c = (plain.stripLeading() + " ").charAt(0);
        Optional<Marker> marker;
        if (c >= '0' && c <= '9') {
            marker = digit(plain);
        } else if (c == '(' || c == '[') {
            marker = bracket(plain, line).or(() -> inBrackets(plain));
        } else if (c >= 'a' && c <= 'z') {
            marker = first(List.of(
                    () -> at(LETTER, plain, Marker::letter),
                    () -> at(DASHED_LETTER, plain, m -> marker(Kind.LETTER, m.group(1), DASHED, m)),
                    () -> at(OPERATIVE, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "OP", m)),
                    () -> at(BULLET, plain, m -> marker(Kind.BULLET, "", "•", m))));
        } else if (Character.isUpperCase(c)) {
            marker = capital(plain);
        } else {
            marker = other(plain, line);
        }
        return marker.orElse(new Marker(Kind.NONE, "", "", 0));
    }

    private static Optional<Marker> digit(String plain) {
        return first(List.of(
                () -> at(
                        LETTER_OF_NUMBER,
                        plain,
                        m -> marker(
                                Kind.LETTER, m.group(2) == null ? m.group(3) : m.group(2), OF_NUMBER + m.group(1), m)),
                () -> at(GERMAN_DIVISION, plain, m -> marker(Kind.DIVISION, m.group(1), "division", m)),
                () -> at(DECIMAL, plain, m -> marker(Kind.DECIMAL, m.group(1), "1.1", m)),
                () -> at(DOTTED_ORDINAL, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1.", m)),
                () -> at(DOTTED, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1.", m)),
                () -> at(DEGREE, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1°", m)),
                () -> at(SLASHED, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), SLASH, m)),
                () -> at(SMALL_DECIMAL, plain, m -> marker(Kind.DECIMAL, m.group(1), SMALL, m)),
                () -> at(COLON, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1:", m)),
                () -> at(CLOSED, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1)", m)),
                () -> at(BARE, plain, m -> marker(Kind.BARE, compact(m.group(1)), "1", m))));
    }

    private static Optional<Marker> bracket(String plain, String line) {
        return first(List.of(
                () -> at(BRACKETED_PARAGRAPH, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "1.", m)),
                () -> at(BRACKETED, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), bracketed(m), m)),
                () -> at(LETTER, plain, Marker::letter),
                () -> at(PREAMBULAR, plain, m -> marker(Kind.PREAMBULAR, compact(m.group(1)), "PP", m)),
                () -> at(OPERATIVE, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "OP", m)),
                () -> at(CAPITAL, plain, m -> marker(Kind.LETTER, m.group(1), "(A)", m)),
                () -> OtherScripts.item(line)));
    }

    /** "[Annex I]": a part that is not agreed. */
    private static Optional<Marker> inBrackets(String plain) {
        return plain.strip().matches("\\[[^\\[\\]]+\\]")
                ? capital(plain.replace('[', ' ').replace(']', ' ')).filter(marker -> PARTS.contains(marker.kind()))
                : Optional.empty();
    }

    private static Optional<Marker> capital(String plain) {
        return first(List.of(
                () -> at(ANNEX, plain, m -> marker(Kind.ANNEX, annex(m.group(1)), "annex", m)),
                () -> at(ARTICLE, plain, m -> marker(Kind.ARTICLE, article(m), "article", m)),
                () -> at(ARTICLE_WITH_ITS_SENTENCE, plain, m -> marker(Kind.ARTICLE, article(m), WITH_ITS_SENTENCE, m)),
                () -> at(NAMED_DECIMAL, plain, m -> marker(Kind.DECIMAL, m.group(1), "1.1", m)),
                () -> at(DIVISION, plain, m -> marker(Kind.DIVISION, m.group(1), "division", m)),
                () -> at(PREAMBULAR, plain, m -> marker(Kind.PREAMBULAR, compact(m.group(1)), "PP", m)),
                () -> at(OPERATIVE, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "OP", m)),
                () -> at(ORDINAL_WORD, plain, m -> marker(Kind.NUMBER, Ordinals.number(m.group(1)), "first", m)),
                () -> at(ROMAN_ITEM, plain, m -> marker(Kind.LETTER, m.group(1).toLowerCase(Locale.ROOT), DASHED, m)),
                () -> at(CAPITAL, plain, m -> marker(Kind.LETTER, m.group(2), "(A)", m)),
                () -> at(CODED_DECIMAL, plain, m -> marker(Kind.DECIMAL, m.group(1), "A.1", m)),
                () -> at(CODE, plain, m -> marker(Kind.CODE, m.group(1).replace('С', 'C'), "A.", m))));
    }

    private static Optional<Marker> other(String plain, String line) {
        return first(List.of(
                () -> at(TITLED_PARAGRAPH_SIGN, plain, m -> marker(Kind.ARTICLE, m.group(1), "article", m)),
                () -> at(FOOTNOTE, line, m -> marker(Kind.FOOTNOTE, raised(m.group(1)), m.group(1), m)),
                () -> at(OPERATIVE, plain, m -> marker(Kind.NUMBER, compact(m.group(1)), "OP", m)),
                () -> OtherScripts.of(line),
                () -> at(BULLETED_LETTER, plain, m -> marker(Kind.LETTER, m.group(1), DASHED, m)),
                () -> at(BULLET, plain, m -> marker(Kind.BULLET, "", "•", m))));
    }

    /** The number without what follows it: of {@code 1bis}, 1; 0 if it is none. */
    public int value() {
        String digits = number.replaceFirst("^(\\d{0,9}).*", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The same as the number of a paragraph. */
    public Marker asNumber() {
        return new Marker(Kind.NUMBER, number, style, end);
    }

    /** Whether it stands between two numbers, as 1bis does. */
    public boolean isInserted() {
        return !number.matches("\\d*");
    }

    /** Whether a mark is one of those that come behind aa in lists that write them as columns of a sheet: ab, ac. */
    public static boolean isPastZ(String mark) {
        return mark.matches("a[b-z]");
    }

    /** What stands before such a mark: aa before ab. */
    public static String before(String mark) {
        return mark.substring(0, 1) + (char) (mark.charAt(1) - 1);
    }

    /** 1 for a, 27 for aa, 28 for bb or ab; 0 for what can only be a Roman number. */
    public static int ordinal(String mark) {
        if (isPastZ(mark)) {
            return ListNumbers.ALPHABET + mark.charAt(1) - 'a' + 1;
        }
        if (mark.length() == 1) {
            return mark.charAt(0) - 'a' + 1;
        }
        return mark.length() == 2 && mark.charAt(0) == mark.charAt(1) && !mark.equals("ii")
                ? ListNumbers.ALPHABET + mark.charAt(0) - 'a' + 1
                : 0;
    }

    private static Optional<Marker> first(List<Supplier<Optional<Marker>>> attempts) {
        return attempts.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Marker> at(Pattern pattern, String line, Function<Matcher, Marker> marker) {
        Matcher matcher = pattern.matcher(line);
        return matcher.lookingAt() ? Optional.of(marker.apply(matcher)) : Optional.empty();
    }

    private static Marker marker(Kind kind, String number, String style, Matcher matcher) {
        return new Marker(kind, number, style, matcher.end());
    }

    private static Marker letter(Matcher matcher) {
        boolean bracketed = matcher.group(1) != null;
        String mark = bracketed ? matcher.group(1) : matcher.group(4);
        String inserted = bracketed ? matcher.group(3) : matcher.group(6);
        return marker(Kind.LETTER, mark + (inserted == null ? "" : inserted.strip()), bracketed ? "(a)" : "a", matcher);
    }

    private static String bracketed(Matcher matcher) {
        return matcher.group().stripLeading().startsWith("[") ? SQUARE : ROUND;
    }

    /** The number of an annex; the only one has none. */
    private static String annex(String number) {
        return number == null || (number.length() > 4 && !number.matches("[IVXivx]+|\\d.*")) ? "" : compact(number);
    }

    private static String article(Matcher matcher) {
        if (matcher.group(1) != null) {
            return compact(matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return matcher.group(2).toLowerCase(Locale.ROOT);
        }
        String place = Ordinals.number(matcher.group(3));
        return place.isEmpty() ? "1" : place;
    }

    private static String compact(String number) {
        String compact = number.replaceAll("[ .()º°-]", "").toLowerCase(Locale.ROOT);
        return compact.replaceFirst("^0+(?=\\d)", "");
    }

    private static String raised(String mark) {
        return mark.codePoints()
                .map("⁰¹²³⁴⁵⁶⁷⁸⁹"::indexOf)
                .filter(digit -> digit >= 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }
}
