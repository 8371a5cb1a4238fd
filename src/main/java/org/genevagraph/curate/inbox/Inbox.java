package org.genevagraph.curate.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where proposals wait for a person: a folder with a small file for each, bound in number and size. Nothing in it is a fact, and nothing of it is
 * served.
 */
public final class Inbox {
    /** So many proposals wait at most. */
    public static final int MOST = 1_000;

    /** So many bytes they may have together. */
    public static final long MOST_BYTES = 4L << 20;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}\\.json");
    private static final String ENDING = ".json";

    private final Shelf shelf;

    /** The files of the folder. */
    public interface Shelf {
        /** Their names and sizes in bytes. */
        Map<String, Long> sizes() throws IOException;

        /** What one holds; empty if it is gone by now or cannot be read as text. */
        Optional<String> text(String name) throws IOException;

        /** Writes one: it is there when it is whole. */
        void write(String name, String text) throws IOException;

        /** Takes one away, if it is there. */
        void delete(String name) throws IOException;
    }

    /** With the folder. */
    public Inbox(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Puts a proposal there.
     *
     * @return whether it is there now; false if there is no room for it
     * @throws IOException if it cannot be written
     */
    public synchronized boolean put(Contribution contribution) throws IOException {
        Map<String, Long> sizes = proposals();
        String name = contribution.id() + ENDING;
        if (sizes.containsKey(name)) {
            return true;
        }
        String text = contribution.json() + "\n";
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        long held = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (sizes.size() >= MOST || held + bytes > MOST_BYTES) {
            return false;
        }
        shelf.write(name, text);
        return true;
    }

    /** The proposals that wait, the oldest first. */
    public synchronized List<Contribution> waiting() throws IOException {
        List<Contribution> waiting = new ArrayList<>();
        for (String name : proposals().keySet()) {
            shelf.text(name).flatMap(Contribution::of).ifPresent(waiting::add);
        }
        waiting.sort(Comparator.comparing(Contribution::day).thenComparing(Contribution::id));
        return waiting;
    }

    /** Takes a proposal away, since a person has decided about it. */
    public synchronized void settle(Contribution contribution) throws IOException {
        shelf.delete(contribution.id() + ENDING);
    }

    private Map<String, Long> proposals() throws IOException {
        Map<String, Long> sizes = new TreeMap<>(shelf.sizes());
        sizes.keySet().removeIf(name -> !NAME.matcher(name).matches());
        return sizes;
    }
}
