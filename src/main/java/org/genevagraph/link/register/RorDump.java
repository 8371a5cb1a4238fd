package org.genevagraph.link.register;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.genevagraph.problem.Problems;

/**
 * A dump of the Research Organization Registry, in its first or second schema, also mixed: JSON, zipped or not.
 *
 * @param file the file
 */
public record RorDump(Path file) implements Register {
    private static final String NAMESPACE = "https://ror.org/";
    private static final String GEONAMES = "https://sws.geonames.org/";

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String namespace() {
        return NAMESPACE;
    }

    @Override
    public boolean read(Consumer<Entry> entries, Progress progress, Problems problems) throws IOException {
        return new JsonRecords(file, "items").read(RorDump::entry, entries, progress, problems);
    }

    private static Optional<Entry> entry(JsonObject organisation) {
        String id = JsonRecords.text(organisation, "id");
        if (!id.startsWith(NAMESPACE)) {
            return Optional.empty();
        }
        Entry.Builder entry = new Entry.Builder(id);
        String status = JsonRecords.text(organisation, "status");
        entry.withdrawn(status.equals("withdrawn")).inactive(status.equals("inactive"));
        JsonRecords.list(organisation, "types")
                .forEach(type -> entry.kind("ror:" + type.getAsString().toLowerCase(Locale.ROOT)));
        for (JsonElement relation : JsonRecords.list(organisation, "relationships")) {
            if (JsonRecords.text(relation, "type").equalsIgnoreCase("successor")) {
                entry.successor(JsonRecords.text(relation, "id"));
            }
        }
        if (organisation.has("names")) {
            second(organisation, entry);
        } else {
            first(organisation, entry);
        }
        return entry.isNameless() ? Optional.empty() : Optional.of(entry.build());
    }

    private static void second(JsonObject organisation, Entry.Builder entry) {
        for (JsonElement name : JsonRecords.list(organisation, "names")) {
            String text = JsonRecords.text(name, "value");
            List<String> types = JsonRecords.list(name, "types").stream()
                    .map(JsonElement::getAsString)
                    .toList();
            if (types.contains("acronym")) {
                entry.acronym(text);
            } else {
                entry.name(text, JsonRecords.text(name, "lang"), types.contains("ror_display"));
            }
        }
        for (JsonElement location : JsonRecords.list(organisation, "locations")) {
            entry.country(JsonRecords.text(location, "geonames_details", "country_code"));
            entry.place(JsonRecords.text(location, "geonames_details", "name"));
            geonames(entry, JsonRecords.text(location, "geonames_id"));
        }
        for (JsonElement link : JsonRecords.list(organisation, "links")) {
            if (JsonRecords.text(link, "type").equals("website")) {
                entry.website(JsonRecords.text(link, "value"));
            }
        }
    }

    private static void first(JsonObject organisation, Entry.Builder entry) {
        entry.name(JsonRecords.text(organisation, "name"), "", true);
        JsonRecords.list(organisation, "aliases").forEach(alias -> entry.name(alias.getAsString(), "", false));
        JsonRecords.list(organisation, "acronyms").forEach(acronym -> entry.acronym(acronym.getAsString()));
        for (JsonElement label : JsonRecords.list(organisation, "labels")) {
            entry.name(JsonRecords.text(label, "label"), JsonRecords.text(label, "iso639"), false);
        }
        JsonRecords.list(organisation, "links").forEach(link -> entry.website(link.getAsString()));
        entry.country(JsonRecords.text(organisation, "country", "country_code"));
        for (JsonElement address : JsonRecords.list(organisation, "addresses")) {
            entry.place(JsonRecords.text(address, "city"));
            geonames(entry, JsonRecords.text(address, "geonames_city", "id"));
        }
    }

    private static void geonames(Entry.Builder entry, String id) {
        if (!id.isEmpty()) {
            entry.place(GEONAMES + id + "/");
        }
    }
}
