package org.genevagraph.text.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.text.read.OuterLists.Kind;
import org.genevagraph.text.read.OuterLists.Outer;
import org.genevagraph.text.read.line.Bullets;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/**
 * The items of a paragraph: {@code (a)}, {@code (i)} below it, {@code a.} below that, numbers that are written otherwise than those of paragraphs,
 * and what stands there with a dot, a dash or nothing before it.
 */
final class Items {
    private static final List<String> ROMAN =
            IntStream.range(1, 40).mapToObj(ListNumbers::roman).toList();

    private final Reading.Builder reading;
    private final List<Block> blocks;
    private final Position position;
    private String holder = "";
    private String heldIn = "";
    private String base = "";
    private int letter;
    private String lettered = "";
    private String deepest = "";
    private String capitalsIn = "";
    private int roman;
    private int numbered;
    private int unlettered;
    private final Bullets bullets = new Bullets();
    private String basedIn = "";
    private final OuterLists outer = new OuterLists();

    Items(Reading.Builder reading, List<Block> blocks, Position position) {
        this.reading = reading;
        this.blocks = blocks;
        this.position = position;
    }

    /** The paragraph whose items are read; empty before the first one. */
    String holder() {
        return holder;
    }

    /** What an item without a letter belongs to. */
    String base() {
        return bullets.outermost().orElse(base);
    }

    /** Whether a heading has come since the paragraph whose items are read. */
    boolean isBehindHeading() {
        return !holder.isEmpty() && !position.section().equals(heldIn);
    }

    /** Whether what comes next is still announced: the words end with a colon, and no item has come. */
    boolean areAnnounced() {
        boolean begun = base().equals(holder) && (letter > 0 || roman > 0 || numbered > 0);
        return reading.words(base()).endsWith(":") && !begun;
    }

    /** Lets items without a letter belong to a passage. */
    void belongTo(String number) {
        base = number;
        basedIn = position.section();
        bullets.clear();
    }

    /** The paragraph has begun with its first item: "1. (1) The first", of which the second stands on a line of its own. */
    void beginNumbered() {
        numbered = 1;
    }

    /** The paragraph has begun with its first item: "2. (a) The first", of which "(b)" stands on a line of its own. */
    void beginLettered() {
        letter = 1;
        lettered = "(a)";
    }

    /** Takes an item with a number, if the number is the next one or begins; otherwise says no. */
    boolean numbered(Block block) {
        Marker marker = block.marker();
        outer.find(Kind.NUMBERS)
                .filter(list -> marker.value() == list.last() + 1 && marker.value() != numbered + 1)
                .ifPresent(list -> {
                    goOn(list);
                    numbered = list.last();
                });
        boolean next = marker.value() == 1 || (numbered > 0 && marker.value() == numbered + 1);
        if (holder.isEmpty() || !next) {
            return false;
        }
        numbered = marker.value();
        reading.add(base + "." + marker.number(), "item", base, block);
        return true;
    }

    /** Goes on with the items of a paragraph; of none, if its number is empty. */
    void hold(String id) {
        outer.clear();
        beginBelow(id);
    }

    /** Goes on with a list behind what stood below its last item. */
    private void goOn(Outer list) {
        outer.resume(list);
        beginBelow(list.holder());
    }

    private void beginBelow(String id) {
        holder = id;
        heldIn = position.section();
        belongTo(id);
        letter = 0;
        deepest = "";
        capitalsIn = id;
        roman = 0;
        numbered = 0;
        unlettered = 0;
    }

    /** Letters below "(ii) to light what is:" are items of that item, until "(iii)" comes. */
    private void holdRoman(String mark) {
        Optional<Outer> waiting = outer.find(Kind.ROMANS);
        boolean begins = waiting.isEmpty() && mark.equals("a") && letter == 0 && roman > 0;
        if (begins && reading.words(below(holder, ROMAN.get(roman - 1))).endsWith(":")) {
            outer.add(new Outer(Kind.ROMANS, holder, roman, ""));
            beginBelow(below(holder, ROMAN.get(roman - 1)));
            return;
        }
        waiting.filter(list -> ROMAN.indexOf(mark) == list.last() && Marker.ordinal(mark) != letter + 1)
                .ifPresent(list -> {
                    goOn(list);
                    roman = list.last();
                });
    }

