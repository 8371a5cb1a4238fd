package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.InlineParagraphs;
import org.genevagraph.text.read.line.BareNumbers;
import org.genevagraph.text.read.line.LineNumbers;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.PageFurniture;
import org.genevagraph.text.read.line.RaisedNumbers;
import org.genevagraph.text.read.line.Signatures;
import org.genevagraph.text.read.line.Tables;
import org.genevagraph.text.read.line.Votes;
import org.genevagraph.text.read.line.Wrapping;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/** Joins the lines of a numbered document into its paragraphs, items and headings, whichever way the file wraps them. */
final class Blocks {
    /** Words of another text begin with a number, and have not ended. */
    private static final Pattern QUOTES_NUMBERS = Pattern.compile("(?s).*:\\s*[“«]\\s*\\d{1,3}\\.[^”»]*");

    private static final int LINES_OF_A_QUOTE = 20;
    private static final Pattern HOLLOW = Pattern.compile("\\s*o\\s+(?=\\p{L})");
    private static final Pattern DOTTED = Pattern.compile("\\s*(\\d{1,3})\\.(?!\\d).*");

    private static final Set<Marker.Kind> TITLED =
            Set.of(Marker.Kind.NONE, Marker.Kind.NUMBER, Marker.Kind.BARE, Marker.Kind.DECIMAL);

    private final List<Line> lines;
    private final Wrapping wrapping;
    private final Contents contents;
    private final Set<String> decimals;
    private final Set<Integer> sections;
    private final Set<Integer> raised;
    private final Clauses clauses;
    private final Continuation continuation;
    private final List<Map.Entry<Integer, Marker>> numbers;
    private final Reading.Builder reading;
    private final boolean hasDots;
    private final List<Draft> drafts = new ArrayList<>();
    private final Notes notes;
    private Draft current;
    private Draft body;
    private boolean afterBlank;
    private boolean afterPage;
    private int number;
    private int letter;
    private String lastLetter = "";

    private Blocks(List<Line> lines, Contents contents, Reading.Builder reading) {
        this.lines = List.copyOf(lines);
        this.wrapping = new Wrapping(lines);
        this.notes = new Notes(drafts, lines);
        this.contents = contents;
        this.decimals = lines.stream()
                .map(line -> Marker.of(line.text()))
                .filter(marker -> marker.kind() == Marker.Kind.DECIMAL)
                .map(Marker::number)
                .collect(Collectors.toSet());
        this.numbers = lines.stream()
                .map(line -> Map.entry(line.number(), Marker.of(line.text())))
                .filter(entry -> entry.getValue().kind() == Marker.Kind.NUMBER)
                .toList();
        this.clauses = new Clauses(this.lines);
        this.hasDots = lines.stream()
                .anyMatch(line -> DOTTED.matcher(Marker.plain(line.text())).matches());
        this.raised = RaisedNumbers.of(
                lines.stream().filter(line -> !line.text().isBlank()).toList());
        this.sections = hasDots ? Headings.numberedSections(this.lines) : Set.of();
        this.number = hasDots ? 0 : BareNumbers.before(lines);
        this.continuation = new Continuation(wrapping, Headings.titledNumbers(lines, wrapping), reading);
        this.reading = reading;
    }

    /**
     * The blocks of a text.
     *
     * @param lines all its lines, blank ones included
     * @param reading is told what was left out, and what begins nothing
     */
    static List<Block> of(List<Line> lines, Reading.Builder reading) {
        List<Line> unnumbered = LineNumbers.without(lines);
        Contents contents = Contents.of(unnumbered);
        contents.lines().forEach(line -> reading.leaveOut(line, "a table of contents"));
        PageFurniture furniture = PageFurniture.of(unnumbered, true);
        furniture.lines().forEach(reading::leaveOut);
        List<Line> kept = unnumbered.stream()
                .filter(line -> !furniture.holds(line) && !contents.lines().contains(line.number()))
                .toList();
        List<Line> apart = InlineParagraphs.apart(withoutForms(kept, reading));
        Blocks blocks = new Blocks(apart, contents, reading);
        int last = 0;
        for (Line line : apart) {
            blocks.afterPage |= line.number() > last + 1 || line.text().startsWith("\f");
            last = line.number();
            blocks.take(line);
        }
        return blocks.drafts.stream()
                .map(draft -> Block.of(draft.marker(), draft.lines(), blocks.wrapping::hyphened))
                .toList();
    }

