package org.genevagraph.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.Mini;
import org.genevagraph.cli.settings.LimitText;
import org.genevagraph.serve.ServerLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Settings by file, environment and options: which one counts, where each comes from, and how what is wrong is told. */
class ConfigCommandTest {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("geneva.yaml"), String.join("\n", lines));
    }

    /** What the program tells of every setting, by its name. */
    private static Map<String, JsonObject> told(String... arguments) {
        Mini.Run run = Mini.geneva(arguments);
        assertEquals(0, run.status(), run.err());
        Map<String, JsonObject> settings = new LinkedHashMap<>();
        for (JsonValue setting : JSON.parseAny(run.out()).getAsArray()) {
            settings.put(setting.getAsObject().getString("name"), setting.getAsObject());
        }
        return settings;
    }

    @Test
    void everySettingIsToldWithItsOrigin() throws IOException {
        Path file = file(
                "# Of a test.",
                "port: 8081",
                "host: 0.0.0.0",
                "query: {time: 5s}",
                "trusted-proxy: [10.0.0.0/8, 127.0.0.1]");
        Map<String, JsonObject> told = told(
                "config",
                "--format",
                "json",
                "--config",
                file.toString(),
                "--port",
                "8082",
                "--limit",
                "lanes.heap=1GiB");
        assertEquals("option", told.get("port").getString("origin"));
        assertEquals("8082", told.get("port").getString("value"));
        assertEquals(file + ":3", told.get("host").getString("origin"));
        assertEquals(file + ":4", told.get("query.time").getString("origin"));
        assertEquals("5000", told.get("query.time").getString("value"));
        assertEquals("10.0.0.0/8 127.0.0.1", told.get("trusted-proxy").getString("value"));
        assertEquals("1024", told.get("lanes.heap").getString("value"));
        assertEquals("option", told.get("lanes.heap").getString("origin"));
        assertEquals("default", told.get("query.rows").getString("origin"));
        for (ServerLimits.Named limit : ServerLimits.STANDARD.named()) {
            assertEquals(limit.unit(), told.get(limit.name()).getString("unit"));
        }
        String serveOptions = Mini.geneva("serve", "--help").out();
        told.keySet().stream()
                .filter(name -> !LimitText.names().contains(name))
                .forEach(name -> assertTrue(serveOptions.contains("--" + name), name));
        assertTrue(Mini.geneva("config", "--config", file.toString()).out().contains("8081"));
    }

    /** A command whose settings are written in a file and in the environment. */
    private static ConfigCommand configured(Path file, Map<String, String> environment, String... arguments) {
        ConfigCommand command = new ConfigCommand();
        new CommandLine(command)
                .setDefaultValueProvider(ServerCommand.settings(List.of("config", "--config=" + file), environment))
                .parseArgs(arguments);
        return command;
    }

    @Test
    void optionsGoBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file(
                "port: 1", "admin-port: 2", "host: localhost", "query.rows: 3", "query.time: 4s", "client.burst: 5");
        Map<String, String> environment = Map.of(
                "GENEVA_PORT", "11",
                "GENEVA_ADMIN_PORT", "12",
                "GENEVA_QUERY_ROWS", "13",
                "GENEVA_QUERY_TIME", "14s",
                "GENEVA_TRUSTED_PROXY", "127.0.0.1, 10.0.0.0/8");
        ConfigCommand command =
                configured(file, environment, "--port=21", "--limit", "query.rows=23", "--config=" + file);
        assertEquals(List.of(21, 12), List.of(command.port, command.adminPort));
        assertEquals("localhost", command.host);
        assertEquals(23, command.limits().query().rows());
        assertEquals(14, command.limits().query().time().toSeconds());
        assertEquals(5, command.limits().traffic().clientBurst());
        assertEquals(
                "GENEVA_ADMIN_PORT",
                command.settings().given("admin-port").orElseThrow().origin());
        assertEquals(List.of(), command.settings().problems());
        assertEquals(2, command.placement().proxies().networks().size());
    }

    @Test
    void everyLimitCanBeSetAndIsTheOneThatWasMeant() {
        for (ServerLimits.Named limit : ServerLimits.STANDARD.named()) {
            List<ServerLimits.Named> changed = ServerLimits.STANDARD
                    .with(Map.of(limit.name(), limit.value() + 1))
                    .named();
            for (ServerLimits.Named now : changed) {
                ServerLimits.Named before = ServerLimits.STANDARD.named().get(changed.indexOf(now));
                assertEquals(before.value() + (now.name().equals(limit.name()) ? 1 : 0), now.value(), now.name());
            }
            for (long end : List.of(limit.least(), limit.most())) {
                assertEquals(end, LimitText.parse(limit.name(), Long.toString(end)));
            }
        }
    }

    @Test
    void allFaultsOfAFileAreToldWithLineAndNearestName() throws IOException {
        Path file = file(
                "prot: 1",
                "port: abc",
                "admin-port: 70000",
                "base: example.org",
                "query.time: 5 years",
                "lanes: {quick: 0, sloww: 2}",
                "sources: nowhere",
                "host: [[a]]",
                "port: 3");
        Mini.Run run = Mini.geneva("config", "--config", file.toString());
        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertEquals(
                List.of(
                        ":1: prot: is no setting – did you mean port?",
                        ":2: port: 'abc' is no whole number – write it in digits",
                        ":3: admin-port: 70000 is no port – take 0 to 65535",
                        ":4: base: 'example.org' does not begin with http:// or https:// – write https://example.org/graphs/geneva",
                        ":5: query.time: '5 years' is no value of it – write a number of ms, or one with ms, s, min or h; the usual value is 10000",
                        ":6: lanes.quick: '0' is out of range – take 1 to 1000 queries at a time",
                        ":6: lanes.sloww: is no setting – did you mean lanes.slow, lanes.spare, lanes.waiting?",
                        ":7: sources: nowhere is no folder – give the folder of the texts",
                        ":8: host has a value that is no text – write name: value, or name: [one, other]",
                        ":9: port: is set already in line 2 – keep one of them"),
                run.err().lines().map(line -> line.replace(file.toString(), "")).toList());
        Mini.Run serve = Mini.geneva("serve", "--config", file.toString());
        assertEquals(2, serve.status());
        assertEquals(run.err(), serve.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [        | :2: is no YAML",
                "just words  | :1: a setting was expected here",
                "- port      | :1: a setting was expected here",
                "? [a]\\n: b | :1: the name of a setting was expected here",
                "a: &a [x, x]\\nb: [*a, *a] | : repeats a list or a block by an alias such as *name, which is not taken",
                "port: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] | : is nested too deep"
            })
    void whatIsNoFileOfSettingsIsTold(String text, String told) throws IOException {
        Path file = file(text.replace("\\n", "\n"), "");
        Mini.Run run = Mini.geneva("config", "--config", file.toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains(file + told), run.err());
    }

    @Test
    void aFileThatIsNotThereOrNotUtf8IsTold() throws IOException {
        assertTrue(Mini.geneva("serve", "--config", "nowhere.yaml").err().contains("nowhere.yaml: is not there"));
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'h', 'o', 's', 't', ':', ' ', (byte) 0xe9});
        assertTrue(Mini.geneva("config", "--config", file.toString()).err().contains(": is not UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port abc                     | is no whole number – write it in digits",
                "--port 1 --port 2              | --port is given more than once – give it once",
                "--prot 80                      | there is no option --prot – did you mean --port",
                "--basee=x                      | there is no option --basee – did you mean --base",
                "--xyzzy                        | there is no option --xyzzy – leave it out",
                "--limit query.time             | --limit query.time: has no value – write NAME=VALUE",
                "--limit query.time=5s --limit query.rows=9 --limit query.time=6s | --limit query.time is given more than once – give it once",
                "--public-metrics=maybe         | is neither true nor false – write one of them",
                "--port 5000 --admin-port 5000  | --admin-port 5000 is the port of the server itself – choose another",
                "--base https://example.org:99999 | has a port above 65535 – write",
                "--base https://genève.example  | which write it as xn--… – write"
            })
    void whatIsWrongOnTheCommandLineIsToldWithTheFix(String options, String told) {
        Mini.Run run = Mini.geneva(Stream.concat(Stream.of("config"), Stream.of(options.split(" ")))
                .toArray(String[]::new));
        assertEquals(2, run.status());
        assertTrue(run.err().contains(told), run.err());
    }

    @Test
    void whatIsEmptyOnTheCommandLineIsToldWithItsPlace() {
        assertTrue(Mini.geneva("config", "--config", "").err().startsWith("--config: names no file – give"));
        Mini.Run run = Mini.geneva("config", "--base", "");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("--base is empty – write"), run.err());
        assertEquals(
                List.of(),
                configured(folder.resolve("none.yaml"), Map.of("GENEVA_BASE", " ")).settings().problems().stream()
                        .filter(problem -> problem.toString().contains("BASE"))
                        .toList());
    }

    @Test
    void variablesThatNameNoSettingAreWarnedOf() throws IOException {
        ConfigCommand command = configured(
                file(""),
                Map.of("GENEVA_PROT", "1", "GENEVA_STORE_PASSWORD", "secret", "GENEVA_PORT", "x", "PATH", "/bin"));
        assertEquals(
                List.of("GENEVA_PROT: is no setting – did you mean GENEVA_PORT, GENEVA_STORE, GENEVA_HOST?"),
                command.settings().warnings().stream().map(String::valueOf).toList());
        assertEquals(
                List.of("GENEVA_PORT: 'x' is no whole number – write it in digits"),
                command.settings().problems().stream().map(String::valueOf).toList());
        assertEquals(3030, command.port);
    }

    @Test
    void aLimitOnTheCommandLineIsChecked() {
        Mini.Run run = Mini.geneva("serve", "--limit", "quer.time=3");
        assertEquals(2, run.status());
        assertTrue(
                run.err()
                        .contains(
                                "--limit quer.time=3: there is no limit 'quer.time' – did you mean query.time, query.text"),
                run.err());
    }
}
