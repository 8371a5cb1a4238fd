package org.genevagraph.text.read;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.Datum;
import org.genevagraph.text.TitlePage;
import org.genevagraph.text.Words;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Wrapping;
import org.genevagraph.text.read.passage.Block;

/** What a line that is a heading looks like, in texts that mark headings in no other way. */
final class Headings {
    private static final Set<Marker.Kind> SCOPES = EnumSet.of(Marker.Kind.ANNEX, Marker.Kind.ARTICLE);
    private static final int MOST_CHARACTERS = 90;
    private static final int LONGEST_TITLE = 50;
    private static final int FEWEST = 2;
    private static final Set<Marker.Kind> NUMBERED =
            EnumSet.of(Marker.Kind.NUMBER, Marker.Kind.DECIMAL, Marker.Kind.BARE);
    private static final int MOST_CHARACTERS_OF_LONG_ONES = 200;
    private static final Pattern FORM =
            Pattern.compile("[\\p{Lu}\\p{Lo}\\d‘“\"'(«¿].*[^.;:,!?…。；：，،؛؟]", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("[\\p{Lu}\\p{Lo}‘“\"'(«¿].*\\?", Pattern.DOTALL);
    private static final Pattern QUOTED_SENTENCE = Pattern.compile("[.;!][”\"»]$");
    private static final Pattern SENTENCES = Pattern.compile("[\\p{Ll})”][.!?;] \\p{Lu}");

    /** The comma or stop at which a paragraph ends, and the number of a footnote behind it. */
    private static final Pattern BEFORE_A_NOTE = Pattern.compile("(?:[\\p{L})”’]|\\d{4})[;:,.]\\d{1,2}$");

    /** "resolves", "instructs the Director": a clause alone on its line in small letters, as the resolutions of the ITU have them. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:(?:further|also|and) )?(?:recalling|considering|recogni[sz]ing|noting|emphasi[sz]ing|stressing|affirming|acknowledging|bearing in mind"
                    + "|taking into account|having considered|mindful|aware|convinced|resolves|decides|recommends|instructs|invites|requests|urges|calls upon"
                    + "|encourages|appeals|rappelant|considérant|reconnaissant|notant|soulignant|décide|charge|invite|prie|recommande|encourage"
                    + "|recordando|considerando|reconociendo|observando|teniendo en cuenta|resuelve|encarga|invita|pide|recomienda)"
                    + "(?: (?:further|also|en outre|además))?(?: [^.;:]{1,120})?");

    private static final Pattern SCOPE = Pattern.compile(
            "(?iu)scope(?: and field of application)?|domaine d[’']application|objet et domaine d[’']application|(?:objeto y )?campo de aplicación|anwendungsbereich");

    /** Headings behind the last article, and those of single provisions there: "Disposición final primera. Entrada en vigor." */
    private static final Pattern END = Pattern.compile(
            "(?iu)(?:(?:final|closing|transitional|transitory|miscellaneous|concluding)(?: and (?:final|transitional|closing))? (?:provisions|clauses)"
                    + "|(?:dispositions|clauses) (?:finales|transitoires|diverses|abrogatoires)(?: et (?:finales|transitoires))?"
                    + "|disposici(?:ón|ones) (?:final(?:es)?|transitorias?|adicional(?:es)?|derogatorias?)(?: y final(?:es)?)?"
                    + "(?: (?:única|primera|segunda|tercera|cuarta|quinta|sexta)(?:\\. \\p{Lu}.{0,60})?)?"
                    + "|(?:übergangs- und )?(?:schluss|übergangs)bestimmung(?:en)?|disposizioni (?:finali|transitorie)(?: e finali)?"
                    + "|disposiç(?:ão|ões) (?:fina(?:l|is)|transitórias?)(?: e finais)?)[.:]?");

    private static final Pattern REASON = Pattern.compile(
            "(?:further |also )?(?:recalling|considering|recogni[sz]ing|noting|emphasi[sz]ing|rappelant|considérant|reconnaissant|notant|recordando|considerando|reconociendo|observando)");
    private static final Pattern DECISION =
            Pattern.compile("(?:resolves|decides|recommends|décide|recommande|resuelve|recomienda)\\b.*");

    /** Parts of a document that are cited by their number as paragraphs are. */
    private static final Pattern CITED = Pattern.compile(
            "(?iu)(?:principles?|recommendations?|commitments?|actions?|measures?|targets?|objectives?|rules?|guidelines?|standards?"
                    + "|principes?|recommandations?|engagements?|mesures?|objectifs?|règles?|principios?|recomendaci[oó]n|compromisos?"
                    + "|acción|medidas?|objetivos?|reglas?|directriz) \\d{1,3}\\W*");

    private Headings() {}

    /** Whether a normalised line is a clause without an end in small letters, under which paragraphs or letters stand. */
    static boolean isClause(String line) {
        return CLAUSE.matcher(line).matches() && !line.endsWith(",");
    }

    /** Whether a text is written in such clauses: one of reasons and one of decisions stand alone on their lines. */
    static boolean areClauses(List<Line> lines) {
        List<String> clauses = lines.stream()
                .map(line -> SourceText.normalise(line.text()))
                .filter(Headings::isClause)
                .toList();
        return clauses.stream().anyMatch(clause -> REASON.matcher(clause).matches())
                && clauses.stream().anyMatch(clause -> DECISION.matcher(clause).matches());
    }

    /** Whether a normalised line is short, begins with a capital and does not end as a sentence does. */
    static boolean looksLike(String line) {
        return line.length() < MOST_CHARACTERS
                && !QUOTED_SENTENCE.matcher(line).find()
                && FORM.matcher(line).matches()
                && !endsWithANote(line);
    }

    /** "Decision 3/CP.9" ends with a symbol. */
    private static boolean endsWithANote(String line) {
        return BEFORE_A_NOTE.matcher(line).find()
                && line.substring(line.lastIndexOf(' ') + 1).indexOf('/') < 0;
    }

    /** Whether a normalised line could be a heading if something numbered begins below it: a long one, a question, one in capitals. */
    static boolean couldBe(String line) {
        return looksLike(line)
                || (line.length() < MOST_CHARACTERS_OF_LONG_ONES
                        && FORM.matcher(line).matches()
                        && !endsWithANote(line)
                        && !QUOTED_SENTENCE.matcher(line).find())
                || isQuestion(line)
                || isInCapitals(line);
    }

    /** Whether a normalised line is one short question. */
    static boolean isQuestion(String line) {
        return line.length() < MOST_CHARACTERS && QUESTION.matcher(line).matches();
    }

    /** Whether words could be a heading and are not two sentences. */
    static boolean couldBeOneOf(String words) {
        return couldBe(words) && !SENTENCES.matcher(words).find() && (!words.endsWith(".") || isInCapitals(words));
    }

    /** Whether words are the title of a resolution behind its number, however long. */
    static boolean isOfAResolution(String words) {
        return TitlePage.title(words).isPresent() && couldBeOneOf(words);
    }

    /** Whether all letters of a line are capitals, of which there are some. */
    static boolean isInCapitals(String line) {
        return line.length() < MOST_CHARACTERS_OF_LONG_ONES
                && line.codePoints().filter(Character::isUpperCase).count() > 3
                && Words.areInCapitals(line);
    }

    /**
     * Whether the number before what looks like a heading is that of a section: where the paragraphs count on without it.
     *
     * @param blocks from the one that it is about
     * @param next the number that the next paragraph should have
     * @param last that of the section before; 0 if none had one
     */
    static boolean isNumbered(List<Block> blocks, int next, int last) {
        Block block = blocks.get(0);
        int value = block.marker().value();
        if (!couldBeOneOf(block.words())) {
            return false;
        }
        boolean isNextSection = value != next && last > 0 && value == last + 1;
        int title = value;
        for (int i = 1; i < blocks.size() && !SCOPES.contains(blocks.get(i).kind()); i++) {
            Block later = blocks.get(i);
            if (i == 1
                    && later.kind() == Marker.Kind.DECIMAL
                    && later.marker().number().startsWith(value + ".")) {
                return !later.marker().style().equals(Marker.SMALL);
            }
            if (i == 1 && (later.kind() == Marker.Kind.LETTER || later.kind() == Marker.Kind.BULLET)) {
                return false;
            }
            if (later.kind() == Marker.Kind.DECIMAL
                    && later.marker().value() == title
                    && !later.marker().style().equals(Marker.SMALL)) {
                // "1. Opening" has its sentence below it, as "2. Lamps" has 2.1.
                return blocks.get(1).kind() == Marker.Kind.NONE
                        && !couldBeOneOf(blocks.get(1).words());
            }
            title = later.kind() == Marker.Kind.NUMBER ? later.marker().value() : title;
            if (later.kind() == Marker.Kind.NUMBER && !couldBeOneOf(later.words())) {
                return later.marker().value() == next || isNextSection;
            }
        }
        return isNextSection;
    }

    /** Whether a heading is a part of a document that is cited by its number, which stands alone on its line: "Principle 3". */
    static boolean isCited(Block block) {
        return block.kind() == Marker.Kind.DIVISION
                && block.words().isEmpty()
                && CITED.matcher(block.whole()).matches();
    }

    /** Whether a heading is the title of the article whose number stands above it. */
    static boolean isOfArticle(List<Block> blocks, int i) {
        return i > 0
                && blocks.get(i - 1).kind() == Marker.Kind.ARTICLE
                && blocks.get(i - 1).words().isEmpty();
    }

    /** Whether anything stands below what has a number of several parts: words, items, or numbers of more parts; a target of a list has nothing. */
    static boolean hasPartsBelow(List<Block> blocks, int i) {
        return blocks.subList(i + 1, blocks.size()).stream()
                .filter(later -> later.kind() != Marker.Kind.FOOTNOTE)
                .findFirst()
                .filter(later -> switch (later.kind()) {
                    case DECIMAL ->
                        later.marker()
                                .number()
                                .startsWith(blocks.get(i).marker().number() + ".");
                    case LETTER -> !later.marker().style().startsWith(Marker.OF_NUMBER);
                    case NUMBER -> !endsList(blocks, i, later.marker());
                    case DIVISION, CODE, ANNEX, ARTICLE -> false;
                    case NONE -> !Datum.is(later.words());
                    default -> true;
                })
                .isPresent();
    }

    /** Whether 1.3 stands behind 1.2 and before paragraph 2: it is the last of what paragraph 1 lists. */
    private static boolean endsList(List<Block> blocks, int i, Marker next) {
        return i > 0
                && blocks.get(i - 1).kind() == Marker.Kind.DECIMAL
                && next.value() == blocks.get(i).marker().value() + 1;
    }

    /**
     * Whether what has a capital letter or a Roman number is a heading, and no paragraph.
     *
     * @param i where in the blocks it stands
     * @param lettered whether paragraphs of the document have capital letters in place of numbers
     */
    static boolean hasLetter(List<Block> blocks, int i, boolean lettered) {
        Block block = blocks.get(i);
        boolean beforeNumber = i + 1 < blocks.size() && blocks.get(i + 1).kind() == Marker.Kind.NUMBER;
        boolean roman = block.marker().number().matches("[IVX]+");
        boolean announces = (roman || lettered)
                && block.words().endsWith(":")
                && i + 1 < blocks.size()
                && Set.of(Marker.Kind.LETTER, Marker.Kind.BULLET)
                        .contains(blocks.get(i + 1).kind());
        boolean sentence = (block.words().matches("(?s).*[.;,]") || announces) && !Headings.isInCapitals(block.words());
        return !sentence || beforeNumber || (block.marker().number().length() > 1 && !roman);
    }

    /** Whether the numbers begin at 1 behind words that have none, with no heading between. */
    static boolean areBeforeFirst(List<Block> blocks) {
        return blocks.stream()
                .dropWhile(block -> block.kind() == Marker.Kind.NONE && !looksLike(block.words()))
                .findFirst()
                .filter(block ->
                        block.kind() == Marker.Kind.NUMBER && block.marker().value() == 1)
                .isPresent();
    }

    /** Whether all that follows, up to the next annex, is short lines of which any could be a heading. */
    static boolean areAll(List<Block> blocks) {
        return blocks.stream()
                .takeWhile(block -> block.kind() != Marker.Kind.ANNEX)
                .allMatch(block -> block.kind() == Marker.Kind.NONE && looksLike(block.words()));
    }

    /**
     * The lines whose number is that of a title and not of a paragraph: "1. Introduction", where the sentences below begin on a line of their own.
     *
     * @param lines all lines of a text
     * @param wrapping how they are wrapped
     */
    static Set<Integer> titledNumbers(List<Line> lines, Wrapping wrapping) {
        Map<String, Integer> numbered = new HashMap<>();
        Map<String, Set<Integer>> titled = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Marker marker = Marker.of(line.text());
            String words = SourceText.normalise(line.text().substring(marker.end()));
            if (!NUMBERED.contains(marker.kind()) || words.isEmpty()) {
                continue;
            }
            numbered.merge(marker.style(), 1, Integer::sum);
            if (i + 1 < lines.size() && isTitle(words) && isText(words, line, lines.get(i + 1), wrapping)) {
                titled.computeIfAbsent(marker.style(), key -> new HashSet<>()).add(line.number());
            }
        }
        boolean isStandard = lines.stream().map(Line::text).anyMatch(Headings::isScope);
        Set<Integer> found = new HashSet<>();
        titled.forEach((style, places) -> {
            if (isStandard || (places.size() >= FEWEST && places.size() * 2 >= numbered.getOrDefault(style, 0))) {
                found.addAll(places);
            }
        });
        return found;
    }

