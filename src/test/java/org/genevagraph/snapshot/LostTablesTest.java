package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.source.table.Table;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a table as a whole, or of one cell of it, is one slip and therefore one error: what names its things only follows from it. */
class LostTablesTest {
    /** Rules and shapes are run over every so many of the tables that are there. */
    private static final int EVERY = 12;

    /** A way in which a table is lost; empty for a table that cannot be lost so, or for one that is not there any more. */
    private record Way(String name, boolean removes, Function<String, Optional<String>> change) {}

    private static final List<Way> WAYS = List.of(
            new Way("removed", true, text -> Optional.empty()),
            new Way("emptied", false, text -> Optional.of("")),
            new Way("with blank lines only", false, text -> Optional.of("\n\n")),
            new Way("with another header", false, text -> row(text, 0, line -> line.replaceAll("\\w+", "strange"))),
            new Way(
                    "with a first cell that is too long",
                    false,
                    text -> row(text, 1, line -> "x".repeat(Table.MOST_CHARACTERS + 1) + line)),
            new Way(
                    "with a last cell that is too long",
                    false,
                    text -> row(
                            text, 1, line -> line.replaceFirst("\"?$", "x".repeat(Table.MOST_CHARACTERS + 1) + "$0"))));

    /** The text with another header (0), first row (1) and so on; comments are none. */
    private static Optional<String> row(String text, int number, Function<String, String> change) {
        Matcher lines = Pattern.compile("(?m)^(?!#).+$").matcher(text);
        for (int i = 0; i <= number; i++) {
            if (!lines.find()) {
                return Optional.empty();
            }
        }
        String line = change.apply(lines.group());
        return Optional.of(text.substring(0, lines.start()) + line + text.substring(lines.end()));
    }

    @Test
    void whatBecomesOfATableIsOneError() throws IOException {
        Inputs inputs = expectingAll(Inputs.read(Mini.HOME, Mini.DATA));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Inputs.File table : inputs.tables()) {
            for (Way way : WAYS) {
                Optional<String> text = way.change().apply(table.text());
                if (text.isEmpty() && !way.removes()) {
                    continue;
                }
                tried++;
                // Rules and shapes take long; what they find of a table that is not there is most.
                List<String> told = errors(inputs, table, text, way.removes() || tried % EVERY == 0);
                // Where nothing says which tables there should be, nobody misses one.
                boolean nobodyKnows = way.removes() && name(table).equals(ExpectedCounts.TABLE);
                boolean right = nobodyKnows
                        ? told.isEmpty()
                        : told.size() == 1 && told.get(0).contains(name(table));
                if (!right) {
                    wrong.add(table.name() + " " + way.name() + ": " + told.size() + "\n"
                            + told.stream()
                                    .map(line -> line.substring(0, Math.min(200, line.length())))
                                    .limit(8)
                                    .collect(Collectors.joining("\n")));
                }
            }
        }
        assertEquals("", String.join("\n\n", wrong));
        assertTrue(tried > 150, "tried: " + tried);
    }

    @Test
    void whatIsLostOfTheOntologyIsOneErrorHoweverManyRowsUseIt() throws IOException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA);
        assertEquals(
                List.of(
                        "ontology/schemes.ttl: declares no concept of any scheme – bring them back, each with skos:inScheme"),
                errors(inputs, "schemes.ttl", text -> Optional.empty()));
        List<String> lost =
                errors(inputs, "geneva-graph.ttl", text -> Optional.of(text.replaceFirst("rdfs:range", "rdfs:rnge")));
        assertEquals(1, lost.size(), lost::toString);
        assertTrue(lost.get(0).contains("uses rdfs:rnge"), lost::toString);
    }

    private static List<String> errors(Inputs inputs, String name, Function<String, Optional<String>> change)
            throws IOException {
        List<Inputs.File> ontology = inputs.ontology().stream()
                .flatMap(file -> (file.name().equals(name) ? change.apply(file.text()) : Optional.of(file.text()))
                        .map(text -> new Inputs.File(file.shown(), file.name(), text)).stream())
                .toList();
        return Builds.errors(new Inputs(
                inputs.tables(),
                ontology,
                inputs.shapes(),
                inputs.rules(),
                inputs.standard(),
                inputs.texts(),
                Map.of()));
    }

    private static String name(Inputs.File table) {
        return table.name().replaceFirst("\\..*", "");
    }

    /** The same, with every table in the table of those that should be there. */
    private static Inputs expectingAll(Inputs inputs) {
        String all = inputs.tables().stream()
                .map(LostTablesTest::name)
                .filter(name -> !name.equals(ExpectedCounts.TABLE))
                .map(name -> name + ",1,1000\n")
                .collect(Collectors.joining("", "table,minimum,maximum\n", ""));
        return Builds.with(
                inputs,
                inputs.tables().stream()
                        .map(file -> name(file).equals(ExpectedCounts.TABLE)
                                ? new Inputs.File(file.shown(), file.name(), all)
                                : file)
                        .toList(),
                true);
    }

    private static List<String> errors(Inputs inputs, Inputs.File table, Optional<String> text, boolean shapes)
            throws IOException {
        List<Inputs.File> tables = inputs.tables().stream()
                .flatMap(file -> file.equals(table)
                        ? text.map(there -> new Inputs.File(file.shown(), file.name(), there)).stream()
                        : Stream.of(file))
                .toList();
        return Builds.errors(Builds.with(inputs, tables, shapes));
    }
}