    /** What of the lines is neither of a table nor of a signature. */
    private static List<Line> withoutForms(List<Line> lines, Reading.Builder reading) {
        Set<Integer> signed = Signatures.of(lines);
        List<Line> unsigned =
                lines.stream().filter(line -> !signed.contains(line.number())).toList();
        Set<Integer> tables = Tables.of(unsigned);
        signed.forEach(line -> reading.leaveOut(line, "a signature"));
        tables.forEach(line -> reading.leaveOut(line, "a table"));
        return unsigned.stream().filter(line -> !tables.contains(line.number())).toList();
    }

    private void take(Line line) {
        if (line.text().isBlank()) {
            afterBlank = true;
            return;
        }
        Marker marker = marker(line);
        if (isQuoted(line, marker)) {
            current.add(line);
        } else if (marker.kind() == Marker.Kind.RULE) {
            reading.leaveOut(line.number(), Reading.Builder.RULE);
            notes.begin();
        } else if (marker.kind() != Marker.Kind.NONE || marker.style().equals(Marker.CLOSING)) {
            begin(line, marker);
        } else if (resumes(line)) {
            current = body;
            notes.end();
            current.add(line);
        } else if (current != null && continuation.goesOn(current, line, afterBlank)) {
            current.add(line);
        } else {
            begin(line, marker);
        }
        afterBlank = false;
        afterPage = false;
    }

    /** Whether a number belongs to words of another text, which a paragraph quotes with their numbers: changed as follows: “1. … */
    private boolean isQuoted(Line line, Marker marker) {
        if (current == null
                || marker.kind() != Marker.Kind.NUMBER
                || !QUOTES_NUMBERS.matcher(current.words()).matches()) {
            return false;
        }
        List<Line> ahead = lines.stream()
                .filter(later -> later.number() >= line.number())
                .limit(LINES_OF_A_QUOTE)
                .toList();
        return ahead.stream()
                .anyMatch(
                        later -> later.text().indexOf('”') >= 0 || later.text().indexOf('»') >= 0);
    }

    private void begin(Line line, Marker marker) {
        current = new Draft(marker);
        drafts.add(current);
        current.add(line);
        if (marker.kind() != Marker.Kind.FOOTNOTE) {
            body = current;
            notes.end();
        }
        if (marker.kind() == Marker.Kind.NONE) {
            notes.beginBelow(current.words());
        }
        clauses.begin(marker);
        switch (marker.kind()) {
            case NUMBER -> {
                number = marker.value() > 0 ? marker.value() : number;
                letter = 0;
            }
            case LETTER -> {
                letter = marker.number().codePointAt(0) - 'a' + 1;
                lastLetter = marker.number();
            }
            case ANNEX, ARTICLE -> {
                number = 0;
                letter = 0;
            }
            default -> {
                // What else begins counts nothing.
            }
        }
    }

