package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.Test;

/** The documentation does what it says: commands run and print what stands below them, SPARQL answers, links lead somewhere. */
class ReadmeTest {
    private static final List<Path> DOCUMENTS = List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"));

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            Matcher matcher =
                    Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(document));
            while (matcher.find()) {
                blocks.add(matcher.group(1));
            }
        }
        return blocks;
    }

    @Test
    void commandsPrintWhatStandsBelowThem() throws IOException {
        int commands = 0;
        for (String block : blocks("console")) {
            for (String example : block.split("(?m)^\\$ ", -1)) {
                String[] parts = example.split("\n", 2);
                if (!parts[0].startsWith("./geneva ") || parts[0].startsWith("./geneva serve")) {
                    continue;
                }
                List<String> words = new ArrayList<>();
                Matcher matcher =
                        Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+").matcher(parts[0].substring("./geneva ".length()));
                while (matcher.find()) {
                    words.add(matcher.group().replace("\"", ""));
                }
                // People who read this see a terminal.
                if (words.get(0).equals("query") && !words.contains("--format")) {
                    words.addAll(List.of("--format", "table"));
                }
                Mini.Run run = Mini.geneva(words.toArray(String[]::new));
                assertEquals(0, run.status(), run.err());
                for (String line : parts[1].lines()
                        .filter(line -> !line.isBlank() && !line.equals("…"))
                        .toList()) {
                    assertTrue(
                            run.out().contains(line.strip()),
                            () -> parts[0] + "\ndoes not print: " + line + "\nbut: " + run.out());
                }
                commands++;
            }
        }
        assertTrue(commands >= 3, "commands: " + commands);
    }

    @Test
    void sparqlAnswers() throws Exception {
        List<String> queries = blocks("sparql");
        for (String query : queries) {
            Result.Rows rows = (Result.Rows) GuardedQuery.parse(query, Limits.STANDARD)
                    .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
            assertTrue(!rows.rows().isEmpty(), query);
        }
        assertTrue(!queries.isEmpty());
    }

    @Test
    void addressesOfQueriesAreRight() throws Exception {
        QueryCatalogue catalogue = Mini.queries();
        QueryRunner runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
        Matcher addresses = Pattern.compile("/queries/([a-z-]+)\\.csv\\?([^\\s\"')`]*)")
                .matcher(Files.readString(DOCUMENTS.get(0)));
        int found = 0;
        while (addresses.find()) {
            var values = new java.util.LinkedHashMap<String, String>();
            for (String pair : addresses.group(2).split("&", -1)) {
                values.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
            runner.run(catalogue.find(addresses.group(1)), values);
            found++;
        }
        assertTrue(found > 0);
    }

    @Test
    void linksLeadToFiles() throws IOException {
        int links = 0;
        for (Path document : DOCUMENTS) {
            Matcher matcher = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(document));
            while (matcher.find()) {
                assertTrue(Files.exists(Path.of(matcher.group(1))), document + " links to " + matcher.group(1));
                links++;
            }
        }
        assertTrue(links >= 5, "links: " + links);
    }

    @Test
    void everyQueryIsNamed() throws Exception {
        String readme = Files.readString(DOCUMENTS.get(0));
        for (var query : Mini.queries().all()) {
            assertTrue(readme.contains("`" + query.name() + "`"), "README does not name " + query.name());
        }
    }
}
