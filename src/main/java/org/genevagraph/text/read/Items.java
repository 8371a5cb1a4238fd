package org.genevagraph.text.read;

import java.util.List;
import java.util.Optional;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.text.read.ItemList.Item;
import org.genevagraph.text.read.ItemList.Kind;
import org.genevagraph.text.read.ItemList.Waiting;
import org.genevagraph.text.read.line.Bullets;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/**
 * The items of a paragraph: {@code (a)}, {@code (i)} below it, {@code a.} below that, numbers that are written otherwise than those of paragraphs,
 * and what stands there with a dot, a dash or nothing before it.
 */
final class Items {
    private final Reading.Builder reading;
    private final List<Block> blocks;
    private final Position position;
    private final Bullets bullets = new Bullets();
    private final Waiting waiting = new Waiting();
    private ItemList now = new ItemList("");
    private final Nesting nesting;
    private final ItemFaults faults;

    Items(Reading.Builder reading, List<Block> blocks, Position position) {
        this.reading = reading;
        this.blocks = blocks;
        this.position = position;
        this.nesting = new Nesting(blocks);
        this.faults = new ItemFaults(reading);
    }

    /** The paragraph whose items are read; empty before the first one. */
    String holder() {
        return now.holder;
    }

    /** What an item without a letter belongs to. */
    String base() {
        return bullets.outermost().orElse(now.base);
    }

    /** Whether a heading has come since the paragraph whose items are read. */
    boolean isBehindHeading() {
        return !now.holder.isEmpty() && !position.section().equals(now.heldIn);
    }

    /** Whether what comes next is still announced: the words end with a colon, and no item has come. */
    boolean areAnnounced() {
        boolean begun = base().equals(now.holder) && (now.letter > 0 || now.roman > 0 || now.numbered > 0);
        return announces(base()) && !begun;
    }

    /** Lets items without a letter belong to a passage. */
    void belongTo(String number) {
        now.base = number;
        now.basedIn = position.section();
        bullets.clear();
    }

    /** The paragraph can begin with its first item: "1. (1) The first", "2. (a) The first", of which the second stands on a line of its own. */
    void beginWithin(String words) {
        now.numbered = words.startsWith("(1) ") ? 1 : 0;
        now.letter = words.startsWith("(a) ") ? 1 : 0;
        now.lettered = now.letter == 1 ? "(a)" : "";
    }

    /** Whether a number begins a list, or goes on with one that has begun. */
    boolean canCount(int number) {
        return number == 1 || (now.numbered > 0 && number == now.numbered + 1);
    }

    /**
     * Takes an item with a number, if the number is the next one or begins; otherwise says no.
     *
     * @param i which block it is
     */
    boolean numbered(int i) {
        Block block = blocks.get(i);
        Marker marker = block.marker();
        if (marker.value() != now.numbered + 1) {
            waiting.resume(list -> list.isCountedWith(Kind.NUMBERS) && marker.value() == list.numbered + 1)
                    .ifPresent(this::goOn);
        }
        if (now.holder.isEmpty() || !canCount(marker.value())) {
            return false;
        }
        if (marker.value() == 1) {
            baseBelowLast(i);
        } else {
            now.last.filter(item -> item.kind() == Kind.NUMBERS).ifPresent(item -> now.base = item.within());
        }
        now.numbered = marker.value();
        String id = now.base + "." + marker.number();
        reading.add(id, "item", now.base, block);
        now.took(Kind.NUMBERS, now.numbered, id, now.base, block);
        return true;
    }

    /** What begins below an item that does not announce it belongs to that item all the same where its list goes on behind. */
    private void baseBelowLast(int i) {
        now.last
                .filter(item -> now.base.equals(now.holder) && nesting.isBelow(i, item))
                .ifPresent(item -> {
                    now.base = item.id();
                    now.unlettered = 0;
                });
    }

