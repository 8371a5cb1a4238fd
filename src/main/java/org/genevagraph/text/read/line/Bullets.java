package org.genevagraph.text.read.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.genevagraph.source.text.SourceText.Line;

/** The levels of items with bullets: below one that ends with a colon, those with another sign or a deeper indent are its own. */
public final class Bullets {
    private static final String ROUND = "●∙·\uF0B7\uF0A7";

    private final Deque<Level> outer = new ArrayDeque<>();
    private Level level = new Level("", 0, "");
    private String last = "";

    /** How the bullets of a level are written, and what they belong to. */
    private record Level(String sign, int indent, String base) {
        boolean isWrittenAs(Level other) {
            return sign.equals(other.sign) && Math.abs(indent - other.indent) <= 1;
        }
    }

    /** The number of the last item with a bullet; empty if something else has begun since. */
    public String last() {
        return last;
    }

    /** What the bullets of the first level belong to; empty if there is one level only. */
    public Optional<String> outermost() {
        return Optional.ofNullable(outer.peekLast()).map(Level::base);
    }

    /** Something else begins. */
    public void clear() {
        outer.clear();
        last = "";
    }

    /**
     * What the next item belongs to.
     *
     * @param line where it begins
     * @param base what the last one belonged to
     * @param announced whether the last one ends with a colon
     * @param returns whether one written as the last one comes later
     */
    public String within(Line line, String base, boolean announced, Predicate<String> returns) {
        Level written = written(line, base);
        if (last.isEmpty() || written.isWrittenAs(level)) {
            return base;
        }
        Optional<Level> known = outer.stream().filter(written::isWrittenAs).findFirst();
        if (known.isPresent()) {
            while (!known.get().equals(outer.peek())) {
                outer.pop();
            }
            return outer.pop().base();
        }
        boolean otherSign = !written.sign().equals(level.sign());
        boolean deeper = otherSign || written.indent() > level.indent();
        boolean setIn = written.indent() > level.indent() + 1 || (otherSign && returns.test(level.sign()));
        if (setIn || (announced && deeper)) {
            outer.push(level);
            return last;
        }
        return base;
    }

    /** An item with a bullet was taken. */
    public void took(String number, String base, Line line) {
        level = written(line, base);
        last = number;
    }

    /** How the bullet at the beginning of a line is written. */
    public static String sign(Line line) {
        String sign = line.text().strip().substring(0, 1);
        return ROUND.contains(sign) ? "•" : sign;
    }

    private static Level written(Line line, String base) {
        String text = line.text();
        return new Level(sign(line), text.length() - text.stripLeading().length(), base);
    }
}
