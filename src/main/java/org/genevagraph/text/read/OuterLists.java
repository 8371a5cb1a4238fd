package org.genevagraph.text.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The lists of a paragraph that wait while what stands below their last item is read, the innermost first. */
final class OuterLists {
    private final Deque<Outer> lists = new ArrayDeque<>();

    /** With what the items of a list are counted. */
    enum Kind {
        CAPITALS,
        NUMBERS,
        ROMANS
    }

    /**
     * A list that waits.
     *
     * @param kind with what its items are counted
     * @param holder what they lie in
     * @param last which of them came last, from 1
     * @param style how it is written
     */
    record Outer(Kind kind, String holder, int last, String style) {}

    /** From here on a list waits. */
    void add(Outer list) {
        lists.push(list);
    }

    /** The innermost list of a kind that waits. */
    Optional<Outer> find(Kind kind) {
        return lists.stream().filter(list -> list.kind() == kind).findFirst();
    }

    /** A list goes on, so that neither it nor any within it waits any longer. */
    void resume(Outer list) {
        while (!lists.isEmpty() && !lists.pop().equals(list)) {
            // What stood within it has ended.
        }
    }

    /** No list waits: another paragraph begins. */
    void clear() {
        lists.clear();
    }
}