    /** Goes on with the items of a paragraph; of none, if its number is empty. */
    void hold(String id) {
        waiting.clear();
        goOn(new ItemList(id));
    }

    /** Lets the list of the last item wait, and goes on below that item. */
    private void holdBelow(String id) {
        waiting.add(now);
        goOn(new ItemList(id));
    }

    private void goOn(ItemList list) {
        now = list;
        now.heldIn = position.section();
        belongTo(list.base);
    }

    /** Letters below "(ii) to light what is:" are items of that item, until "(iii)" comes. */
    private void holdRoman(int i, String mark, String style) {
        Optional<Item> above = now.last.filter(item -> item.kind() == Kind.ROMANS && mark.equals("a"));
        boolean again = now.letter > 0 && style.equals(now.lettered);
        if (above.filter(item -> (now.letter == 0 && announces(item.id()))
                        || ((now.letter == 0 || again) && nesting.isBelow(i, item)))
                .isPresent()) {
            holdBelow(above.get().id());
            return;
        }
        if (above.isPresent() && now.letter == 0) {
            faults.behindRomans(blocks.get(i), below(now.holder, "a"));
        }
        int ordinal = Marker.ordinal(mark);
        boolean ofThis = ordinal == now.letter + 1 || (now.roman > 0 && Nesting.ROMAN.indexOf(mark) == now.roman);
        if (!ofThis) {
            waiting.resume(list -> (list.isCountedWith(Kind.ROMANS) && Nesting.ROMAN.indexOf(mark) == list.roman)
                            || (list.letter > 0 && ordinal == list.letter + 1 && list.lettered.equals(style)))
                    .ifPresent(this::goOn);
        }
    }

    /** Takes "A)" with a large letter behind it where a list of such is announced or goes on; otherwise says no, for it may be a heading. */
    boolean capital(int i) {
        Block block = blocks.get(i);
        String mark = block.marker().number();
        String before = String.valueOf((char) (mark.charAt(0) - 1));
        boolean closed = mark.length() == 1 && block.first().text().strip().startsWith(mark + ")");
        boolean goesOn = mark.equals("A")
                ? announces(base())
                : reading.has(below(now.capitalsIn, before))
                        || waiting.has(list -> reading.has(below(list.capitalsIn, before)));
        if (!closed || now.holder.isEmpty() || !goesOn) {
            return false;
        }
        capital(block);
        return true;
    }

    /** Takes "(A)"; what it announces with a colon is below it, until "(B)" comes. */
    private void capital(Block block) {
        waiting.resume(list -> list.isCountedWith(Kind.CAPITALS)).ifPresent(this::goOn);
        String within = aboveCapital(block.marker().number());
        String number = below(within, block.marker().number());
        boolean outermost = within.equals(now.holder) && now.letter == 0 && now.roman == 0;
        boolean added = reading.add(number, "item", within.isEmpty() ? above() : within, block);
        now.took(Kind.CAPITALS, block.marker().number().charAt(0) - 'A' + 1, number, within, block);
        now.base = block.words().endsWith(":") ? number : now.holder;
        if (added && outermost && now.base.equals(number)) {
            now.base = now.holder;
            holdBelow(number);
        }
    }

    /** Letters below "(1) to count what is:" are items of that item, until "(2)" comes. */
    private void holdNumbered(int i, String mark) {
        now.last
                .filter(item -> mark.equals("a") || mark.equals("i"))
                .filter(item -> item.kind() == Kind.NUMBERS || item.kind() == Kind.CAPITALS)
                .filter(item -> (now.letter == 0 && now.base.equals(now.holder) && announces(item.id()))
                        || nesting.isBelow(i, item))
                .ifPresent(item -> holdBelow(item.id()));
    }

