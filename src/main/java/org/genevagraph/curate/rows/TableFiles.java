package org.genevagraph.curate.rows;

import java.io.IOException;
import java.util.Optional;
import org.genevagraph.snapshot.Inputs;

/** The files of the project, for whoever changes tables while others may do so too. */
public interface TableFiles {
    /** Something that differs whenever the files do. */
    Object state() throws IOException;

    /** Reads all. */
    Inputs read() throws IOException;

    /** What the file of a table, such as {@code statements/gcsp}, holds now; empty if there is none. */
    Optional<String> text(String table) throws IOException;

    /** Puts a text in place of the file of a table: whoever reads it sees the old one or the new one, whatever happens. */
    void write(String table, String text) throws IOException;

    /** Takes the file of a table away, if there is one. */
    void remove(String table) throws IOException;

    /** What is kept beside the tables under a name; empty if nothing is. */
    default Optional<String> kept(String name) throws IOException {
        return Optional.empty();
    }

    /** Keeps a text beside the tables, where there is a place for that. It is none of them, and no graph is made of it. */
    default void keep(String name, String text) throws IOException {}
}
