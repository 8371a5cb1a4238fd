package org.genevagraph.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what {@link BlockWriter} wrote, once all of it is known to be there as it was written. */
public final class BlockReader {
    private static final int BUFFER_BYTES = 256 << 10;

    private final FileChannel file;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private BlockReader(FileChannel file, long end) {
        this.file = file;
        this.end = end;
        buffer.limit(0);
    }

    /**
     * Opens a file.
     *
     * @param file the file, which stays open; read from its beginning
     * @param magic what kind of file it has to be
     * @throws IOException if it is of another kind, too short or too long, or not what was written
     */
    public static BlockReader open(FileChannel file, long magic) throws IOException {
        long size = file.size();
        if (size < Long.BYTES + BlockWriter.END_BYTES) {
            throw new EOFException("it is too short");
        }
        BlockReader ending = new BlockReader(file.position(size - BlockWriter.END_BYTES), size);
        long written = ending.getLong();
        long sum = ending.getLong();
        if (written != size - BlockWriter.END_BYTES) {
            throw new EOFException("it does not end as it was written");
        }
        BlockReader whole = new BlockReader(file.position(0), written);
        if (whole.sum() != sum) {
            throw new IOException("its checksum is another one");
        }
        BlockReader reader = new BlockReader(file.position(0), written);
        if (reader.getLong() != magic) {
            throw new IOException("it is of another kind");
        }
        return reader;
    }

    private long sum() throws IOException {
        CRC32C checksum = new CRC32C();
        while (file.position() < end) {
            fill();
            checksum.update(buffer);
        }
        return checksum.getValue();
    }

    /** A number from 0 to 255. */
    public int getByte() throws IOException {
        return Byte.toUnsignedInt(with(Byte.BYTES).get());
    }

    /** A number of 16 bits. */
    public char getChar() throws IOException {
        return with(Character.BYTES).getChar();
    }

    /** A number of 32 bits. */
    public int getInt() throws IOException {
        return with(Integer.BYTES).getInt();
    }

    /** A number of 64 bits. */
    public long getLong() throws IOException {
        return with(Long.BYTES).getLong();
    }

    /**
     * How many of something follow.
     *
     * @param least how many bytes each has at least
     * @throws IOException if the file is too short for that
     */
    public int getCount(int least) throws IOException {
        int count = getInt();
        if (count < 0 || (long) count * least > end - file.position() + buffer.remaining()) {
            throw new EOFException("it ends before " + count + " of them");
        }
        return count;
    }

    /** Numbers of 32 bits, after how many they are. */
    public int[] getInts() throws IOException {
        int[] numbers = new int[getCount(Integer.BYTES)];
        for (int at = 0; at < numbers.length; ) {
            with(Integer.BYTES);
            int part = Math.min(numbers.length - at, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(numbers, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
        return numbers;
    }

    /** A text. */
    public String getText() throws IOException {
        int bytes = getCount(1);
        if (bytes <= BUFFER_BYTES) {
            with(bytes);
            String text = new String(buffer.array(), buffer.position(), bytes, StandardCharsets.UTF_8);
            buffer.position(buffer.position() + bytes);
            return text;
        }
        byte[] all = new byte[bytes];
        for (int at = 0; at < bytes; ) {
            with(1);
            int part = Math.min(bytes - at, buffer.remaining());
            buffer.get(all, at, part);
            at += part;
        }
        return new String(all, StandardCharsets.UTF_8);
    }

    private ByteBuffer with(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill();
            if (buffer.remaining() < bytes) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer;
    }

    /** Reads on, as much as there is room for. */
    private void fill() throws IOException {
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + end - file.position()));
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        buffer.flip();
    }
}
