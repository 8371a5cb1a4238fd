package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flow one way: a package imports packages above it only, less those that it must not know. */
class PackageDirectionsTest {
    private static final Path ROOT = Path.of("src/main/java/org/genevagraph");
    private static final List<String> DIRECTION = List.of(
            "vocabulary",
            "problem",
            "files",
            "syntax",
            "source",
            "text",
            "load",
            "watch",
            "derive",
            "validate",
            "snapshot",
            "proof",
            "curate",
            "query",
            "link",
            "diff",
            "page",
            "serve",
            "cli");
    private static final Set<String> BUILDING = Set.of("source", "text", "load", "derive", "validate", "proof");
    private static final Map<String, Set<String>> FORBIDDEN = Map.ofEntries(
            Map.entry("vocabulary", Set.copyOf(DIRECTION)),
            Map.entry("problem", Set.copyOf(DIRECTION)),
            Map.entry("files", Set.of("vocabulary")),
            Map.entry("source", Set.of("vocabulary")),
            Map.entry("text", Set.of("vocabulary")),
            Map.entry("watch", Set.copyOf(DIRECTION)),
            Map.entry("derive", Set.of("source", "text", "load")),
            Map.entry("validate", Set.of("source", "text", "load", "derive")),
            Map.entry("query", BUILDING),
            Map.entry("link", Set.of("derive", "validate", "proof")),
            Map.entry("diff", BUILDING),
            Map.entry("page", BUILDING),
            Map.entry("serve", BUILDING));
    /** What a package must not use from outside the project. */
    private static final Map<String, String> FORBIDDEN_LIBRARIES = Map.of(
            "source", "org\\.apache\\.jena\\..*",
            "text", "org\\.apache\\.jena\\..*",
            "problem", "org\\.apache\\.jena\\..*",
            "files", "org\\.apache\\.jena\\..*",
            "load", "jakarta\\..*|org\\.eclipse\\..*|org\\.apache\\.jena\\.fuseki\\..*",
            "snapshot", "jakarta\\..*|org\\.eclipse\\..*|org\\.apache\\.jena\\.fuseki\\..*",
            "query", "jakarta\\.servlet\\..*|org\\.eclipse\\..*|org\\.apache\\.jena\\.fuseki\\..*",
            "page", "jakarta\\..*|org\\.eclipse\\..*|org\\.apache\\.jena\\.fuseki\\..*",
            "diff", "jakarta\\..*|org\\.eclipse\\..*|org\\.apache\\.jena\\.fuseki\\..*");

    private static final Pattern NAME = Pattern.compile("(?m)^(?!package ).*?\\b((?:org|jakarta|com)(?:\\.\\w+)+)");

    /** A class of the project by its full name; its package may have rooms. */
    private static final Pattern OWN_CLASS =
            Pattern.compile("(?m)^(?!package ).*?\\borg\\.genevagraph\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");

    /** A package with more files than this gives its themes rooms of their own. */
    private static final int MOST_FILES = 20;

    private static final Set<String> HALLS_THAT_WAIT = Set.of();

    @Test
    void packagesImportWhatStandsAboveThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String name : DIRECTION) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(name))) {
                for (Path source : sources.filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    files++;
                    Matcher names = NAME.matcher(Files.readString(source));
                    while (names.find()) {
                        if (isWrong(name, names.group(1))) {
                            wrong.add(source + " uses " + names.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(files > 70, "files read: " + files);
    }

    private static boolean isWrong(String from, String used) {
        if (used.matches(FORBIDDEN_LIBRARIES.getOrDefault(from, "-"))) {
            return true;
        }
        Matcher own = Pattern.compile("org\\.genevagraph\\.(\\w+).*").matcher(used);
        if (!own.matches() || own.group(1).equals(from)) {
            return false;
        }
        return DIRECTION.indexOf(own.group(1)) >= DIRECTION.indexOf(from)
                || FORBIDDEN.getOrDefault(from, Set.of()).contains(own.group(1));
    }

    @Test
    void roomsDoNotImportInACircle() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String room = ROOT.relativize(source.getParent()).toString().replace('/', '.');
                Matcher names = OWN_CLASS.matcher(Files.readString(source));
                while (names.find()) {
                    if (!names.group(1).equals(room)) {
                        uses.computeIfAbsent(room, any -> new TreeSet<>()).add(names.group(1));
                    }
                }
            }
        }
        assertTrue(uses.size() > 30, "rooms read: " + uses.keySet());
        // Whatever uses nothing that is left stands at the bottom; what is never taken away so hangs in a circle.
        boolean taken;
        do {
            taken = uses.values().removeIf(used -> used.stream().noneMatch(uses::containsKey));
        } while (taken);
        assertEquals(Map.of(), uses);
    }

    @Test
    void noRoomIsAHall() throws IOException {
        List<String> halls = new ArrayList<>();
        try (Stream<Path> rooms = Files.walk(ROOT)) {
            for (Path room : rooms.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(room)) {
                    long count = files.filter(path -> path.toString().endsWith(".java"))
                            .count();
                    if (count > MOST_FILES
                            && !HALLS_THAT_WAIT.contains(ROOT.relativize(room).toString())) {
                        halls.add(room + " has " + count + " files");
                    }
                }
            }
        }
        assertEquals(List.of(), halls);
    }

    @Test
    void everyPackageHasItsPlaceInTheDirection() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            assertEquals(
                    DIRECTION.stream().sorted().toList(),
                    folders.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void loadersDoNotCallEachOther() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("load"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith("Loader.java"))
                    .toList()) {
                String self = source.getFileName().toString().replace(".java", "");
                Matcher loaders = Pattern.compile("new (\\w+Loader)\\(").matcher(Files.readString(source));
                while (loaders.find()) {
                    wrong.add(self + " makes " + loaders.group(1));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