    /**
     * Takes an item with a letter.
     *
     * @param i which block it is
     * @param paragraph the paragraph in which it is, as people are told
     */
    void item(int i, int paragraph) {
        Block block = blocks.get(i);
        String mark = block.marker().number();
        bullets.clear();
        holdNumbered(i, mark);
        holdRoman(i, mark, block.marker().style());
        beginAgain(block, mark);
        if (block.marker().style().equals("(A)")) {
            capital(block);
            return;
        }
        if (isBelowRoman(block)) {
            reading.add(below(now.deepest, mark), "item", now.deepest, block);
            return;
        }
        Optional<Block> inner = block.inner()
                .filter(within -> within.marker().number().equals("i")
                        || reading.has(below(below(now.holder, mark), Nesting.ROMAN.get(0))));
        if (inner.isPresent()) {
            itemOfItem(mark, inner.get(), block.marker().style());
            return;
        }
        String plain = Marker.isPastZ(mark) ? mark : mark.replaceFirst("(?:" + Marker.ORDINAL + ")$", "");
        int ordinal = Marker.ordinal(plain);
        if (ordinal > ListNumbers.ALPHABET && now.letter < ListNumbers.ALPHABET) {
            doubled(i, mark);
            return;
        }
        boolean nested = Nesting.ROMAN.contains(plain)
                && (ordinal != now.letter + 1 || nesting.countsOn(i))
                && Nesting.ROMAN.indexOf(plain) == now.roman;
        if (nested || ordinal == 0) {
            String above = lettered();
            faults.missing(block, now.roman, Nesting.ROMAN.indexOf(plain) + 1, n -> below(above, ListNumbers.roman(n)));
            now.roman = Nesting.ROMAN.indexOf(plain) + 1;
            String number = below(above, mark);
            String within = now.letter == 0 || !reading.has(above) ? above() : above;
            reading.add(number, "item", within, block);
            now.took(Kind.ROMANS, now.roman, number, within, block);
            now.numbered = 0;
            now.unlettered = 0;
            now.base = announces(number) ? number : announces(above) ? above : now.holder;
            return;
        }
        faults.missing(block, now.letter, ordinal, n -> below(now.holder, ListNumbers.letters(n)));
        if (ordinal <= now.letter && plain.equals(mark) && !reading.has(below(now.holder, mark))) {
            faults.outOfOrder(block, mark, now.lastLetter(), paragraph);
        }
        String number = below(now.holder, mark);
        if (reading.add(number, "item", above(), block)) {
            now.letter = ordinal;
            now.lettered = block.marker().style();
            now.took(Kind.LETTERS, now.letter, number, above(), block);
            now.roman = 0;
            now.unlettered = 0;
            // What follows without a letter belongs to an item that announces it, else to the paragraph.
            now.base = announces(number) ? number : now.holder;
        }
    }

    /** Letters or Roman numbers of what has no number begin again: below another heading, or below what announces them. */
    private void beginAgain(Block block, String mark) {
        boolean again = (mark.equals("a") || (mark.equals("i") && now.letter == 0 && now.roman > 0))
                && reading.has(below(now.holder, mark));
        if (again && now.holder.isEmpty() && !now.base.isEmpty() && announces(now.base)) {
            faults.begunAgain(block, mark, now.base);
            hold(now.base);
        } else if (again
                && !position.section().isEmpty()
                && !position.section().equals(now.holder)
                && (now.holder.isEmpty() || now.holder.startsWith("section."))) {
            faults.begunAgain(block, mark, position.section());
            hold(position.section());
        }
    }

    /** What "(A)" lies in: the Roman number before it, the letter if it is another "(a)" below one, else the paragraph; "(B)" is where "(A)" was. */
    private String aboveCapital(String mark) {
        if (mark.equals("A")) {
            boolean again = now.roman > 0 || reading.has(below(now.holder, mark));
            now.capitalsIn = again ? lastRoman() : now.holder;
        }
        return now.capitalsIn;
    }

