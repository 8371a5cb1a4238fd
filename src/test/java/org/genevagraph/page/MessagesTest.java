package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fixed texts of the site are there in both languages, all of them are used, and French is set as French is. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    /** File without language, then key, then text. */
    private static Map<String, Map<String, String>> texts(String suffix) throws IOException {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(suffix) && (name.contains("_") == suffix.contains("_"))) {
                    Properties properties = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        properties.load(reader);
                    }
                    Map<String, String> sorted = new TreeMap<>();
                    properties.forEach((key, text) -> sorted.put((String) key, (String) text));
                    texts.put(name.substring(0, name.length() - suffix.length()), sorted);
                }
            }
        }
        assertTrue(texts.size() > 3, "files of texts: " + texts.keySet());
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        Map<String, Map<String, String>> english = texts(".properties");
        Map<String, Map<String, String>> french = texts("_fr.properties");
        assertEquals(english.keySet(), french.keySet());
        for (Map.Entry<String, Map<String, String>> file : english.entrySet()) {
            assertEquals(file.getValue().keySet(), french.get(file.getKey()).keySet(), file.getKey());
            for (Map.Entry<String, String> text : file.getValue().entrySet()) {
                String other = french.get(file.getKey()).get(text.getKey());
                assertTrue(text.getKey().startsWith(file.getKey() + "."), text.getKey());
                assertTrue(!text.getValue().isBlank() && !other.isBlank(), text.getKey());
                assertEquals(places(text.getValue()), places(other), text.getKey());
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void everyTextIsUsedAndEveryUseHasItsText() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(jte|java)"))
                    .toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> keys = new TreeSet<>();
        texts(".properties").values().forEach(file -> keys.addAll(file.keySet()));
        List<String> unused = keys.stream()
                .filter(key -> code.indexOf('"' + key + '"') < 0
                        && prefixes(key).noneMatch(prefix -> code.indexOf('"' + prefix + '"') >= 0))
                .toList();
        assertEquals(List.of(), unused);
        List<String> missing = new ArrayList<>();
        Matcher uses = Pattern.compile("\\.text\\(\\s*\"([\\w-]+\\.[\\w.-]+)\"\\s*[,)]")
                .matcher(code);
        int found = 0;
        while (uses.find()) {
            found++;
            if (!keys.contains(uses.group(1))) {
                missing.add(uses.group(1));
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 50, "uses found: " + found);
    }

    /** What code may write of a key of which it takes the rest from data: all up to one of its dots or hyphens. */
    private static Stream<String> prefixes(String key) {
        return IntStream.range(1, key.length())
                .filter(end -> key.charAt(end) == '.' || key.charAt(end) == '-')
                .mapToObj(end -> key.substring(0, end + 1));
    }

    @Test
    void frenchHasItsOwnApostrophesAndSpaces() throws IOException {
        List<String> wrong = new ArrayList<>();
        texts("_fr.properties")
                .values()
                .forEach(file -> file.forEach((key, text) -> {
                    // A prefix of SPARQL has its colon at once.
                    if (text.replaceAll("\\b(gg|rdfs|skos):", "")
                            .matches(
                                    ".*('|\"|[^\\s\u00A0\u202F(][?!;]|[^\\s\u00A0\u202F0-9][:](\\s|$)| [?!:;»]|« ).*")) {
                        wrong.add(key + " = " + text);
                    }
                }));
        assertEquals(List.of(), wrong);
    }
}
