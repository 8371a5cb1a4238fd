package org.genevagraph.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Files that one process has for itself. */
public final class FileLocks {
    private FileLocks() {}

    /**
     * Takes a file until its channel is closed, or the process ends.
     *
     * @return whether nobody else has it, in this process or another one
     * @throws IOException if it cannot be asked
     */
    public static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
