package org.genevagraph.text.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.passage.Reading;
import org.junit.jupiter.api.Test;

/**
 * Readers on damaged copies of texts: lines dropped, doubled, swapped, cut in half, joined, garbled. They never throw, every line ends up
 * in a passage or a problem, and a numbered paragraph is never lost without a word.
 */
class DamagedTextsTest {
    /** All copies take minutes: {@code mvn test -Dtest=DamagedTextsTest -Ddamaged-texts=10000}. */
    private static final int VARIANTS = Integer.getInteger("damaged-texts", 2_500);

    /** The real texts are long. */
    private static final int REAL_VARIANTS = Integer.getInteger("damaged-texts", 400);

    private static final Pattern PARAGRAPH = Pattern.compile("\\s*(\\d{1,3})\\.(?!\\d).*");
    private static final Map<String, String> MADE_UP =
            Map.of("treaty", "treaty", "matrix", "matrix", "alpha", "profile", "beta", "profile");
    private static final Map<String, String> REAL = Map.of(
            "tunis-agenda", "treaty",
            "tunis-commitment", "treaty",
            "gdc-wsis-sdg-matrix", "matrix",
            "gcsp", "profile",
            "wsis-overview", "article");

    @Test
    void nothingIsLostInTheMadeUpTexts() {
        damage(Texts.MADE_UP, MADE_UP, VARIANTS);
    }

    @Test
    void nothingIsLostInTheRealTexts() {
        Texts.assumeReal();
        damage(Texts.REAL, REAL, REAL_VARIANTS);
    }

    private static void damage(Path folder, Map<String, String> texts, int variants) {
        assertTrue(Files.isDirectory(folder));
        Random random = new Random(20_261_122);
        int each = variants / texts.size();
        int read = 0;
        int problems = 0;
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            List<String> lines = Texts.read(folder, text.getKey()).lines().stream()
                    .map(SourceText.Line::text)
                    .toList();
            for (int i = 0; i < each; i++) {
                List<String> damaged = damaged(lines, random);
                Reading reading =
                        Texts.read(text.getValue(), SourceText.of("text.txt", "text", String.join("\n", damaged)));
                check(text.getValue(), damaged, reading);
                problems += reading.problems().size() + reading.gaps().size();
                read++;
            }
        }
        assertEquals(variants, read);
        assertTrue(problems > variants / 2, "problems and gaps told: " + problems);
    }

    private static List<String> damaged(List<String> lines, Random random) {
        List<String> damaged = new ArrayList<>(lines);
        int blows = 1 + random.nextInt(4);
        for (int i = 0; i < blows && damaged.size() > 1; i++) {
            int at = random.nextInt(damaged.size());
            String line = damaged.get(at);
            switch (random.nextInt(7)) {
                case 0 -> damaged.remove(at);
                case 1 -> damaged.add(random.nextInt(damaged.size()), line);
                case 2 -> Collections.swap(damaged, at, random.nextInt(damaged.size()));
                case 3 -> {
                    int cut = random.nextInt(line.length() + 1);
                    damaged.set(at, line.substring(0, cut));
                    damaged.add(at + 1, line.substring(cut));
                }
                case 4 -> damaged.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 5 -> {
                    if (at + 1 < damaged.size()) {
                        damaged.set(at, line + damaged.remove(at + 1));
                    }
                }
                default ->
                    damaged.set(
                            at,
                            line.replace(line.isEmpty() ? "x" : line.substring(0, 1), "\u00A0\u202E7.\uD83D\uDE00"));
            }
        }
        return damaged;
    }

    private static void check(String form, List<String> lines, Reading reading) {
        Set<Integer> told = new HashSet<>();
        reading.passages()
                .forEach(passage -> IntStream.rangeClosed(passage.line(), passage.lastLine())
                        .forEach(told::add));
        reading.problems().stream().map(Problem::line).forEach(told::add);
        told.addAll(reading.leftOut());
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!SourceText.normalise(line).isEmpty()) {
                assertTrue(told.contains(i + 1), () -> "lost: " + line);
            }
            Matcher matcher = PARAGRAPH.matcher(line);
            if (form.equals("treaty") && matcher.matches()) {
                numbers.add(Integer.toString(Integer.parseInt(matcher.group(1))));
            }
        }
        Set<String> known = new HashSet<>();
        reading.passages().forEach(passage -> known.add(passage.number().replaceFirst("^annex[^.]*\\.", "")));
        Set<Integer> problems = new HashSet<>();
        reading.problems().forEach(problem -> problems.add(problem.line()));
        for (String number : numbers) {
            assertTrue(
                    known.contains(number) || !problems.isEmpty(),
                    () -> "paragraph " + number + " is lost without a word");
        }
        // What is missing between two paragraphs is told.
        if (form.equals("treaty") && !lines.toString().contains("nnex")) {
            int highest = numbers.stream().mapToInt(Integer::parseInt).max().orElse(0);
            Set<String> gaps = new HashSet<>();
            reading.gaps().forEach(gap -> gaps.add(gap.number()));
            for (int number = 1; number < highest; number++) {
                String wanted = Integer.toString(number);
                assertTrue(
                        known.contains(wanted) || gaps.contains(wanted) || !problems.isEmpty(),
                        () -> "nothing is said of paragraph " + wanted);
            }
        }
    }
}
