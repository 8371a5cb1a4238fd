package org.genevagraph.query.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;

/** A whole answer as it is sent: in memory if it is small, in a file that goes with it if it is large, so that slow readers take no memory. */
public final class WrittenAnswer implements AutoCloseable {
    private static final int BYTES_IN_MEMORY = 1 << 20;

    private final AnswerFormat format;
    private final DeferredFileOutputStream body;

    private WrittenAnswer(AnswerFormat format, DeferredFileOutputStream body) {
        this.format = format;
        this.body = body;
    }

    /** Takes the bytes of an answer. What is not made an answer of is thrown away by closing it. */
    public static final class Body extends OutputStream {
        private final DeferredFileOutputStream bytes = DeferredFileOutputStream.builder()
                .setThreshold(BYTES_IN_MEMORY)
                .setPrefix("geneva-answer-")
                .setSuffix(".tmp")
                .get();

        @Override
        public void write(int oneByte) throws IOException {
            bytes.write(oneByte);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            bytes.write(from, offset, length);
        }

        /** Ends it: from now on it belongs to the answer. */
        public WrittenAnswer answer(AnswerFormat format) throws IOException {
            bytes.close();
            return new WrittenAnswer(format, bytes);
        }

        /** Throws away what has come. */
        public void discard() throws IOException {
            bytes.close();
            delete(bytes);
        }
    }

    private static void delete(DeferredFileOutputStream bytes) {
        // A file that cannot be deleted goes with the folder for temporary files.
        var unused = bytes.getFile() != null && bytes.getFile().delete();
    }

    /** The format in which it is written. */
    public AnswerFormat format() {
        return format;
    }

    /** How many bytes it has. */
    public long length() {
        return body.getByteCount();
    }

    /** The SHA-256 of its bytes, in lower-case hexadecimal digits. */
    public String digest() throws IOException {
        try (InputStream in = body.toInputStream()) {
            return DigestUtils.sha256Hex(in);
        }
    }

    /** Writes it. */
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    /** Reads back rows or a truth value that are written as JSON. */
    public Result result() throws IOException {
        try (InputStream in = body.toInputStream()) {
            QueryExecResult read = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .readAny(in, new Context());
            if (read.isBoolean()) {
                return new Result.Truth(read.booleanResult());
            }
            List<Binding> rows = new ArrayList<>();
            read.rowSet().forEachRemaining(rows::add);
            return new Result.Rows(read.rowSet().getResultVars(), rows);
        }
    }

    /** It as text. */
    public String text() throws IOException {
        try (InputStream in = body.toInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        delete(body);
    }
}
