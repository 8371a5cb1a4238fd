package org.genevagraph.cli.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import org.genevagraph.serve.ServerLimits;

/** Limits as people write them: {@code 5s}, {@code 2min}, {@code 64KiB}, or the plain number in the limit's own unit. */
public final class LimitText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);
    private static final Map<String, Long> BYTES = Map.of("b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);

    private static final Duration MOST_DAYS = Duration.ofDays(1);

    private LimitText() {}

    /** The names of all limits. */
    public static List<String> names() {
        return ServerLimits.STANDARD.named().stream()
                .map(ServerLimits.Named::name)
                .toList();
    }

    /**
     * The value of a limit, in its own unit.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it, if there is no such limit or the text is no value of it
     */
    public static long parse(String name, String text) {
        ServerLimits.Named limit = ServerLimits.STANDARD.named().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no limit '" + name + "' – "
                        + Nearest.hint(name, names(), "limits are " + String.join(", ", names()))));
        Matcher form = FORM.matcher(text.strip());
        Map<String, Long> units = units(limit);
        String unit = form.matches() ? form.group(2).toLowerCase(Locale.ROOT) : "";
        if (!form.matches() || (!unit.isEmpty() && !units.containsKey(unit))) {
            throw new IllegalArgumentException("'" + text + "' is no value of it – write a number of " + limit.unit()
                    + example(limit) + "; the usual value is " + limit.value());
        }
        long factor = unit.isEmpty() ? 1 : units.get(unit);
        long number = Long.parseLong(form.group(1));
        // Of what is counted in MiB a smaller unit may come to a part of one.
        long scale = isMebibytes(limit) && !unit.isEmpty() ? 1L << 20 : 1;
        if (number > Long.MAX_VALUE / factor
                || number * factor / scale < limit.least()
                || number * factor / scale > limit.most()) {
            throw new IllegalArgumentException("'" + text + "' is out of range – take " + limit.least() + " to "
                    + limit.most() + " " + limit.unit());
        }
        return number * factor / scale;
    }

    /**
     * A time as people write it.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it
     */
    public static Duration time(String text) {
        Matcher form = FORM.matcher(text.strip());
        Long factor = form.matches() ? MILLISECONDS.get(form.group(2).toLowerCase(Locale.ROOT)) : null;
        if (factor == null || Long.parseLong(form.group(1)) > MOST_DAYS.toMillis() / factor) {
            throw new IllegalArgumentException("'" + text + "' is no time – write 500ms, 2s or 1min");
        }
        return Duration.ofMillis(Long.parseLong(form.group(1)) * factor);
    }

    private static boolean isMebibytes(ServerLimits.Named limit) {
        return limit.unit().startsWith("MiB");
    }

    private static Map<String, Long> units(ServerLimits.Named limit) {
        if (limit.unit().equals("ms")) {
            return MILLISECONDS;
        }
        return limit.unit().equals("bytes") || isMebibytes(limit) ? BYTES : Map.of();
    }

    private static String example(ServerLimits.Named limit) {
        Map<String, Long> units = units(limit);
        if (units.isEmpty()) {
            return "";
        }
        return units.equals(MILLISECONDS) ? ", or one with ms, s, min or h" : ", or one with KiB, MiB or GiB";
    }
}