    /**
     * The lines of sections whose number has no dot, where paragraphs with a dot count on through them: "2 Findings" above "3. Lamps are few."
     *
     * @param lines all lines of a text
     */
    static Set<Integer> numberedSections(List<Line> lines) {
        List<Line> filled =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i + 1 < filled.size(); i++) {
            Line line = filled.get(i);
            Marker marker = Marker.of(line.text());
            boolean next =
                    marker.kind() == Marker.Kind.BARE && marker.number().equals(Integer.toString(found.size() + 1));
            if (next
                    && isTitle(SourceText.normalise(line.text().substring(marker.end())))
                    && Marker.of(filled.get(i + 1).text()).style().equals("1.")) {
                found.add(line.number());
            }
        }
        return found.size() < FEWEST ? Set.of() : found;
    }

    /** Whether a line is the first clause of a standard, whose clauses bear their numbers as titles do: "1 Scope". */
    private static boolean isScope(String line) {
        Marker marker = Marker.of(line);
        return marker.kind() == Marker.Kind.BARE
                && marker.number().equals("1")
                && SCOPE.matcher(SourceText.normalise(line.substring(marker.end())))
                        .matches();
    }

    /** Whether the numbers of a text are those of a standard's clauses, by which it is cited: "1 Scope" comes first, and all have titles. */
    static boolean areOfAStandard(List<Block> blocks) {
        List<Block> numbered = blocks.stream()
                .filter(block -> block.kind() == Marker.Kind.NUMBER)
                .toList();
        return !numbered.isEmpty()
                && isScope(numbered.get(0).first().text())
                && numbered.stream().allMatch(block -> block.marker().style().equals("1") && isTitle(block.words()));
    }

    /** Whether words are the heading of what comes behind the last article of a law or treaty. */
    static boolean isOfTheEnd(String words) {
        return END.matcher(words).matches();
    }

    /** Whether words are short enough for the title of a part, and have not ended as a sentence does. */
    static boolean isTitle(String words) {
        return words.length() <= LONGEST_TITLE && Headings.looksLike(words) && !Wrapping.isDangling(words);
    }

    private static boolean isText(String title, Line line, Line next, Wrapping wrapping) {
        String words = SourceText.normalise(next.text());
        return next.number() == line.number() + 1
                && Marker.of(next.text()).kind() == Marker.Kind.NONE
                && Wrapping.beginsLarge(words)
                && (words.length() > title.length() || Wrapping.isFinished(words))
                && !wrapping.isFull(line, next);
    }
}