    /** Whether a letter that is written otherwise than those before is an item of an item of an item: "a." below "(ii)" below "(a)". */
    private boolean isBelowRoman(Block block) {
        String written = block.marker().style();
        if (now.deepest.isEmpty()
                && now.roman > 0
                && now.letter > 0
                && block.marker().number().equals("a")
                && !written.equals(now.lettered)) {
            now.deepest = lastRoman();
        }
        if (written.equals(now.lettered) || block.marker().number().matches("[ivx]{2,}")) {
            now.deepest = "";
        }
        return !now.deepest.isEmpty();
    }

    /** "(aa)" before z: an item below the one before, as are "(aa)" and "(bb)"; or one that was put in between, as is "(aa)" behind "(a)". */
    private void doubled(int i, String mark) {
        String above = lastRoman();
        boolean inserted = now.letter > 0
                && mark.startsWith(now.lastLetter())
                && !reading.has(below(above, "aa"))
                && !(mark.equals("aa") && nesting.next(i).filter("bb"::equals).isPresent());
        reading.add(below(inserted ? now.holder : above, mark), "item", inserted ? now.holder : above, blocks.get(i));
    }

    /** "(a)(ii) …": an item of an item whose letter stands before each, or before the first. */
    private void itemOfItem(String letterOf, Block inner, String style) {
        String above = below(now.holder, letterOf);
        String mark = inner.marker().number();
        if (reading.add(below(above, mark), "item", reading.has(above) ? above : now.holder, inner)) {
            now.letter = Marker.ordinal(letterOf);
            now.lettered = style;
            now.roman = Nesting.ROMAN.indexOf(mark) + 1;
            now.base = now.holder;
        }
    }

    /** The last item with a letter; where there is none, what the list lies in. */
    private String lettered() {
        return now.letter == 0 ? now.holder : below(now.holder, now.lastLetter());
    }

    /** The last item with a Roman number; where there is none, that with a letter. */
    private String lastRoman() {
        return now.roman == 0 ? lettered() : below(lettered(), Nesting.ROMAN.get(now.roman - 1));
    }

    private boolean announces(String id) {
        return reading.words(id).endsWith(":");
    }

    /** What a lettered item lies in: the paragraph, or the section of one without a number. */
    private String above() {
        return now.holder.isEmpty() ? position.parent() : now.holder;
    }

    private String below(String above, String mark) {
        String start = above.isEmpty() ? position.scope() : above + ".";
        return start + mark;
    }

    /**
     * Takes an item without a letter.
     *
     * @param i which block it is
     * @param isPlain whether nothing at all stands before it, not even a dot
     */
    void unlettered(int i, boolean isPlain) {
        Block block = blocks.get(i);
        if (isPlain) {
            now.base = base();
            bullets.clear();
        } else {
            placeBullet(i);
            if (bullets.last().isEmpty()) {
                baseBelowLast(i);
            }
        }
        String number;
        do {
            now.unlettered++;
            number = below(now.base, Integer.toString(now.unlettered));
        } while (reading.has(number) || nesting.isOfAClause(number));
        boolean announced = now.letter > 0
                || now.unlettered > 1
                || announces(now.base)
                || (now.base.equals(now.holder) && Headings.isTitle(reading.words(now.base)));
        if (isPlain && !announced) {
            faults.unannounced(block, now.base);
        }
        reading.add(number, "item", now.base, block);
        if (!isPlain) {
            bullets.took(number, now.base, block.first());
        }
    }

    /** Finds what a bullet belongs to: a bullet above it that announces it, the heading that ended the list before, or what the last one belonged to. */
    private void placeBullet(int i) {
        String last = bullets.last();
        boolean announced =
                announces(base()) && (last.isEmpty() || !reading.words(last).endsWith("."));
        if (!position.section().isEmpty() && !position.section().equals(now.basedIn) && !announced) {
            belongTo(position.section());
            now.unlettered = 0;
            return;
        }
        String within =
                bullets.within(blocks.get(i).first(), now.base, announces(last), sign -> nesting.returns(i, sign));
        if (!within.equals(now.base)) {
            now.base = within;
            now.unlettered = 0;
        }
    }
}
