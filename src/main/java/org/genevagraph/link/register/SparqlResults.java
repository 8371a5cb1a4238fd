package org.genevagraph.link.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sys.JenaSystem;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * The results of any SPARQL SELECT: CSV, TSV, JSON or XML, packed or not. Rows about the same item that follow each other are one entry.
 *
 * @param file the file
 * @param given the columns that the user names
 */
public record SparqlResults(Path file, Map<Columns.Role, String> given) implements Register {
    private static final int EVERY = 1000;
    private static final Pattern LITERAL = Pattern.compile("\"(.*)\"(?:@([A-Za-z-]+)|\\^\\^.*)?", Pattern.DOTALL);

    static {
        // Readers of results are known only from then on.
        JenaSystem.init();
    }

    public SparqlResults {
        given = Map.copyOf(given);
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String namespace() {
        return "";
    }

    @Override
    public boolean read(Consumer<Entry> entries, Progress progress, Problems problems) throws IOException {
        try (RegisterFile opened = RegisterFile.open(file, "")) {
            String beginning = opened.beginning().replaceFirst("^\uFEFF", "").stripLeading();
            Pass pass = new Pass(
                    file.toString(),
                    given,
                    entries,
                    problems,
                    rows -> progress.at(rows, opened.done(), opened.total()));
            if (beginning.startsWith("{") || beginning.startsWith("<?xml") || beginning.startsWith("<sparql")) {
                return pass.rows(opened.in(), beginning.startsWith("{"));
            }
            String header = beginning.lines().findFirst().orElse("");
            return pass.table(opened.in(), header.indexOf('\t') >= 0 ? '\t' : ',');
        }
    }

    /** Reads the JSON of one answer, as an endpoint gives it. */
    static boolean readJson(
            String place,
            InputStream json,
            Map<Columns.Role, String> given,
            Consumer<Entry> entries,
            Problems problems) {
        return new Pass(place, given, entries, problems, rows -> {}).rows(json, true);
    }

    /** One reading. */
    private static final class Pass {
        private final String place;
        private final Map<Columns.Role, String> given;
        private final Consumer<Entry> entries;
        private final Problems problems;
        private final java.util.function.LongConsumer progress;
        private Columns columns;
        private Entry last;
        private long rows;

        Pass(
                String place,
                Map<Columns.Role, String> given,
                Consumer<Entry> entries,
                Problems problems,
                java.util.function.LongConsumer progress) {
            this.place = place;
            this.given = given;
            this.entries = entries;
            this.problems = problems;
            this.progress = progress;
        }

        boolean rows(InputStream in, boolean isJson) {
            try {
                RowSet results = RowSetReaderRegistry.getFactory(isJson ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML)
                        .create(isJson ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML)
                        .read(in, ARQ.getContext());
                if (!start(results.getResultVars().stream()
                        .map(v -> v.getVarName())
                        .toList())) {
                    return false;
                }
                while (results.hasNext()) {
                    Binding row = results.next();
                    take(column -> name(row.get(column)));
                }
                return end();
            } catch (RiotException
                    | QueryException
                    | org.apache.jena.atlas.json.JsonException
                    | org.apache.jena.atlas.RuntimeIOException e) {
                return stop(0, String.valueOf(e.getMessage()));
            }
        }

        boolean table(InputStream in, char separator) throws IOException {
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .quoteCharacter(separator == '\t' ? '\u0000' : '"')
                    .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                List<String> header = null;
                for (CsvRecord record : csv) {
                    if (header == null) {
                        header = record.getFields().stream()
                                .map(name -> name.replaceFirst("^\uFEFF", "")
                                        .replaceFirst("^\\?", "")
                                        .strip())
                                .toList();
                        if (!start(header)) {
                            return false;
                        }
                    } else {
                        List<String> names = header;
                        take(column -> cell(record, names.indexOf(column), separator == '\t'));
                    }
                }
                return header == null ? stop(1, "is empty") : end();
            } catch (CsvParseException | UncheckedIOException e) {
                Matcher line = Pattern.compile("line (\\d+)").matcher(String.valueOf(e.getMessage()));
                return stop(line.find() ? Integer.parseInt(line.group(1)) : 0, String.valueOf(e.getMessage()));
            }
        }

        private boolean start(List<String> present) {
            Optional<String> missing = Columns.missing(present, given);
            columns = Columns.of(present, given);
            if (missing.isPresent() || !columns.suffice()) {
                problems.add(Problem.error(
                        place,
                        1,
                        missing.orElse(""),
                        missing.isPresent() ? "is no column here" : "has no column of identifiers, or none of names",
                        "the columns are " + String.join(", ", present)
                                + "; say which is which with --columns item=…,label=…"));
                return false;
            }
            return true;
        }

        private void take(java.util.function.Function<String, Entry.Name> cell) {
            rows++;
            Optional<Entry.Builder> row = columns.entry(cell);
            if (row.isEmpty() || row.get().isNameless()) {
                problems.add(Problem.warning(
                        place,
                        0,
                        "",
                        "has rows without an identifier that is an address, or without a name",
                        "nothing to do: they were passed over"));
                return;
            }
            Entry entry = row.get().build();
            if (last != null && last.iri().equals(entry.iri())) {
                last = last.with(entry);
            } else {
                flush();
                last = entry;
            }
            if (rows % EVERY == 0) {
                progress.accept(rows);
            }
        }

        private void flush() {
            if (last != null) {
                entries.accept(last);
                last = null;
            }
        }

        private boolean end() {
            flush();
            progress.accept(rows);
            return true;
        }

        private boolean stop(int line, String why) {
            flush();
            problems.add(Problem.error(
                    place,
                    line,
                    "",
                    "cannot be read beyond row " + rows + ": "
                            + why.lines().findFirst().orElse(""),
                    "fetch it once more, as CSV, TSV, JSON or XML; what came before was used"));
            return false;
        }

        private static Entry.Name name(Node node) {
            if (node == null || node.isBlank()) {
                return new Entry.Name("", "", true);
            }
            return node.isURI()
                    ? new Entry.Name(node.getURI(), "", true)
                    : new Entry.Name(
                            node.getLiteralLexicalForm(),
                            node.getLiteralLanguage().toLowerCase(Locale.ROOT),
                            true);
        }

        /** A cell; in tab-separated results a term as Turtle writes it. */
        private static Entry.Name cell(CsvRecord record, int index, boolean isTurtle) {
            String text = index < 0 || index >= record.getFieldCount()
                    ? ""
                    : record.getField(index).strip();
            if (isTurtle && text.startsWith("<") && text.endsWith(">")) {
                return new Entry.Name(text.substring(1, text.length() - 1), "", true);
            }
            Matcher literal = LITERAL.matcher(text);
            if (isTurtle && literal.matches()) {
                String language =
                        literal.group(2) == null ? "" : literal.group(2).toLowerCase(Locale.ROOT);
                return new Entry.Name(literal.group(1).replace("\\\"", "\"").replace("\\t", " "), language, true);
            }
            return new Entry.Name(text, "", true);
        }
    }
}
