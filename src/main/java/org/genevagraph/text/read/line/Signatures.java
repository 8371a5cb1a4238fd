package org.genevagraph.text.read.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;

/** The end of a treaty: where and when it was done, which are words of it, and who signed it, which stands below in short lines. */
public final class Signatures {
    private static final Pattern CLOSING = Pattern.compile(
            "\\s*(?:(?:DONE|Done) (?:at|in) .*"
                    + "|(?:ADOPTED|Adopted|SIGNED|Signed) (?:at|in|by) .*|(?:ADOPTÉE?|Adoptée?|SIGNÉE?|Signée?) (?:à|par|en) .*"
                    + "|(?:ADOPTAD[OA]|Adoptad[oa]|Firmado) (?:en|por) .*"
                    + "|(?:FAIT|Fait) (?:à|au|en) .*|(?:HECHO|Hecho) en .*|(?:GESCHEHEN|Geschehen) (?:zu|in) \\p{Lu}.*"
                    + "|(?:The (?:meeting|session|sitting) rose at|La séance est levée à|Se levanta la sesión a) .*"
                    + "|(?:FATTO|Fatto) a \\p{Lu}.*|(?:FEITO|Feito) em .*"
                    + "|(?iu:in (?:witness|faith) whereof|en foi de quoi|en fe de lo cual|en testimonio de lo cual|zu urkund dessen|in fede di che|em fé do que)\\b.*)");

    /** What only a signature has. */
    private static final Pattern SIGN = Pattern.compile(
            "(?iu).*[(\\[](?:s(?:igned|ign[ée]|gd\\.?|\\.)|firmado|fdo\\.?|gez\\.|signature|firma|l\\.s\\.)[)\\]].*|[_.…\\s]*_{5,}[_\\s]*|[_.…\\s]*\\.{10,}[.\\s]*|/s/.*"
                    + "|(?:name|title|date|nom|titre|fonction|nombre|cargo|fecha|unterschrift|signature|firma) ?:.{0,60}");

    private static final Pattern PARTY = Pattern.compile(
            "(?:(?:Signed|SIGNED|Signé|Firmado) (?:for|on behalf of|pour|au nom d[eu]s?|en nombre de)|FOR|For|POUR|Pour|POR|Por|FÜR|Für|PER|Per) (?:(?:the|la|le|les|el|los|las|l[’']|die|das|den|il) ?)?.{0,100}?[^.;]");
    private static final int LONGEST = 90;
    private static final int LINES_BEHIND_A_SIGN = 3;
    private static final int LINES_OF_A_CLOSING = 8;

    private static final int FEWEST = 2;

    private static final Pattern NAME = Pattern.compile("(?:\\p{Lu}\\.[ -]?){1,3}\\p{Lu}[\\p{L}’' -]{1,40}");

    private final List<Line> filled;
    private final Set<Integer> found = new HashSet<>();

    private Signatures(List<Line> lines) {
        filled = lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    /** Whether a line begins the sentence that says where a treaty was done, or to what its signatures witness. */
    public static boolean closes(String line) {
        return CLOSING.matcher(line).matches();
    }

    /**
     * The numbers of the lines that are of signatures.
     *
     * @param lines those of a text, without what belongs to its pages
     */
    public static Set<Integer> of(List<Line> lines) {
        Signatures signatures = new Signatures(lines);
        boolean closed = false;
        int i = 0;
        while (i < signatures.filled.size()) {
            if (closes(signatures.filled.get(i).text())
                    && !Votes.begins(signatures.filled.get(i).text())) {
                closed = true;
                i = signatures.behindSentence(i);
                continue;
            }
            int end = signatures.end(i, closed);
            i = Math.max(end, i + 1);
        }
        return Set.copyOf(signatures.found);
    }

    private int behindSentence(int first) {
        int i = first;
        while (i < filled.size() - 1
                && i < first + LINES_OF_A_CLOSING
                && !Wrapping.isFinished(words(i))
                && Marker.of(filled.get(i + 1).text()).kind() == Marker.Kind.NONE) {
            i++;
        }
        return i + 1;
    }

    /** Behind the signatures that begin on a line, which are found; the line itself where none do. */
    private int end(int first, boolean closed) {
        if (!isOf(first) || (!closed && !isSign(first) && !isParty(first))) {
            return first;
        }
        int end = first;
        int lastSign = -1;
        while (end < filled.size()
                && (isOf(end)
                        || (closed && end > first && NAME.matcher(words(end)).matches()))) {
            if (isSign(end)) {
                lastSign = end;
            } else if (!closed && !isParty(end) && (lastSign < 0 || end > lastSign + LINES_BEHIND_A_SIGN)) {
                break;
            }
            end++;
        }
        boolean signed = lastSign >= 0 && (closed || hasSignature(first, end));
        boolean parties = closed && isParty(first);
        if (signed || parties) {
            filled.subList(first, end).forEach(line -> found.add(line.number()));
        }
        return end;
    }

    /** Outside of a treaty's end a rule or a label alone signs nothing; several below a party do. */
    private boolean hasSignature(int first, int end) {
        long signs = IntStream.range(first, end).filter(this::isSign).count();
        return (isParty(first) && signs >= FEWEST)
                || filled.subList(first, end).stream()
                        .map(line -> SourceText.normalise(line.text()))
                        .anyMatch(words -> words.matches(
                                "(?iu).*[(\\[](?:signed|sign[ée]|sgd\\.?|firmado|fdo\\.?|gez\\.)[)\\]].*"));
    }

    private boolean isOf(int i) {
        Marker.Kind kind = Marker.of(filled.get(i).text()).kind();
        boolean plain = kind == Marker.Kind.NONE || kind == Marker.Kind.RULE;
        return isSign(i)
                || (plain
                        && words(i).length() <= LONGEST
                        && !words(i).matches("(?s).*\\p{Ll}{3}[.;]")
                        && !closes(words(i)));
    }

    private boolean isSign(int i) {
        return words(i).length() <= LONGEST && SIGN.matcher(words(i)).matches() && !isAboveNotes(i);
    }

    /** Whether a line is the rule above footnotes. */
    private boolean isAboveNotes(int i) {
        return i + 1 < filled.size()
                && Marker.of(filled.get(i).text()).kind() == Marker.Kind.RULE
                && Marker.of(filled.get(i + 1).text()).kind() == Marker.Kind.FOOTNOTE;
    }

    private boolean isParty(int i) {
        return PARTY.matcher(words(i)).matches();
    }

    private String words(int i) {
        return SourceText.normalise(filled.get(i).text());
    }
}
