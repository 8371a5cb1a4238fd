package org.genevagraph.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes numbers and texts that {@link BlockReader} reads: what kind of file it is, then they, then how much they are and their checksum. */
public final class BlockWriter {
    /** How many bytes of the end tell how many stand before it, and their checksum. */
    static final int END_BYTES = Long.BYTES + Long.BYTES;

    private static final int BUFFER_BYTES = 64 << 10;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final CRC32C checksum = new CRC32C();
    private long written;

    /**
     * Begins.
     *
     * @param out where to; stays open
     * @param magic what kind of file it is, of which version
     */
    public BlockWriter(OutputStream out, long magic) throws IOException {
        this.out = out;
        putLong(magic);
    }

    /** Writes a number from 0 to 255. */
    public void putByte(int number) throws IOException {
        room(Byte.BYTES).put((byte) number);
    }

    /** Writes a number of 16 bits. */
    public void putChar(char number) throws IOException {
        room(Character.BYTES).putChar(number);
    }

    /** Writes a number of 32 bits. */
    public void putInt(int number) throws IOException {
        room(Integer.BYTES).putInt(number);
    }

    /** Writes a number of 64 bits. */
    public void putLong(long number) throws IOException {
        room(Long.BYTES).putLong(number);
    }

    /** Writes how many numbers there are, then the numbers. */
    public void putInts(int[] numbers) throws IOException {
        putInt(numbers.length);
        for (int number : numbers) {
            putInt(number);
        }
    }

    /** Writes a text. */
    public void putText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        for (int from = 0; from < bytes.length; ) {
            int part = Math.min(bytes.length - from, BUFFER_BYTES);
            room(part).put(bytes, from, part);
            from += part;
        }
    }

    /** Writes the end. */
    public void finish() throws IOException {
        flush();
        long all = written;
        long sum = checksum.getValue();
        putLong(all);
        putLong(sum);
        flush();
        out.flush();
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        checksum.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        written += buffer.position();
        buffer.clear();
    }
}