    /** Takes "(A)"; what it announces with a colon is below it, until "(B)" comes. */
    private void capital(Block block) {
        outer.find(Kind.CAPITALS).ifPresent(this::goOn);
        String within = aboveCapital(block.marker().number());
        String number = below(within, block.marker().number());
        boolean outermost = within.equals(holder) && letter == 0 && roman == 0;
        boolean added = reading.add(number, "item", within.isEmpty() ? above() : within, block);
        base = block.words().endsWith(":") ? number : holder;
        if (added && outermost && base.equals(number)) {
            outer.clear();
            outer.add(new Outer(Kind.CAPITALS, holder, 0, ""));
            beginBelow(number);
        }
    }

    /** Letters below "(1) to count what is:" are items of that item, until "(2)" comes. */
    private void holdNumbered(String mark) {
        String last = below(holder, Integer.toString(numbered));
        boolean begins = (mark.equals("a") || mark.equals("i")) && letter == 0 && roman == 0;
        if (begins && numbered > 0 && base.equals(holder) && reading.words(last).endsWith(":")) {
            outer.add(new Outer(Kind.NUMBERS, holder, numbered, ""));
            beginBelow(last);
        }
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
        holdNumbered(mark);
        holdRoman(mark);
        if (mark.equals("a")
                && holder.isEmpty()
                && !base.isEmpty()
                && reading.words(base).endsWith(":")
                && reading.has(below(holder, mark))) {
            hold(base);
            tellOfLetters(block, base);
        } else if (mark.equals("a")
                && !position.section().isEmpty()
                && !position.section().equals(holder)
                && (holder.isEmpty() || holder.startsWith("section."))
                && reading.has(below(holder, mark))) {
            hold(position.section());
            tellOfLetters(block, position.section());
        }
        if (block.marker().style().equals("(A)")) {
            capital(block);
            return;
        }
        if (isBelowRoman(block)) {
            reading.add(below(deepest, mark), "item", deepest, block);
            return;
        }
        Optional<Block> inner = block.inner()
                .filter(within ->
                        within.marker().number().equals("i") || reading.has(below(below(holder, mark), ROMAN.get(0))));
        if (inner.isPresent()) {
            itemOfItem(mark, inner.get(), block.marker().style());
            return;
        }
        String plain = Marker.isPastZ(mark) ? mark : mark.replaceFirst("(?:" + Marker.ORDINAL + ")$", "");
        int ordinal = Marker.ordinal(plain);
        if (ordinal > ListNumbers.ALPHABET && letter < ListNumbers.ALPHABET) {
            doubled(i, mark);
            return;
        }
        boolean nested =
                ROMAN.contains(plain) && (ordinal != letter + 1 || countsOn(i)) && ROMAN.indexOf(plain) == roman;
        if (nested || ordinal == 0) {
            roman = ROMAN.indexOf(plain) + 1;
            String above = letter == 0 ? holder : below(holder, ListNumbers.letters(letter));
            String number = below(above, mark);
            reading.add(number, "item", letter == 0 || !reading.has(above) ? above() : above, block);
            numbered = 0;
            unlettered = 0;
            base = Stream.of(number, above)
                    .filter(id -> reading.words(id).endsWith(":"))
                    .findFirst()
                    .orElse(holder);
            return;
        }
        if (ordinal > letter + 1) {
            for (int missing = letter + 1; missing < ordinal; missing++) {
                reading.gap(
                        below(holder, ListNumbers.letters(missing)),
                        block.first().number());
            }
        } else if (ordinal <= letter && plain.equals(mark) && !reading.has(below(holder, mark))) {
            reading.problem(
                    block.first().number(),
                    "item " + mark + " comes after item " + ListNumbers.letters(letter) + " of paragraph " + paragraph,
                    "put it in its place");
        }
        String number = below(holder, mark);
        if (reading.add(number, "item", above(), block)) {
            letter = ordinal;
            lettered = block.marker().style();
            roman = 0;
            unlettered = 0;
            // What follows without a letter belongs to an item that announces it, else to the paragraph.
            base = reading.words(number).endsWith(":") ? number : holder;
        }
    }

    /** Whether "(ii)" comes next, so that "(i)" behind "(h)" is a Roman number. */
    private boolean countsOn(int i) {
        return blocks.subList(i + 1, blocks.size()).stream()
                .filter(block -> block.kind() == Marker.Kind.LETTER || block.kind() == Marker.Kind.NUMBER)
                .findFirst()
                .filter(block -> block.kind() == Marker.Kind.LETTER
                        && block.marker().number().equals("ii"))
                .isPresent();
    }

    private void tellOfLetters(Block block, String within) {
        reading.problem(
                block.first().number(),
                "letters begin again at a, and were read as " + within + ".a and so on",
                "nothing to do if the document does so");
    }

