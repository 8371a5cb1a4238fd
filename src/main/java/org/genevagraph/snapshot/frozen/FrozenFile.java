package org.genevagraph.snapshot.frozen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;

/** Frozen graphs as a file that another process of this program reads: an eighth of a dump, and nothing has to be parsed or sorted. */
public final class FrozenFile {
    /** "GENEVA" and the number of this form. */
    private static final long MAGIC = 0x47454E4556411001L;

    private FrozenFile() {}

    /**
     * Writes what a dataset holds.
     *
     * @param out where to; stays open
     */
    public static void write(FrozenDataset dataset, OutputStream out) throws IOException {
        BlockWriter writer = new BlockWriter(out, MAGIC);
        dataset.quads().write(writer);
        writer.finish();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static FrozenDataset read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new FrozenDataset(FrozenQuads.read(BlockReader.open(channel, MAGIC)));
        }
    }
}
