package org.genevagraph.source.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.genevagraph.source.text.ListNumbers;

/**
 * Reads a page of a PDF by how it is set: numbers that stand raised behind a word or before a note are raised digits on the line of the words beside them,
 * and a paragraph begins where lines stand further apart than most do.
 */
class PdfPage extends PDFTextStripper {
    private static final float SMALLER = 0.9f;
    private static final float LEAST_RAISED = 0.15f;
    private static final float MOST_RAISED = 0.75f;
    private static final float FURTHEST_BESIDE = 0.6f;
    private static final float WIDER_THAN_LINES = 1.3f;
    private static final float FEWEST_HEIGHTS = 1.2f;
    private static final float WIDEST_BETWEEN_WORDS = 1.8f;
    private static final Pattern BULLET = Pattern.compile("[•▪●○◦■□‣–—-]|\\S{1,4}[.)]");
    private static final int LONGEST_NUMBER = 3;
    private static final int STEPS = 2;

    /** Where each line of the page begins, by its height on the page. */
    private final TreeMap<Float, Float> begins = new TreeMap<>();

    /** Where cells begin that stand apart from what is before them. */
    private final Set<Float> stops = new HashSet<>();

    /** How far lines stand from each other most often. */
    private float step;

    private float lastLine = -1;
    private float lastEnd;

    /** Where the words of a list's item begin, behind its bullet or number; below 0 if no item is open. */
    private float item = -1;

    private boolean afterBullet;

    @Override
    protected void writePage() throws IOException {
        for (List<TextPosition> article : charactersByArticle) {
            raise(article);
        }
        setDropThreshold(
                threshold(charactersByArticle.stream().flatMap(List::stream).toList())
                        .orElse(getDropThreshold()));
        begins.clear();
        stops.clear();
        lastLine = -1;
        item = -1;
        charactersByArticle.stream()
                .flatMap(List::stream)
                .filter(character -> !character.getUnicode().isBlank())
                .forEach(character -> begins.merge(half(character.getYDirAdj()), character.getXDirAdj(), Math::min));
        super.writePage();
    }

    @Override
    protected void writeString(String words, List<TextPosition> places) throws IOException {
        TextPosition first = places.get(0);
        boolean sameLine = half(first.getYDirAdj()) == lastLine;
        if (!sameLine) {
            item = item >= 0 && Math.abs(first.getXDirAdj() - item) < 1 ? item : -1;
            afterBullet = BULLET.matcher(words).matches();
        } else if (afterBullet) {
            item = first.getXDirAdj();
            afterBullet = false;
        } else if (isCell(first)) {
            stops.add(half(first.getXDirAdj()));
            super.writeString("\t");
        }
        lastLine = half(first.getYDirAdj());
        lastEnd = right(places.get(places.size() - 1));
        super.writeString(words, places);
    }

    /** Whether what stands apart on its line may be another cell: by a gap, or where one began on a line before. */
    private boolean isCell(TextPosition first) {
        float gap = (first.getXDirAdj() - lastEnd) / first.getWidthOfSpace();
        return gap > WIDEST_BETWEEN_WORDS || (gap > 1 && stops.contains(half(first.getXDirAdj())));
    }

    /** Lines of an item that are set below its words, not below its bullet, begin no paragraph. */
    @Override
    protected void writeParagraphSeparator() throws IOException {
        Map.Entry<Float, Float> next = begins.higherEntry(lastLine);
        boolean goesOn = item >= 0
                && next != null
                && Math.abs(next.getValue() - item) < 1
                && next.getKey() - lastLine < WIDER_THAN_LINES * step;
        if (!goesOn) {
            super.writeParagraphSeparator();
        }
    }

