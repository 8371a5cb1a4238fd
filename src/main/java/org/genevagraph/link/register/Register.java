package org.genevagraph.link.register;

import java.io.IOException;
import java.util.function.Consumer;
import org.genevagraph.problem.Problems;

/** An outside register that can be read from its beginning to its end, more than once. */
public interface Register {
    /** How to call it in front of people, such as the name of its file. */
    String name();

    /** What the IRIs of its entries begin with, such as {@code https://ror.org/}; empty if that differs. */
    String namespace();

    /** The IRI of the register itself, as mappings name it; empty if that differs. */
    default String address() {
        return namespace();
    }

    /**
     * Reads it, one entry after the other, and keeps none.
     *
     * @param entries takes each entry
     * @param progress is told how far it has come
     * @param problems takes what is wrong with single entries, and where reading stopped if it could not go on
     * @return whether it was read to its end
     * @throws IOException if it cannot be read at all
     */
    boolean read(Consumer<Entry> entries, Progress progress, Problems problems) throws IOException;

    /** Is told how far a register is read. */
    @FunctionalInterface
    interface Progress {
        /** Tells nobody. */
        Progress NONE = (entries, done, total) -> {};

        /**
         * Some entries more were read.
         *
         * @param entries how many
         * @param done how much is behind it, in bytes or questions
         * @param total how much there is; -1 if nobody knows
         */
        void at(long entries, long done, long total);
    }
}
