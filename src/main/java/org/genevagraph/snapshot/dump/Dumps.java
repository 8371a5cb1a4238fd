package org.genevagraph.snapshot.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.genevagraph.snapshot.Snapshot;

/** The dumps of a snapshot: each is made when it is first wanted, once, and held as long as the snapshot is. */
public final class Dumps {
    private final Snapshot snapshot;
    private final Map<DumpFormat, Slot> slots = new EnumMap<>(DumpFormat.class);

    /** With whose dumps they are. */
    public Dumps(Snapshot snapshot) {
        this.snapshot = snapshot;
        DumpFormat.dumps().forEach(format -> slots.put(format, new Slot(format)));
    }

    /**
     * The dump in a format, gzipped; whoever comes while it is made waits for it.
     *
     * @throws UncheckedIOException if it cannot be written; the next one who asks tries again
     */
    public HeldFile file(DumpFormat format) {
        return slots.get(format).get();
    }

    private final class Slot {
        private final DumpFormat format;
        private HeldFile file;

        Slot(DumpFormat format) {
            this.format = format;
        }

        synchronized HeldFile get() {
            try {
                if (file == null) {
                    file = HeldFile.gzipped(out -> format.write(snapshot.dataset(), out));
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
