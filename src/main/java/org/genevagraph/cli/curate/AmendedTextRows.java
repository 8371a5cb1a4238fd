package org.genevagraph.cli.curate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.AmendedText.AmendedPassage;
import org.genevagraph.text.amend.Replacement;
import org.genevagraph.vocabulary.Iris;

/** An amended text as rows of the project's tables, which hold numbers and hashes but no sentence. */
public final class AmendedTextRows {
    private AmendedTextRows() {}

    /** How often each term was replaced in each passage, and why it does not fit there. */
    static void printCounts(AmendedText text, List<String> columns, PrintStream out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (AmendedPassage passage : text.passages()) {
            for (Replacement replacement : text.replacements().all()) {
                int count = passage.amendment().count(replacement);
                String misfits = passage.amendment().misfits().stream()
                        .filter(misfit -> misfit.replacement().equals(replacement.id()))
                        .map(misfit -> misfit.kind().slug())
                        .sorted()
                        .collect(Collectors.joining(" | "));
                if (count > 0 || !misfits.isEmpty()) {
                    rows.add(List.of(
                            text.amendedName() + "#" + passage.passage().number(),
                            replacement.id(),
                            Integer.toString(count),
                            misfits));
                }
            }
        }
        print(columns, rows, out);
    }

    /**
     * The passages of the amended document.
     *
     * @param topics what the passages of the original treat, which those of the amended text treat as well, by number
     */
    static void printPassages(AmendedText text, List<String> columns, Map<String, String> topics, PrintStream out)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (AmendedPassage passage : text.passages()) {
            String number = passage.passage().number();
            rows.add(List.of(
                    number,
                    passage.passage().kind(),
                    passage.passage().parent(),
                    topics.getOrDefault(number, ""),
                    Integer.toString(passage.words()),
                    Iris.digest(passage.amendment().amended())));
        }
        print(columns, rows, out);
    }

    private static void print(List<String> columns, List<List<String>> rows, PrintStream out) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        }
        out.print(text);
    }
}
