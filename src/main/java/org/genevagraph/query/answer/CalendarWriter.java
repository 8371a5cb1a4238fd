package org.genevagraph.query.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.query.catalogue.header.Views;
import org.genevagraph.vocabulary.Iris;

/**
 * Rows as events of iCalendar (RFC 5545). Events last whole days, and as long as the source leaves it open: what is dated by its year covers the
 * year, and says so. What has gone on since a date covers that date, what is due by one too. The same answer is always the same bytes.
 */
final class CalendarWriter {
    private static final int LINE_OCTETS = 75;
    private static final String EVIDENCE = "evidence";
    private static final String LABEL = "Label";

    private final Answer answer;
    private final Views.Calendar columns;
    private final String stamp;
    private final StringBuilder text = new StringBuilder();

    CalendarWriter(Answer answer, String day) {
        this.answer = answer;
        this.columns = answer.query().views().calendar().orElseThrow();
        this.stamp = CalendarDate.of(day)
                        .map(date -> CalendarDate.written(date.first()))
                        .orElse("19700101")
                + "T000000Z";
    }

    void write(Result.Rows rows, OutputStream out) throws IOException {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Geneva Graph//" + answer.query().name() + "//EN");
        line("CALSCALE:GREGORIAN");
        String name = escaped(answer.query().summary());
        line("NAME:" + name);
        line("X-WR-CALNAME:" + name);
        int before = text.length();
        for (Binding row : rows.rows()) {
            event(Cells.of(rows.variables(), row));
        }
        if (text.length() == before) {
            nothing();
        }
        line("END:VCALENDAR");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A calendar must have something in it (RFC 5545, section 3.6): one without events has a time zone. */
    private void nothing() {
        if (!answer.note().isEmpty()) {
            line("X-WR-CALDESC:" + escaped(answer.note()));
        }
        line("BEGIN:VTIMEZONE");
        line("TZID:UTC");
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line("TZOFFSETFROM:+0000");
        line("TZOFFSETTO:+0000");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void event(Map<String, String> cells) {
        Optional<CalendarDate> from = CalendarDate.of(cells.get(columns.from()));
        Optional<CalendarDate> until = CalendarDate.of(cells.get(columns.until()));
        if (from.isEmpty() && until.isEmpty()) {
            return;
        }
        CalendarDate first = from.orElseGet(until::orElseThrow);
        CalendarDate last = until.orElse(first);
        line("BEGIN:VEVENT");
        line("UID:"
                + Iris.digest(columns.uid().stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .collect(Collectors.joining("\n")))
                        .substring(0, 32)
                + "@w3id.org");
        line("DTSTAMP:" + stamp);
        line("DTSTART;VALUE=DATE:" + CalendarDate.written(first.first()));
        line("DTEND;VALUE=DATE:" + CalendarDate.written(last.after()));
        line("SUMMARY:" + escaped(summary(cells)));
        line("DESCRIPTION:" + escaped(description(cells, from, until)));
        line("CATEGORIES:" + escaped(cells.getOrDefault(columns.category(), "")));
        if (cells.containsKey(columns.thing())) {
            line("URL:" + cells.get(columns.thing()));
        }
        // It takes nobody's time.
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private String summary(Map<String, String> cells) {
        return QueryWords.PLACE
                .matcher(columns.summary())
                .replaceAll(place -> Matcher.quoteReplacement(cells.getOrDefault(place.group(1), "")))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** How exact the date is, everything else that the row says, and the passages that say it. */
    private String description(Map<String, String> cells, Optional<CalendarDate> from, Optional<CalendarDate> until) {
        List<String> lines = new ArrayList<>();
        lines.add(dates(cells, from, until));
        cells.forEach((column, value) -> {
            boolean named = cells.containsKey(column + LABEL);
            boolean used = List.of(columns.from(), columns.until(), columns.category(), EVIDENCE)
                            .contains(column)
                    || columns.summary().contains("{" + column + "}");
            if (!named && !used) {
                lines.add(column.replaceFirst(LABEL + "$", "") + ": " + value);
            }
        });
        if (cells.containsKey(EVIDENCE)) {
            lines.add(EVIDENCE + ":");
            lines.addAll(List.of(cells.get(EVIDENCE).split(" ")));
        }
        return String.join("\n", lines);
    }

    private String dates(Map<String, String> cells, Optional<CalendarDate> from, Optional<CalendarDate> until) {
        String begun = cells.get(columns.from());
        String ended = cells.get(columns.until());
        if (from.isEmpty()) {
            return "by " + ended + exactness(until.orElseThrow());
        }
        String start = begun + exactness(from.get());
        if (until.isEmpty()) {
            return "since " + start + "; no end is known";
        }
        return begun.equals(ended) ? start : start + " to " + ended + exactness(until.get());
    }

    private static String exactness(CalendarDate date) {
        return date.exactness().equals("day") ? "" : " (only the " + date.exactness() + " is known)";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Writes a line, folded so that none has more octets than allowed and no character is cut. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
