package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every style sheet and script that a template names is there. */
class TemplateFilesTest {
    private static final Path ASSETS = Path.of("src/main/resources/assets");
    private static final Pattern NAMED = Pattern.compile("\"([\\w-]+\\.(?:css|js))\"");

    /** They come out of an archive. */
    private static final List<String> OF_OTHERS = List.of("yasgui.css", "yasgui.js");

    @Test
    void templatesNameFilesThatAreThere() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                Matcher named = NAMED.matcher(Files.readString(template));
                while (named.find()) {
                    found++;
                    if (!OF_OTHERS.contains(named.group(1)) && !Files.exists(ASSETS.resolve(named.group(1)))) {
                        missing.add(template + " names " + named.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 10, "names: " + found);
    }
}
