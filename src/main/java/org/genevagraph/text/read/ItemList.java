package org.genevagraph.text.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.text.read.passage.Block;

/** A list of items while it is read: what it lies in, and how far it has counted. */
final class ItemList {
    /** What it lies in: a paragraph, or an item of another list; empty before the first paragraph. */
    final String holder;
    /** What an item without a letter belongs to. */
    String base;
    /** The section in which its holder is. */
    String heldIn = "";
    /** The section in which its base is. */
    String basedIn = "";
    /** How many letters have come. */
    int letter;
    /** How the letters are written. */
    String lettered = "";
    /** The item whose items have letters that are written otherwise than its own list's. */
    String deepest = "";
    /** What items with capitals lie in. */
    String capitalsIn;
    /** How many Roman numbers have come, below the last letter if there was one. */
    int roman;
    /** How many numbers have come. */
    int numbered;
    /** How many items without a letter have come. */
    int unlettered;

    Optional<Item> last = Optional.empty();

    ItemList(String holder) {
        this.holder = holder;
        this.base = holder;
        this.capitalsIn = holder;
    }

    /** With what items are counted. */
    enum Kind {
        CAPITALS,
        LETTERS,
        NUMBERS,
        ROMANS
    }

    /**
     * An item with a letter or a number.
     *
     * @param kind with what it is counted
     * @param value its place, from 1
     * @param id its number as it is cited
     * @param within what it lies in
     */
    record Item(Kind kind, int value, String id, String within, Block block) {}

    /** An item with a letter or a number has come. */
    void took(Kind kind, int value, String id, String within, Block block) {
        last = Optional.of(new Item(kind, value, id, within, block));
    }

    /** Whether its last item is counted in this way. */
    boolean isCountedWith(Kind kind) {
        return last.filter(item -> item.kind() == kind).isPresent();
    }

    /** The letter of the last item that has one. */
    String lastLetter() {
        return ListNumbers.letters(letter);
    }

    /** Lists of a paragraph that wait while what stands below their last item is read, the innermost first. */
    static final class Waiting {
        private final Deque<ItemList> lists = new ArrayDeque<>();

        /** From here on a list waits. */
        void add(ItemList list) {
            lists.push(list);
        }

        /** Whether a list waits that is as is asked. */
        boolean has(Predicate<ItemList> asked) {
            return lists.stream().anyMatch(asked);
        }

        /** The innermost list that waits and is as is asked; it waits no longer, and neither does any within it. */
        Optional<ItemList> resume(Predicate<ItemList> asked) {
            Optional<ItemList> found = lists.stream().filter(asked).findFirst();
            found.ifPresent(list -> {
                while (!lists.pop().equals(list)) {
                    // What stood within it has ended.
                }
            });
            return found;
        }

        /** No list waits: another paragraph begins. */
        void clear() {
            lists.clear();
        }
    }
}