    /** What begins on a line where it stands: a number in the midst of a sentence begins nothing, one below a rule is a footnote's. */
    private Marker marker(Line line) {
        Marker marker = Marker.of(line.text());
        Marker none = new Marker(Marker.Kind.NONE, "", "", 0);
        if (TITLED.contains(marker.kind()) && contents.lists(SourceText.normalise(line.text()))) {
            return new Marker(Marker.Kind.DIVISION, marker.number(), Continuation.TITLE, 0);
        }
        return switch (marker.kind()) {
            case NUMBER ->
                notes.isOne(marker, number + 1)
                        ? Notes.numbered(marker)
                        : expected(line, marker) ? ordinal(marker) : none;
            case BARE -> bare(line, marker, none);
            case LETTER -> {
                int ordinal = marker.number().codePointAt(0) - 'a' + 1;
                if (marker.style().startsWith(Marker.OF_NUMBER)) {
                    yield ofNumber(line, marker, none);
                }
                if (marker.style().equals(Marker.DASHED) && !counts(marker, ordinal)) {
                    yield none;
                }
                if (Marker.isPastZ(marker.number()) && !lastLetter.equals(Marker.before(marker.number()))) {
                    yield none;
                }
                boolean follows =
                        ordinal == 1 || ordinal == letter + 1 || marker.number().matches("[ivx]+");
                yield follows || !isCutOff() ? marker : midst(line, marker, none);
            }
            case DECIMAL -> isNext(marker) || (!marker.style().equals(Marker.SMALL) && !isCutOff()) ? marker : none;
            case ARTICLE -> isCutOff() || (marker.style().equals(Marker.WITH_ITS_SENTENCE) && isOpen()) ? none : marker;
            case CODE, DIVISION, ANNEX -> isCutOff() ? none : isSentence(line, marker) ? marker.asNumber() : marker;
            case FOOTNOTE -> notes.starred(line, marker);
            case NONE ->
                notes.lettered(line)
                        .or(() -> hollow(line))
                        .or(() -> clauses.marker(line, current, number))
                        .orElse(closes(line) ? new Marker(Marker.Kind.NONE, "", Marker.CLOSING, 0) : marker);
            default -> marker;
        };
    }

    /** "二、欢迎这一贡献；": a Chinese number before a sentence is a paragraph's where none has a number in digits. */
    private boolean isSentence(Line line, Marker marker) {
        return marker.style().equals(Marker.CHINESE)
                && !hasDots
                && line.text().substring(marker.end()).matches(".*(?:[，,；;].*|[。：:]\\s*)");
    }

    /** "o the fourth": the hollow bullet of Word in plain text, where a list has begun; in Spanish "o" is a word as well. */
    private Optional<Marker> hollow(Line line) {
        Matcher bullet = HOLLOW.matcher(line.text());
        boolean listed = current != null && current.goesOnWithBullets();
        return listed && bullet.lookingAt()
                ? Optional.of(new Marker(Marker.Kind.BULLET, "", "•", bullet.end()))
                : Optional.empty();
    }

    /** Whether a line begins the end of a treaty, which stands behind its paragraphs. */
    private boolean closes(Line line) {
        return (Signatures.closes(line.text()) || Votes.begins(line.text()))
                && !isOpen()
                && drafts.stream()
                        .anyMatch(draft -> draft.isOf(Marker.Kind.NUMBER, Marker.Kind.DECIMAL, Marker.Kind.ARTICLE));
    }

    /** Whether a letter or Roman number beside a dash counts on, or begins below what announces it. */
    private boolean counts(Marker marker, int ordinal) {
        boolean roman = marker.number().matches("[ivx]+");
        boolean first = (ordinal == 1 || marker.number().equals("i"))
                && current != null
                && current.words().endsWith(":");
        return first || (letter > 0 && (roman || ordinal == letter + 1) && Wrapping.isFinished(current.words()));
    }

    /** "1.a" and "1(a)" within paragraph 1; "2.(a)" where that begins is its number, before an item. */
    private Marker ofNumber(Line line, Marker marker, Marker none) {
        int of = Integer.parseInt(marker.style().substring(Marker.OF_NUMBER.length()));
        if (isCutOff()) {
            return none;
        }
        if (of == number) {
            return marker;
        }
        if (decimals.stream().anyMatch(decimal -> decimal.startsWith(of + "."))
                && Wrapping.beginsLarge(line.text().substring(marker.end()))) {
            return new Marker(Marker.Kind.DECIMAL, of + "." + marker.number(), "1.1", marker.end());
        }
        int dot =
                line.text().indexOf(Integer.toString(of)) + Integer.toString(of).length();
        return dot > 0 && line.text().charAt(dot) == '.'
                ? new Marker(Marker.Kind.NUMBER, Integer.toString(of), "1.", dot + 1)
                : none;
    }

    /** Of "2e." behind "1er.": the number alone, where no 2d stands before it. */
    private Marker ordinal(Marker marker) {
        return marker.number().matches("\\d+e") && marker.value() == number + 1
                ? new Marker(marker.kind(), Integer.toString(marker.value()), marker.style(), marker.end())
                : marker;
    }

