package org.genevagraph.text.read;

import java.util.List;
import java.util.Optional;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.passage.Reading;

/** Takes a text of one form apart into numbered passages. Never throws on a malformed text: what is wrong is in the reading. */
public interface TextReader {
    /** All readers; a new form of text is added here and to the scheme of source forms. */
    List<TextReader> ALL =
            List.of(new LineReader("profile"), new LineReader("article"), new TreatyReader(), new MatrixReader());

    /** The form of text that it reads, a concept of the scheme of source forms. */
    String form();

    /** Reads a text. */
    Reading read(SourceText text);

    /** The reader of a form. */
    static Optional<TextReader> of(String form) {
        return ALL.stream().filter(reader -> reader.form().equals(form)).findFirst();
    }
}
