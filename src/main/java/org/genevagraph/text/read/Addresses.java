package org.genevagraph.text.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.text.read.passage.Block;

/** Addresses without labels: a street, a postcode with its town, a telephone, a web page one below the other; none of them heads anything. */
final class Addresses {
    private static final Pattern STREET = Pattern.compile(
            "(?iu)(?!(?:19|20)\\d\\d )\\d{1,4}(?:[-–/]\\d{1,4})?[a-z]?,? (?!\\d)\\p{L}.{2,50}"
                    + "|.{0,40}\\b(?:rue|avenue|av\\.|chemin|ch\\.|route|place|quai|boulevard|bd\\.?|street|st\\.|road|lane|square|via|calle|plaza|avenida|palais|maison)\\b.{0,40}"
                    + "|.{0,40}\\p{L}(?:strasse|straße|gasse|weg|platz)\\b.{0,12}|.{3,40}\\p{L},? (?!(?:19|20)\\d\\d$)\\d{1,4}[a-z]?");
    private static final Pattern TOWN = Pattern.compile(
            "(?u)(?:[A-Z]{1,2}[- ])?\\d{4,6} \\p{Lu}[\\p{L}’'. -]{2,40}(?:\\d{1,2})?(?:,.{2,30})?|\\p{Lu}[\\p{L}’'. -]{2,30},? (?:[A-Z]{2} )?\\d{4,6}(?:,.{2,30})?"
                    + "|\\p{Lu}[\\p{L}’'. -]{2,30},? [A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}");
    private static final Pattern BOX = Pattern.compile(
            "(?iu)(?:p\\.? ?o\\.? box|case postale|c\\.? ?p\\.?|postfach|apartado(?: postal)?|cedex) ?\\d{0,6}");
    private static final Pattern REACHED = Pattern.compile(
            "(?iu)(?:(?:tel|phone|fax|t|f|m)[.:]* ?)?\\+?\\(?\\d{1,4}\\)?(?:[ ./()-]{0,2}\\d{1,4}){3,7}"
                    + "|(?:e-?mail:? )?[\\w.+-]+(?:@|\\(at\\)|\\[at])[\\w-]+(?:\\.[\\w-]+)+|(?:https?://\\S+|www\\.\\S+)");
    private static final List<Pattern> SURE = List.of(STREET, TOWN, BOX, REACHED);
    private static final int FEWEST_SURE = 2;
    private static final int MOST_LINES = 10;

    private Addresses() {}

    /** The blocks that are lines of addresses. A name above is of the address, unless it heads it. */
    static Set<Block> of(List<Block> blocks) {
        Set<Block> found = new HashSet<>();
        int from = 0;
        while (from < blocks.size()) {
            int end = from + 1;
            while (end < blocks.size()
                    && DataLines.isBeside(blocks, end)
                    && isShort(blocks.get(end))
                    && end - from < MOST_LINES) {
                end++;
            }
            List<Block> run = blocks.subList(from, lastOf(blocks, from, end));
            if (isOne(run)) {
                boolean isHeaded =
                        from > 0 && Headings.looksLike(blocks.get(from - 1).words());
                boolean begins = isSure(run.get(0)) || isHeaded;
                found.addAll(begins ? run : run.subList(1, run.size()));
            }
            from = end;
        }
        return found;
    }

    private static boolean isShort(Block block) {
        return block.words().indexOf('|') < 0 && (Headings.looksLike(block.words()) || isSure(block));
    }

    /** Behind the last sure line of a run, or the country below it where nothing else stands there. */
    private static int lastOf(List<Block> blocks, int from, int end) {
        int last = end;
        while (last > from && !isSure(blocks.get(last - 1))) {
            last--;
        }
        boolean country = last > from && last + 1 == end && (end == blocks.size() || !DataLines.isBeside(blocks, end));
        return country ? end : last;
    }

    /** A town with its postcode, or a way to reach somebody, and a sure line of another kind beside it. */
    private static boolean isOne(List<Block> run) {
        long kinds = SURE.stream()
                .filter(kind -> run.stream().anyMatch(block -> matches(kind, block)))
                .count();
        boolean placed = run.stream().anyMatch(block -> matches(TOWN, block) || matches(REACHED, block));
        return kinds >= FEWEST_SURE
                && placed
                && run.stream().filter(Addresses::isSure).count() >= FEWEST_SURE;
    }

    private static boolean isSure(Block block) {
        return SURE.stream().anyMatch(kind -> matches(kind, block));
    }

    private static boolean matches(Pattern kind, Block block) {
        return kind.matcher(block.words()).matches();
    }
}
