package org.genevagraph.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.genevagraph.curate.rows.SheetTables;
import org.genevagraph.files.InputLimit;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.sheet.Book;

/** Spreadsheets that users name. */
public final class SheetsOnDisk {
    private SheetsOnDisk() {}

    /**
     * Reads a spreadsheet.
     *
     * @throws ProblemException if it cannot be read
     */
    public static SheetTables read(Path file, Inputs inputs) throws IOException, ProblemException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        byte[] bytes = TextFile.bytes(file);
        int most = InputLimit.current().file();
        if (bytes.length > most) {
            throw new ProblemException(Problem.error(
                    file.toString(),
                    0,
                    "",
                    "is larger than " + InputLimit.inWords(most) + ", which is the limit for a file",
                    "divide it into several, " + InputLimit.raise()));
        }
        return SheetTables.read(file.toString(), Book.read(file.toString(), bytes), inputs);
    }
}
