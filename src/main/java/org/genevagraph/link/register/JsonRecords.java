package org.genevagraph.link.register;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * Objects of a JSON file, one after the other: an array of them, one a line, or the members of the one key that holds them all. Only one is
 * in memory at a time.
 */
final class JsonRecords {
    private static final int EVERY = 500;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Path file;
    private final String wrapper;

    /**
     * Of a file.
     *
     * @param wrapper the key under which all records stand, if the file is one object; as an array, or as an object by their ids
     */
    JsonRecords(Path file, String wrapper) {
        this.file = file;
        this.wrapper = wrapper;
    }

    /**
     * Reads them.
     *
     * @param reader makes an entry of a record; empty if the record is none, an exception if it is malformed
     * @return whether the file was read to its end
     */
    boolean read(
            Function<JsonObject, Optional<Entry>> reader,
            Consumer<Entry> entries,
            Register.Progress progress,
            Problems problems)
            throws IOException {
        try (RegisterFile opened = RegisterFile.open(file, ".json")) {
            JsonReader json = new JsonReader(new InputStreamReader(opened.in(), StandardCharsets.UTF_8));
            // Several values one after the other are no JSON, but what dumps with a record a line are.
            json.setStrictness(Strictness.LENIENT);
            return new Pass(reader, entries, progress, problems, opened).all(json);
        }
    }

    /** One reading. */
    private final class Pass {
        private final Function<JsonObject, Optional<Entry>> reader;
        private final Consumer<Entry> entries;
        private final Register.Progress progress;
        private final Problems problems;
        private final RegisterFile opened;
        private long records;
        private long found;

        Pass(
                Function<JsonObject, Optional<Entry>> reader,
                Consumer<Entry> entries,
                Register.Progress progress,
                Problems problems,
                RegisterFile opened) {
            this.reader = reader;
            this.entries = entries;
            this.progress = progress;
            this.problems = problems;
            this.opened = opened;
        }

        boolean all(JsonReader json) {
            try {
                while (json.peek() != JsonToken.END_DOCUMENT) {
                    if (json.peek() == JsonToken.BEGIN_ARRAY) {
                        array(json);
                    } else {
                        take(JsonParser.parseReader(json));
                    }
                }
            } catch (IOException | JsonParseException | IllegalStateException e) {
                problems.add(Problem.error(
                        file.toString(),
                        line(e),
                        "",
                        "cannot be read beyond record " + records + ": " + firstLine(e),
                        "fetch the file once more; what came before was used"));
                return false;
            }
            progress.at(records, opened.total(), opened.total());
            if (found == 0) {
                problems.add(Problem.error(
                        file.toString(),
                        0,
                        "",
                        "holds no entry of this register",
                        "check that it is the right file, and that the format fits it"));
                return false;
            }
            return true;
        }

        private void array(JsonReader json) throws IOException {
            json.beginArray();
            while (json.hasNext()) {
                take(JsonParser.parseReader(json));
            }
            json.endArray();
        }

        private void take(JsonElement element) {
            if (element instanceof JsonObject object && object.has(wrapper)) {
                records(object.get(wrapper)).forEach(this::take);
                return;
            }
            records++;
            try {
                reader.apply(element.getAsJsonObject()).ifPresent(entry -> {
                    found++;
                    entries.accept(entry);
                });
            } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
                problems.add(Problem.warning(
                        file.toString(),
                        0,
                        "",
                        "record " + records + " is not built as expected and was passed over",
                        "tell the register, or those who wrote the file"));
            }
            if (records % EVERY == 0) {
                progress.at(records, opened.done(), opened.total());
            }
        }

        private static Stream<JsonElement> records(JsonElement all) {
            if (all.isJsonArray()) {
                return all.getAsJsonArray().asList().stream();
            }
            return all.getAsJsonObject().asMap().values().stream();
        }

        private static int line(Exception e) {
            Matcher matcher = LINE.matcher(String.valueOf(e.getMessage()));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        }

        private static String firstLine(Exception e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }

    /** The text at the end of a path of keys; empty if something on it is missing, null, or no text or number. */
    static String text(JsonElement from, String... path) {
        JsonElement at = from;
        for (String key : path) {
            at = at != null && at.isJsonObject() ? at.getAsJsonObject().get(key) : null;
        }
        return at != null && at.isJsonPrimitive() ? at.getAsString() : "";
    }

    /** The members of a list, or the one that stands there without one; none if the key is missing or null. */
    static List<JsonElement> list(JsonElement from, String key) {
        JsonElement at = from.isJsonObject() ? from.getAsJsonObject().get(key) : null;
        if (at == null || at.isJsonNull()) {
            return List.of();
        }
        return at.isJsonArray() ? new ArrayList<>(at.getAsJsonArray().asList()) : List.of(at);
    }
}