    /** What "(A)" lies in: the Roman number before it, the letter if it is another "(a)" below one, else the paragraph; "(B)" is where "(A)" was. */
    private String aboveCapital(String mark) {
        if (mark.equals("A")) {
            String lettered = letter == 0 ? holder : below(holder, ListNumbers.letters(letter));
            if (roman > 0) {
                capitalsIn = below(lettered, ROMAN.get(roman - 1));
            } else {
                capitalsIn = reading.has(below(holder, mark)) ? lettered : holder;
            }
        }
        return capitalsIn;
    }

    /** Whether a letter that is written otherwise than those before is an item of an item of an item: "a." below "(ii)" below "(a)". */
    private boolean isBelowRoman(Block block) {
        String written = block.marker().style();
        if (deepest.isEmpty()
                && roman > 0
                && letter > 0
                && block.marker().number().equals("a")
                && !written.equals(lettered)) {
            deepest = below(below(holder, ListNumbers.letters(letter)), ROMAN.get(roman - 1));
        }
        if (written.equals(lettered) || block.marker().number().matches("[ivx]{2,}")) {
            deepest = "";
        }
        return !deepest.isEmpty();
    }

    /** "(aa)" before z: an item below the one before, as are "(aa)" and "(bb)"; or one that was put in between, as is "(aa)" behind "(a)". */
    private void doubled(int i, String mark) {
        String lettered = letter == 0 ? holder : below(holder, ListNumbers.letters(letter));
        String above = roman == 0 ? lettered : below(lettered, ROMAN.get(roman - 1));
        Optional<String> next = blocks.subList(i + 1, blocks.size()).stream()
                .filter(block -> block.kind() == Marker.Kind.LETTER || block.kind() == Marker.Kind.NUMBER)
                .findFirst()
                .map(block -> block.marker().number());
        boolean inserted = letter > 0
                && mark.startsWith(ListNumbers.letters(letter))
                && !reading.has(below(above, "aa"))
                && !(mark.equals("aa") && next.filter("bb"::equals).isPresent());
        reading.add(below(inserted ? holder : above, mark), "item", inserted ? holder : above, blocks.get(i));
    }

    /** "(a)(ii) …": an item of an item whose letter stands before each, or before the first. */
    private void itemOfItem(String letterOf, Block inner, String style) {
        String above = below(holder, letterOf);
        String mark = inner.marker().number();
        if (reading.add(below(above, mark), "item", reading.has(above) ? above : holder, inner)) {
            letter = Marker.ordinal(letterOf);
            lettered = style;
            roman = ROMAN.indexOf(mark) + 1;
            base = holder;
        }
    }

    /** What a lettered item lies in: the paragraph, or the section of one without a number. */
    private String above() {
        return holder.isEmpty() ? position.parent() : holder;
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
            base = base();
            bullets.clear();
        } else {
            placeBullet(block);
        }
        unlettered++;
        while (reading.has(below(base, Integer.toString(unlettered)))
                || isOfAClause(below(base, Integer.toString(unlettered)))) {
            unlettered++;
        }
        boolean announced = letter > 0
                || unlettered > 1
                || reading.words(base).endsWith(":")
                || (base.equals(holder) && Headings.isTitle(reading.words(base)));
        if (isPlain && !announced) {
            reading.problem(
                    block.first().number(),
                    "stands without a number below " + base,
                    "see whether it belongs there, or a number is missing");
        }
        String number = below(base, Integer.toString(unlettered));
        reading.add(number, "item", base, block);
        if (!isPlain) {
            bullets.took(number, base, block.first());
        }
    }

    /** Finds what a bullet belongs to: a bullet above it that announces it, the heading that ended the list before, or what the last one belonged to. */
    private void placeBullet(Block block) {
        String last = bullets.last();
        boolean announced = reading.words(base()).endsWith(":")
                && (last.isEmpty() || !reading.words(last).endsWith("."));
        if (!position.section().isEmpty() && !position.section().equals(basedIn) && !announced) {
            belongTo(position.section());
            unlettered = 0;
            return;
        }
        String within = bullets.within(block.first(), base, reading.words(last).endsWith(":"));
        if (!within.equals(base)) {
            base = within;
            unlettered = 0;
        }
    }

    /** Whether a numbered clause that comes later has this number. */
    private boolean isOfAClause(String number) {
        return blocks.stream()
                .anyMatch(block -> block.kind() == Marker.Kind.DECIMAL
                        && block.marker().number().equals(number));
    }
}
