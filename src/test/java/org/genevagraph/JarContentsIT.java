package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the packed jar is named there, with its licence. */
class JarContentsIT {
    private static final String BOM = "META-INF/sbom/application.cdx.json";
    private static final String LICENCES = "META-INF/licenses/";

    @TempDir
    private Path folder;

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<JsonObject> parts(JarFile jar) throws IOException {
        List<JsonObject> parts = new ArrayList<>();
        JSON.parse(text(jar, BOM)).get("components").getAsArray().forEach(part -> parts.add(part.getAsObject()));
        return parts;
    }

    @Test
    void everyPartHasItsLicence() throws IOException {
        try (JarFile jar = new JarFile(RunningJar.JAR)) {
            String told = text(jar, LICENCES + "README.md");
            assertTrue(text(jar, LICENCES + "geneva-graph/LICENSE").contains("Apache License"));
            assertTrue(text(jar, LICENCES + "jakarta.servlet-api-jar/META-INF/LICENSE.md")
                    .contains("Eclipse Public License"));
            Set<String> brought = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LICENCES) && name.contains("LICENSE"))
                    .map(name -> name.substring(LICENCES.length()).replaceFirst("-jar/.*", ""))
                    .collect(Collectors.toSet());
            List<String> without = new ArrayList<>();
            List<JsonObject> parts = parts(jar);
            for (JsonObject part : parts) {
                String name = part.getString("name");
                String licences = part.hasKey("licenses") ? part.get("licenses").toString() : "";
                // These are told once for all; whoever has another one is named, or brings it along.
                boolean common = licences.contains("\"Apache-2.0\"") || licences.contains("\"EPL-2.0\"");
                if (!common && !brought.contains(name) && !told.contains(name.replaceFirst("^zazuko__", ""))) {
                    without.add(name + " " + licences);
                }
            }
            assertEquals(List.of(), without);
            assertTrue(parts.size() > 60, "parts: " + parts.size());
        }
    }

    @Test
    void theBillNamesWhatIsInTheJarAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(RunningJar.JAR)) {
            Set<String> named = parts(jar).stream()
                    .map(part -> part.getString("name") + " " + part.getString("version"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> unnamed = new TreeSet<>();
            for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
                if (name.matches("META-INF/maven/[^/]+/[^/]+/pom.properties")) {
                    Properties properties = new Properties();
                    properties.load(jar.getInputStream(jar.getEntry(name)));
                    String part = properties.getProperty("artifactId") + " " + properties.getProperty("version");
                    if (!named.contains(part) && !part.startsWith("geneva-graph ")) {
                        unnamed.add(part);
                    }
                }
            }
            // Parts that others have packed into themselves.
            unnamed.removeIf(part -> !part.matches("(jena|jetty|lucene|micrometer|jackson|commons|mcp|prometheus).*"));
            assertEquals(Set.of(), unnamed);
            assertTrue(
                    named.stream().noneMatch(part -> part.matches("(junit|playwright|swagger|shiro|jmh).*")),
                    named::toString);
        }
    }

    /** The check by advisories, with ones made up for it: one that is fixed here, one that is not, one that is explained. */
    @Test
    void advisoriesAreComparedWithWhatIsInTheJar() throws IOException, InterruptedException {
        Commands.needs("python3 is not installed – apt-get install python3", Commands.PYTHON, "--version");
        String advisory = """
                {"id": "%s", "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
                """;
        String thrift = version("libthrift");
        Files.writeString(
                folder.resolve("fixed.json"),
                advisory.formatted("GHSA-fixed", "Maven", "org.apache.thrift:libthrift", thrift));
        Files.writeString(
                folder.resolve("reviewed.json"),
                advisory.formatted("GHSA-v2wj-7wpq-c8vv", "npm", "dompurify", "3.3.2"));
        String[] command = {Commands.PYTHON, "src/supply/vulnerabilities", "--database", folder.toString()};
        Commands.Ended well = Commands.run(command);
        assertEquals(0, well.status(), well.output());
        assertTrue(well.output().contains("1 known vulnerabilities, 0 of them open"), well.output());
        Files.writeString(
                folder.resolve("open.json"),
                advisory.formatted("GHSA-open", "Maven", "org.apache.thrift:libthrift", thrift + ".1"));
        Commands.Ended open = Commands.run(command);
        assertEquals(1, open.status(), open.output());
        assertTrue(
                open.output().contains("OPEN  org.apache.thrift:libthrift " + thrift + "  GHSA-open"), open.output());
    }

    private static String version(String name) throws IOException {
        try (JarFile jar = new JarFile(RunningJar.JAR)) {
            return parts(jar).stream()
                    .filter(part -> part.getString("name").equals(name))
                    .map(part -> part.getString("version"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
