package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder of pictures holds those of the pages that there are, and no others. */
class ScreenshotsTest {
    @Test
    void everyPageHasItsPictures() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Screenshots.PAGES
                .keySet()
                .forEach(page -> Screenshots.WIDTHS.keySet().forEach(width -> wanted.add(page + "-" + width + ".jpg")));
        try (Stream<Path> files = Files.list(Screenshots.FOLDER)) {
            assertEquals(
                    wanted,
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".jpg"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    "take them anew: mvn -Pscreenshots test-compile exec:exec");
        }
        assertEquals(Screenshots.index(), Files.readString(Screenshots.FOLDER.resolve("README.md")));
    }
}