    /** Whether what is open ends in a way in which nothing can end. */
    private boolean isCutOff() {
        return current != null
                && !current.words().isEmpty()
                && !Wrapping.isFinished(current.words())
                && Wrapping.isDangling(current.words())
                && !afterBlank;
    }

    /** Whether a number of several parts counts on below the paragraph that is open: 2.1 if 2.2 follows, 2.2 behind 2.1. */
    private boolean isNext(Marker marker) {
        String above = marker.number().replaceFirst("\\.\\d+$", "");
        boolean within = above.equals(Integer.toString(number)) || isBegun(above);
        return within
                && (marker.number().equals(above + ".1")
                        ? decimals.contains(above + ".2")
                        : isBegun(
                                above + "." + (Integer.parseInt(marker.number().substring(above.length() + 1)) - 1)));
    }

    private boolean isBegun(String decimal) {
        return drafts.stream()
                .anyMatch(draft -> draft.marker().kind() == Marker.Kind.DECIMAL
                        && draft.marker().number().equals(decimal));
    }

    private boolean expected(Line line, Marker marker) {
        if (!isCutOff() || (isNextOrFirst(marker) && !isReference(line, marker))) {
            return true;
        }
        midst(line, marker, marker);
        return false;
    }

    private boolean isNextOrFirst(Marker marker) {
        return marker.value() == number + 1 || marker.value() == 1;
    }

    /** "See paragraph / 2. of the older paper": what is cut off goes on with small letters, and the paragraph of that number comes later. */
    private boolean isReference(Line line, Marker marker) {
        return Wrapping.beginsSmall(line.text().substring(marker.end()))
                && numbers.get(0).getValue().style().equals(marker.style())
                && numbers.stream()
                        .anyMatch(later -> later.getKey() > line.number()
                                && later.getValue().number().equals(marker.number()));
    }

    private Marker midst(Line line, Marker marker, Marker instead) {
        reading.problem(
                line.number(),
                "'" + line.text().substring(0, marker.end()).strip()
                        + "' stands in the midst of a sentence and was taken for words of it",
                "put it on the line of its sentence, or end the sentence before it");
        return instead;
    }

    private Marker bare(Line line, Marker marker, Marker none) {
        boolean alone = line.text().substring(marker.end()).isBlank();
        boolean note = notes.areOpen()
                || (!alone
                        && !isOpen()
                        && (notes.isMarked(marker.number()) || (hasDots && notes.isMarkedApart(marker.number()))));
        if (note) {
            return Notes.numbered(marker);
        }
        boolean inserted = marker.isInserted() && marker.value() == number && number > 0;
        if (sections.contains(line.number())) {
            return new Marker(Marker.Kind.DIVISION, marker.number(), "1", 0);
        }
        boolean counts = inserted
                || raised.contains(line.number())
                || isClause(line, marker)
                || (!hasDots && marker.value() == number + 1 && (!isOpen() || isDashed(line, marker)));
        return counts ? new Marker(Marker.Kind.NUMBER, marker.number(), "1", marker.end()) : none;
    }

    /** "3 Rules" behind clause 2 and before clause 3.1, whether the definition before it has an end or not. */
    private boolean isClause(Line line, Marker marker) {
        return marker.value() == number + 1
                && decimals.contains(marker.number() + ".1")
                && Headings.isTitle(SourceText.normalise(line.text().substring(marker.end())));
    }

    /** "1 - Decides" below the comma at which a reason ends. */
    private boolean isDashed(Line line, Marker marker) {
        return current != null
                && current.words().matches("(?s).*[,،]")
                && line.text().substring(0, marker.end()).matches("\\D*\\d+\\s*[-–—]\\s*");
    }

    /** Whether what is open has not ended. */
    private boolean isOpen() {
        return current != null && current.isOpen();
    }

    /** Whether a line goes on with a paragraph that footnotes or a page's end interrupted. */
    private boolean resumes(Line line) {
        if (body == null || current == body || Wrapping.isFinished(body.words()) || body.isHeading()) {
            return false;
        }
        boolean noteEnded = Wrapping.isFinished(current.words());
        return afterPage || (noteEnded && (afterBlank || Wrapping.beginsSmall(line.text())));
    }
}
