package org.genevagraph.query.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.Limits;

/** What goes through the pipes between the server and a worker: a byte that says what follows, then lengths before everything. */
final class Frames {
    /** The worker has read the snapshot. */
    static final int READY = 'W';

    /** A part of an answer. */
    static final int PART = 'P';

    /** The end of an answer, with its format. */
    static final int END = 'E';

    /** The query is refused; parts that came are void. */
    static final int REFUSED = 'R';

    /** Something is wrong in the program; parts that came are void. */
    static final int FAULT = 'F';

    private static final int MOST_BYTES = 1 << 24;

    private Frames() {}

    static void write(ForeignQuery query, DataOutputStream out) throws IOException {
        write(query.text(), out);
        write(query.defaultGraphs(), out);
        write(query.namedGraphs(), out);
        write(query.rows().label(), out);
        write(query.triples().label(), out);
        Limits limits = query.limits();
        out.writeLong(limits.time().toMillis());
        out.writeInt(limits.rows());
        out.writeLong(limits.characters());
        out.writeInt(limits.queryCharacters());
        out.writeInt(limits.nesting());
        out.writeInt(limits.stringCharacters());
        write(query.own(), out);
        out.flush();
    }

    static ForeignQuery readQuery(DataInputStream in) throws IOException {
        return new ForeignQuery(
                readText(in),
                readTexts(in),
                readTexts(in),
                readFormat(in),
                readFormat(in),
                new Limits(
                        Duration.ofMillis(in.readLong()),
                        in.readInt(),
                        in.readLong(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt()),
                readTexts(in));
    }

    static AnswerFormat readFormat(DataInputStream in) throws IOException {
        return AnswerFormat.of(readText(in)).orElseThrow();
    }

    static void writeEnd(AnswerFormat format, DataOutputStream out) throws IOException {
        out.writeByte(END);
        write(format.label(), out);
        out.flush();
    }

    static void write(Refusal refusal, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        write(refusal.reason().name(), out);
        write(refusal.getMessage(), out);
        write(refusal.fix(), out);
        out.flush();
    }

    static Refusal readRefusal(DataInputStream in) throws IOException {
        return new Refusal(Refusal.Reason.valueOf(readText(in)), readText(in), readText(in));
    }

    static void writeFault(String fault, DataOutputStream out) throws IOException {
        out.writeByte(FAULT);
        write(fault, out);
        out.flush();
    }

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText(in));
        }
        return texts;
    }

    /** Packs what is written into parts. */
    static final class Parts extends OutputStream {
        private final DataOutputStream out;

        Parts(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.writeByte(PART);
            out.writeInt(length);
            out.write(from, offset, length);
        }
    }
}
