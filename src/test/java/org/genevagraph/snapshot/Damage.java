package org.genevagraph.snapshot;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** A way in which a file of text comes to harm. */
record Damage(String name, BiFunction<String, Random, String> change) {
    private static final String SIGNS = "{}[]()<>\"';.,:#?|^\\";

    static final List<Damage> ALL = List.of(
            new Damage("a line lost", (text, random) -> {
                List<String> lines = text.lines().toList();
                int line = random.nextInt(lines.size());
                return joined(lines.subList(0, line)) + joined(lines.subList(line + 1, lines.size()));
            }),
            new Damage("a line twice", (text, random) -> {
                List<String> lines = text.lines().toList();
                int line = random.nextInt(lines.size());
                return joined(lines.subList(0, line + 1)) + joined(lines.subList(line, lines.size()));
            }),
            new Damage("two lines in another order", (text, random) -> {
                List<String> lines = text.lines().toList();
                int line = random.nextInt(Math.max(1, lines.size() - 1));
                int next = Math.min(line + 1, lines.size() - 1);
                return joined(lines.subList(0, line))
                        + joined(List.of(lines.get(next), lines.get(line)))
                        + joined(lines.subList(next + 1, lines.size()));
            }),
            new Damage("the end lost", (text, random) -> text.substring(0, random.nextInt(text.length()))),
            new Damage("a sign lost", (text, random) -> {
                int at = sign(text, random);
                return text.substring(0, at) + text.substring(at + 1);
            }),
            new Damage("a sign too many", (text, random) -> {
                int at = random.nextInt(text.length());
                return text.substring(0, at) + SIGNS.charAt(random.nextInt(SIGNS.length())) + text.substring(at);
            }),
            new Damage("a letter lost", (text, random) -> {
                int at = random.nextInt(text.length());
                return text.substring(0, at) + text.substring(at + 1);
            }),
            new Damage("a letter mistyped", (text, random) -> {
                int at = random.nextInt(text.length());
                return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
            }),
            new Damage("two letters swapped", (text, random) -> {
                int at = random.nextInt(text.length() - 1);
                return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            }));

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }

    private static int sign(String text, Random random) {
        int begin = random.nextInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = (begin + i) % text.length();
            if (SIGNS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return begin;
    }
}
