package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as calendars and maps: every query whose header says so, all events and the events of every thing that has a profile. */
class CalendarTest extends RealServer {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int OCTETS = 75;

    private static String body(String path, String type) {
        HttpResponse<String> response = http.get(path);
        assertEquals(200, response.statusCode(), response::body);
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        return response.body();
    }

    static Stream<String> calendars() {
        return Stream.concat(
                answers(AnswerFormat.ICS),
                Stream.of(
                        "/queries/events.ics",
                        "/queries/events.ics?kind=number",
                        "/queries/events.ics?from=1400&to=1401",
                        "/queries/timeline.ics?thing=tunis-agenda",
                        "/queries/timeline.ics?thing=diplofoundation"));
    }

    /** The address of the answer of every query that offers a format, with the examples in its header. */
    private static Stream<String> answers(AnswerFormat format) {
        List<String> addresses = new ArrayList<>();
        for (QueryFile query : server.served().catalogue().all()) {
            if (AnswerFormat.fitting(query).contains(format)) {
                List<String> given = query.parameters().stream()
                        .filter(Parameter::isNeeded)
                        .map(parameter -> parameter.name() + "=" + parameter.example())
                        .toList();
                addresses.add("/queries/" + query.name() + "." + format.label() + "?" + String.join("&", given));
            }
        }
        assertTrue(!addresses.isEmpty(), "queries as " + format);
        return addresses.stream();
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void isACalendarAsTheStandardSays(String address) {
        String calendar = body(address, "text/calendar; charset=utf-8");
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), calendar);
        assertTrue(calendar.endsWith("END:VCALENDAR\r\n"), calendar);
        assertEquals(calendar, body(address, "text/calendar"));
        for (String line : calendar.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= OCTETS, line);
            assertTrue(line.chars().noneMatch(c -> c < ' '), line);
        }
        List<Map<String, String>> events = events(calendar);
        String stamp = server.served().snapshot().dataRead().replace("-", "") + "T000000Z";
        for (Map<String, String> event : events) {
            assertEquals(stamp, event.get("DTSTAMP"), event::toString);
            String first = event.get("DTSTART;VALUE=DATE");
            String after = event.get("DTEND;VALUE=DATE");
            assertTrue(first.matches("\\d{8}") && first.compareTo(after) < 0, event::toString);
            assertTrue(event.get("URL").startsWith("https://w3id.org/geneva-graph/id/"), event::toString);
            assertTrue(
                    !event.get("SUMMARY").isBlank() && !event.get("CATEGORIES").isBlank(), event::toString);
            assertTrue(
                    event.get("DESCRIPTION").contains("\\nhttps://w3id.org/geneva-graph/id/passage/"), event::toString);
        }
        assertEquals(
                events.size(),
                events.stream().map(event -> event.get("UID")).distinct().count(),
                "events that share a UID replace one another");
        // Every dated row is there.
        JsonArray rows = JSON.parse(body(address.replace(".ics", ".json"), "application/sparql-results+json"))
                .getObj("results")
                .get("bindings")
                .getAsArray();
        assertEquals(rows.size(), events.size());
        assertTrue(!events.isEmpty() || calendar.contains("BEGIN:VTIMEZONE"), "a calendar holds something");
    }

    /** The properties of each event, unfolded, by name and parameters. */
    private static List<Map<String, String>> events(String calendar) {
        List<Map<String, String>> events = new ArrayList<>();
        for (String line : calendar.replace("\r\n ", "").split("\r\n", -1)) {
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new HashMap<>());
            } else if (!events.isEmpty() && line.contains(":")) {
                events.get(events.size() - 1)
                        .putIfAbsent(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
            }
        }
        return events;
    }

    /** An event lasts as long as the source leaves it open, and says how much of its date is known. */
    @Test
    void datesAreAsExactAsTheSource() {
        JsonArray rows = JSON.parse(body("/queries/events.json", "application/sparql-results+json"))
                .getObj("results")
                .get("bindings")
                .getAsArray();
        List<Map<String, String>> events = events(body("/queries/events.ics", "text/calendar"));
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.get(i).getAsObject();
            String from = value(row, "date");
            String until = value(row, "until");
            String begun = from.isEmpty() ? until : from;
            String ended = until.isEmpty() ? begun : until;
            Map<String, String> event = events.get(i);
            assertEquals((begun + "-01-01").substring(0, 10).replace("-", ""), event.get("DTSTART;VALUE=DATE"));
            String after = event.get("DTEND;VALUE=DATE");
            String description = event.get("DESCRIPTION");
            switch (ended.length()) {
                case 4 -> assertEquals((Integer.parseInt(ended) + 1) + "0101", after, description);
                case 7 -> assertTrue(after.endsWith("01") && !after.startsWith(ended.replace("-", "")), description);
                default ->
                    assertEquals(LocalDate.parse(ended).plusDays(1).toString().replace("-", ""), after, description);
            }
            assertEquals(
                    begun.length() == 4 || ended.length() == 4,
                    description.contains("(only the year is known)"),
                    description);
            assertEquals(
                    begun.length() == 7 || ended.length() == 7,
                    description.contains("(only the month is known)"),
                    description);
            assertEquals(until.isEmpty(), description.contains("no end is known"), description);
            seen.merge(ended.length(), 1, Integer::sum);
        }
        assertTrue(seen.keySet().containsAll(List.of(4, 7, 10)), "years, months and days: " + seen);
    }

    private static String value(JsonObject row, String column) {
        return row.hasKey(column) ? row.getObj(column).getString("value") : "";
    }

    /** The same event is one event in both calendars, so that a reader who subscribes to two has it once. */
    @Test
    void theSameEventHasTheSameUid() {
        List<String> all = events(body("/queries/events.ics", "text/calendar")).stream()
                .map(event -> event.get("UID"))
                .toList();
        List<Map<String, String>> own =
                events(body("/queries/timeline.ics?thing=cyberpeace-institute", "text/calendar"));
        long known =
                own.stream().filter(event -> all.contains(event.get("UID"))).count();
        assertTrue(known > 5, known + " of " + own.size());
    }

    @Test
    void aCalendarReaderReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("events.ics");
        Files.writeString(file, body("/queries/events.ics", "text/calendar"));
        JsonArray read = JSON.parseAny(python("icalendar", file, """
                import icalendar, json, sys
                events = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT")
                def text(event, name):
                    return str(event[name])
                print(json.dumps([[text(e, "SUMMARY"), e.decoded("DTSTART").isoformat(), e.decoded("DTEND").isoformat(),
                    text(e, "DESCRIPTION").splitlines()] for e in events]))
                """)).getAsArray();
        JsonArray rows = JSON.parse(body("/queries/events.json", "application/sparql-results+json"))
                .getObj("results")
                .get("bindings")
                .getAsArray();
        assertEquals(rows.size(), read.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.get(i).getAsObject();
            JsonArray event = read.get(i).getAsArray();
            String summary = (value(row, "thingLabel") + ": " + value(row, "what") + " " + value(row, "otherLabel")
                            + " " + value(row, "value"))
                    .replaceAll("\\s+", " ")
                    .strip();
            assertEquals(summary, event.get(0).getAsString().value());
            List<String> description = new ArrayList<>();
            event.get(3)
                    .getAsArray()
                    .forEach(line -> description.add(line.getAsString().value()));
            for (String passage : value(row, "evidence").split(" ", -1)) {
                assertTrue(description.contains(passage), description::toString);
            }
        }
    }

    /** What a Python script prints about a file; the test is skipped where the script's library is not there. */
    private static String python(String library, Path file, String script) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no Python to read files with");
        String guarded = "import importlib.util, sys\nif importlib.util.find_spec('" + library
                + "') is None: sys.exit(77)\n" + script;
        Process python = new ProcessBuilder(PYTHON.toString(), "-c", guarded, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = python.waitFor();
        Assumptions.assumeTrue(status != 77, "no Python with " + library + ": apt-get install python3-" + library);
        assertEquals(0, status, said);
        return said;
    }

    @Test
    void placesAreGeoJson() {
        answers(AnswerFormat.GEOJSON).forEach(address -> {
            JsonObject collection = JSON.parse(body(address, "application/geo+json"));
            assertEquals("FeatureCollection", collection.getString("type"));
            JsonArray rows = JSON.parse(body(address.replace(".geojson", ".json"), "application/sparql-results+json"))
                    .getObj("results")
                    .get("bindings")
                    .getAsArray();
            JsonArray features = collection.get("features").getAsArray();
            assertEquals(rows.size(), features.size());
            int placed = 0;
            for (int i = 0; i < rows.size(); i++) {
                JsonObject row = rows.get(i).getAsObject();
                JsonObject feature = features.get(i).getAsObject();
                assertEquals("Feature", feature.getString("type"));
                assertEquals(value(row, "thing"), feature.getObj("properties").getString("thing"));
                assertEquals(
                        value(row, "thingLabel"), feature.getObj("properties").getString("name"));
                JsonValue geometry = feature.get("geometry");
                assertEquals(value(row, "latitude").isEmpty(), geometry.isNull());
                if (geometry.isObject()) {
                    placed++;
                    JsonArray point = geometry.getAsObject().get("coordinates").getAsArray();
                    assertEquals("Point", geometry.getAsObject().getString("type"));
                    assertEquals(value(row, "longitude"), point.get(0).toString());
                    assertEquals(value(row, "latitude"), point.get(1).toString());
                    assertTrue(value(row, "origin").startsWith("https://"), "coordinates say where they are from");
                }
            }
            assertTrue(placed > 10 && placed < rows.size(), placed + " of " + rows.size());
        });
    }

    @Test
    void aGeoJsonReaderReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("places.geojson");
        Files.writeString(file, body("/places.geojson", "application/geo+json"));
        assertEquals("[]", python("geojson", file, """
                import geojson, sys
                places = geojson.load(open(sys.argv[1], encoding="utf-8"))
                assert isinstance(places, geojson.FeatureCollection) and len(places.features) > 10
                print([f.errors() for f in places.features if f.geometry is not None and not f.is_valid])
                """).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ics", "geojson"})
    void aQueryWithoutSuchRowsSaysSo(String ending) {
        JsonObject problem = problem(http.get("/queries/matrix." + ending), 404);
        assertTrue(problem.getString("fix").contains("csv"), problem::toString);
    }
}
