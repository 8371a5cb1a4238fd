package org.genevagraph.link.register;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genevagraph.problem.Problems;

/**
 * Entities of Wikidata as its dumps and its addresses of data give them: an array, one a line, or under {@code entities}; packed or not.
 *
 * @param file the file
 * @param languages the languages whose names count
 */
public record WikidataExtract(Path file, Set<String> languages) implements Register {
    /** What the identifiers begin with. */
    public static final String NAMESPACE = "http://www.wikidata.org/entity/";
    /** The register itself. */
    public static final String ADDRESS = "http://www.wikidata.org/";

    private static final String INSTANCE_OF = "P31";
    private static final String COUNTRY = "P17";
    private static final String LOCATED_IN = "P131";
    private static final String HEADQUARTERS = "P159";
    private static final String WEBSITE = "P856";
    private static final String SHORT_NAME = "P1813";
    private static final String REPLACED_BY = "P1366";
    private static final String DISSOLVED = "P576";
    private static final String COUNTRY_CODE = "P297";

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String namespace() {
        return NAMESPACE;
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean read(Consumer<Entry> entries, Progress progress, Problems problems) throws IOException {
        return new JsonRecords(file, "entities").read(this::entry, entries, progress, problems);
    }

    private Optional<Entry> entry(JsonObject entity) {
        String id = JsonRecords.text(entity, "id");
        if (!id.startsWith("Q")) {
            return Optional.empty();
        }
        Entry.Builder entry = new Entry.Builder(NAMESPACE + id);
        names(entity, "labels", true, entry);
        names(entity, "aliases", false, entry);
        values(entity, SHORT_NAME).forEach(value -> entry.acronym(JsonRecords.text(value, "text")));
        items(entity, INSTANCE_OF).forEach(entry::kind);
        items(entity, COUNTRY).forEach(entry::country);
        texts(entity, COUNTRY_CODE).forEach(entry::country);
        items(entity, HEADQUARTERS).forEach(entry::place);
        items(entity, LOCATED_IN).forEach(entry::place);
        texts(entity, WEBSITE).forEach(entry::website);
        items(entity, REPLACED_BY).forEach(entry::successor);
        entry.inactive(!claims(entity, DISSOLVED).isEmpty());
        return entry.isNameless() ? Optional.empty() : Optional.of(entry.build());
    }

    private void names(JsonObject entity, String key, boolean isMain, Entry.Builder entry) {
        // An empty map is written as an empty list.
        if (!(entity.get(key) instanceof JsonObject byLanguage)) {
            return;
        }
        for (Map.Entry<String, JsonElement> names : byLanguage.entrySet()) {
            // "mul" holds the name that is the same in many languages.
            if (languages.contains(names.getKey()) || names.getKey().equals("mul")) {
                JsonRecords.list(byLanguage, names.getKey())
                        .forEach(name -> entry.name(JsonRecords.text(name, "value"), names.getKey(), isMain));
            }
        }
    }

    private static List<JsonElement> claims(JsonObject entity, String property) {
        return entity.get("claims") instanceof JsonObject claims
                ? JsonRecords.list(claims, property).stream()
                        .filter(claim -> !JsonRecords.text(claim, "rank").equals("deprecated"))
                        .toList()
                : List.of();
    }

    private static Stream<JsonElement> values(JsonObject entity, String property) {
        return claims(entity, property).stream()
                .map(claim ->
                        claim.getAsJsonObject().getAsJsonObject("mainsnak").getAsJsonObject("datavalue"))
                .filter(value -> value != null && value.has("value"))
                .map(value -> value.get("value"));
    }

    private static Stream<String> items(JsonObject entity, String property) {
        return values(entity, property)
                .map(value -> JsonRecords.text(value, "id"))
                .filter(id -> !id.isEmpty())
                .map(id -> NAMESPACE + id);
    }

    private static Stream<String> texts(JsonObject entity, String property) {
        return values(entity, property).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }
}