    /** How many heights of a letter lie between lines of which the second begins a paragraph. */
    private Optional<Float> threshold(List<TextPosition> characters) {
        TreeMap<Float, Long> lines = new TreeMap<>(characters.stream()
                .filter(character -> !character.getUnicode().isBlank())
                .collect(Collectors.groupingBy(character -> half(character.getYDirAdj()), Collectors.counting())));
        Map<Float, Long> gaps = lines.keySet().stream()
                .filter(line -> lines.higherKey(line) != null)
                .map(line -> lines.higherKey(line) - line)
                .filter(gap -> gap > STEPS)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<Float> gap = mostOften(gaps);
        step = gap.orElse(0f);
        Optional<Float> height = mostOften(characters.stream()
                .filter(character -> !character.getUnicode().isBlank())
                .collect(Collectors.groupingBy(character -> half(character.getHeightDir()), Collectors.counting())));
        return gap.isEmpty() || height.isEmpty() || height.get() <= 0
                ? Optional.empty()
                : Optional.of(Math.max(FEWEST_HEIGHTS, WIDER_THAN_LINES * gap.get() / height.get()));
    }

    private static Optional<Float> mostOften(Map<Float, Long> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Float, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static float half(float measure) {
        return (float) Math.round(measure * STEPS) / STEPS;
    }

    /** Puts raised digits on the line of the words beside them. */
    private static void raise(List<TextPosition> characters) {
        int i = 0;
        while (i < characters.size()) {
            int end = i;
            while (end < characters.size()
                    && characters.get(end).getUnicode().matches("[0-9]")
                    && size(characters.get(end)) == size(characters.get(i))) {
                end++;
            }
            if (end > i && end - i <= LONGEST_NUMBER) {
                Optional<TextPosition> beside = beside(characters, i, end);
                for (int at = i; at < end && beside.isPresent(); at++) {
                    characters.set(at, raised(characters.get(at), beside.get()));
                }
            }
            i = Math.max(end, i + 1);
        }
    }

    private static Optional<TextPosition> beside(List<TextPosition> characters, int from, int end) {
        TextPosition first = characters.get(from);
        TextPosition last = characters.get(end - 1);
        Optional<TextPosition> before = from == 0 ? Optional.empty() : Optional.of(characters.get(from - 1));
        Optional<TextPosition> next = Stream.iterate(end, i -> i < characters.size() && i < end + 2, i -> i + 1)
                .map(characters::get)
                .filter(character -> !character.getUnicode().isBlank())
                .findFirst();
        return before.filter(word -> isAbove(first, word) && isNear(right(word), first.getXDirAdj(), word))
                .or(() -> next.filter(word -> isAbove(last, word) && isNear(right(last), word.getXDirAdj(), word)));
    }

    private static boolean isAbove(TextPosition digit, TextPosition word) {
        float up = word.getYDirAdj() - digit.getYDirAdj();
        return size(digit) < size(word) * SMALLER
                && up > size(word) * LEAST_RAISED
                && up < size(word) * MOST_RAISED
                && digit.getDir() == word.getDir();
    }

    private static boolean isNear(float end, float begin, TextPosition word) {
        return Math.abs(begin - end) < size(word) * FURTHEST_BESIDE;
    }

    private static float right(TextPosition character) {
        return character.getXDirAdj() + character.getWidthDirAdj();
    }

    private static float size(TextPosition character) {
        return character.getYScale();
    }

    private static TextPosition raised(TextPosition digit, TextPosition word) {
        Matrix place = digit.getTextMatrix().clone();
        place.setValue(2, 1, word.getTextMatrix().getTranslateY());
        return new TextPosition(
                digit.getRotation(),
                digit.getPageWidth(),
                digit.getPageHeight(),
                place,
                digit.getEndX(),
                word.getEndY(),
                digit.getHeight(),
                digit.getWidth(),
                digit.getWidthOfSpace(),
                ListNumbers.raised(Integer.parseInt(digit.getUnicode())),
                digit.getCharacterCodes(),
                digit.getFont(),
                digit.getFontSize(),
                (int) digit.getFontSizeInPt());
    }
}
