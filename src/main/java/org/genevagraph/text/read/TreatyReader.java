package org.genevagraph.text.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genevagraph.source.ListNumbers;
import org.genevagraph.source.SourceText;

/**
 * Reads documents with numbered paragraphs, as the United Nations write them: paragraphs, lettered items and items without a letter,
 * section headings, footnotes, articles, and an annex whose table has a line a cell. Numbers count on through sections; {@code 72.l} is
 * item l of paragraph 72, {@code 27.c.1} the first item without a letter below 27.c, {@code annex.c1} a row of the annex,
 * {@code article-2.1} the first paragraph of an article.
 */
final class TreatyReader implements TextReader {
    private static final List<String> ROMAN =
            Arrays.asList("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    @Override
    public String form() {
        return "treaty";
    }

    @Override
    public Reading read(SourceText text) {
        Reading.Builder reading = new Reading.Builder(text);
        Run run = new Run(reading, Blocks.of(text.lines(), reading));
        for (int i = 0; i < run.blocks.size(); ) {
            i += run.take(i);
        }
        run.tellIfUnnumbered();
        return reading.build();
    }

    /** One reading: where in the document it is. */
    private static final class Run {
        private final Reading.Builder reading;
        private final List<Block> blocks;
        private String annex = "";
        private String article = "";
        private String restart = "";
        private String section = "";
        private int sections;
        private int sectionNumber;
        private boolean beginsSection;
        private String style = "";
        private int paragraph;
        private String holder = "";
        private int letter;
        private String lettered = "";
        private String deepest = "";
        private int roman;
        private int numbered;
        private int unlettered;
        private String heldIn = "";
        private String base = "";
        private int preamble;
        private int footnotes;
        private final AnnexRows rows;
        private boolean anyNumber;

        Run(Reading.Builder reading, List<Block> blocks) {
            this.reading = reading;
            this.blocks = blocks;
            this.rows = new AnnexRows(reading, blocks);
        }

        /** Takes what begins with a block; returns how many blocks it was. */
        int take(int i) {
            Block block = blocks.get(i);
            boolean beganSection = beginsSection;
            beginsSection = false;
            switch (block.kind()) {
                case ANNEX -> beginAnnex(block);
                case ARTICLE -> beginArticle(block);
                case DIVISION -> division(i);
                case FOOTNOTE -> {
                    footnote(block);
                    beginsSection = beganSection;
                }
                case PREAMBULAR -> preambular(block);
                case NUMBER -> number(i, beganSection);
                case DECIMAL -> decimal(block);
                case LETTER -> item(i);
                case BULLET -> unlettered(i, false);
                case CODE -> {
                    if (rows.isRow(annex, i)) {
                        return rows.row(annex, i);
                    }
                    code(i);
                }
                default -> {
                    return plain(i, beganSection);
                }
            }
            return 1;
        }

        private int plain(int i, boolean beganSection) {
            Block block = blocks.get(i);
            if (!annex.isEmpty() && article.isEmpty() && holder.isEmpty() && rows.stand(annex, i)) {
                return rows.header(annex, i);
            }
            boolean beforeNumber = i + 1 < blocks.size()
                    && Set.of(Marker.Kind.NUMBER, Marker.Kind.DECIMAL, Marker.Kind.CODE, Marker.Kind.DIVISION)
                            .contains(blocks.get(i + 1).kind());
            if (!isList(i)
                    && (Headings.looksLike(block.words()) || (beforeNumber && Headings.couldBe(block.words())))) {
                section(block);
            } else if (!holder.isEmpty()
                    && !section.equals(heldIn)
                    && !reading.words(base).endsWith(":")) {
                belowHeading(block, beginsAgain(i));
                beginsSection = beganSection;
            } else if (holder.isEmpty()) {
                String number = nextOfPreamble();
                reading.addWhole(number, "paragraph", parent(), block);
                base = number;
                beginsSection = beganSection;
            } else {
                unlettered(i, true);
            }
            return 1;
        }

        /** What has no number and stands below a heading that ended the paragraph before. */
        private void belowHeading(Block block, boolean beforeNumbers) {
            String within = beforeNumbers ? section + ".preamble." : section + ".";
            int next = 1;
            while (reading.has(within + next)) {
                next++;
            }
            String number = within + next;
            reading.add(number, "paragraph", section, block);
            base = number;
        }

        /** Whether numbers begin again at 1 below the same heading, so that what stands before them is a preamble. */
        private boolean beginsAgain(int i) {
            return reading.has(prefix() + "1")
                    && blocks.subList(i, blocks.size()).stream()
                            .dropWhile(block -> block.kind() == Marker.Kind.NONE && !Headings.looksLike(block.words()))
                            .findFirst()
                            .filter(block -> block.kind() == Marker.Kind.NUMBER
                                    && block.marker().value() == 1)
                            .isPresent();
        }

        /** The number of a paragraph of the preamble that has none; numbers that others have are theirs. */
        private String nextOfPreamble() {
            List<Integer> taken = blocks.stream()
                    .filter(block -> block.kind() == Marker.Kind.PREAMBULAR)
                    .map(block -> block.marker().value())
                    .toList();
            int next = taken.isEmpty() ? preamble + 1 : 0;
            while (taken.contains(next) || reading.has(scope() + "preamble." + next)) {
                next++;
            }
            preamble = Math.max(preamble, taken.isEmpty() ? next : preamble);
            return scope() + "preamble." + next;
        }

        /** Whether nothing but short lines follows in an annex that has a title: they are a list, such as that of those who were there. */
        private boolean isList(int i) {
            boolean titled = !section.isEmpty() || reading.words(annex).matches(".*[\\p{L}\\d] ?[.:–—-]? \\p{Lu}.*");
            return !annex.isEmpty()
                    && article.isEmpty()
                    && holder.isEmpty()
                    && titled
                    && Headings.areAll(blocks.subList(i, blocks.size()));
        }

        /** "Part II" between two articles ends the first. */
        private void division(int i) {
            boolean ended = !article.isEmpty()
                    && blocks.subList(i + 1, blocks.size()).stream()
                            .filter(later -> later.kind() == Marker.Kind.ARTICLE || later.kind() == Marker.Kind.NUMBER)
                            .findFirst()
                            .filter(later -> later.kind() == Marker.Kind.ARTICLE)
                            .isPresent();
            if (ended) {
                article = "";
                restart = "";
            }
            section(blocks.get(i));
        }

        private void section(Block block) {
            sections++;
            String number = "section." + sections;
            reading.addWhole(number, "section", scopeId(), block);
            section = number;
            beginsSection = true;
        }

        private String scopeId() {
            return article.isEmpty() ? annex : scope().replaceFirst("\\.$", "");
        }

        private String parent() {
            return section.isEmpty() ? scopeId() : section;
        }

        /** What the numbers of an annex and of an article begin with. */
        private String scope() {
            return (annex.isEmpty() ? "" : annex + ".") + (article.isEmpty() ? "" : article + ".");
        }

        private String prefix() {
            return restart.isEmpty() ? scope() : restart + ".";
        }

        private void preambular(Block block) {
            String number = scope() + "preamble." + block.marker().number();
            int last = preamble;
            if (reading.add(number, "paragraph", parent(), block)) {
                for (int missing = last + 1; missing < block.marker().value(); missing++) {
                    reading.gap(scope() + "preamble." + missing, block.first().number());
                }
            }
            preamble = Math.max(preamble, block.marker().value());
            base = number;
        }

        private void number(int i, boolean beganSection) {
            Block block = blocks.get(i);
            Marker marker = block.marker();
            if (Headings.isNumbered(blocks.subList(i, blocks.size()), paragraph + 1, sectionNumber)) {
                sectionNumber = marker.value();
                section(block);
                return;
            }
            boolean ofOtherStyle = !style.isEmpty()
                    && !style.equals(marker.style())
                    && !marker.style().equals("OP");
            if (ofOtherStyle
                    && !holder.isEmpty()
                    && (marker.value() == 1 || (numbered > 0 && marker.value() == numbered + 1))) {
                numbered = marker.value();
                String number = base + "." + marker.number();
                reading.add(number, "item", base, block);
                return;
            }
            paragraph(block, beganSection);
        }

        private void paragraph(Block block, boolean beganSection) {
            Marker marker = block.marker();
            int number = marker.value();
            if (number == 1 && paragraph > 0 && beganSection && !marker.isInserted() && reading.has(prefix() + "1")) {
                restart = section;
                paragraph = 0;
                reading.problem(
                        block.first().number(),
                        "numbers begin again at 1, and were read as " + restart + ".1 and so on",
                        "nothing to do if the document does so");
            }
            String id = prefix() + marker.number();
            if (number > paragraph + 1) {
                for (int missing = paragraph + 1; missing < number; missing++) {
                    reading.gap(prefix() + missing, block.first().number());
                }
            } else if (number <= paragraph && !reading.has(id) && !(marker.isInserted() && number == paragraph)) {
                reading.problem(
                        block.first().number(),
                        "paragraph " + marker.number() + " comes after paragraph " + paragraph,
                        "put it in its place");
            }
            String within = !annex.isEmpty() && article.isEmpty() && section.isEmpty() ? annex : parent();
            if (reading.add(id, "paragraph", within, block)) {
                paragraph = number;
                style = style.isEmpty() && !marker.style().equals("OP") ? marker.style() : style;
                anyNumber = true;
                hold(id);
                // "1. (1) The first": its second stands on a line of its own.
                numbered = block.words().startsWith("(1) ") ? 1 : 0;
            }
        }

        private void hold(String id) {
            holder = id;
            heldIn = section;
            base = id;
            letter = 0;
            deepest = "";
            roman = 0;
            numbered = 0;
            unlettered = 0;
        }

        private void decimal(Block block) {
            if (Headings.couldBe(block.words())) {
                section(block);
                return;
            }
            String id = prefix() + block.marker().number();
            String above = id.replaceFirst("\\.[^.]*$", "");
            anyNumber = true;
            if (reading.add(id, "paragraph", reading.has(above) ? above : parent(), block)) {
                hold(id);
            }
        }

        private void code(int i) {
            Block block = blocks.get(i);
            boolean beforeNumber = i + 1 < blocks.size() && blocks.get(i + 1).kind() == Marker.Kind.NUMBER;
            boolean roman = block.marker().number().matches("[IVX]+");
            boolean announces = roman
                    && block.words().endsWith(":")
                    && i + 1 < blocks.size()
                    && Set.of(Marker.Kind.LETTER, Marker.Kind.BULLET)
                            .contains(blocks.get(i + 1).kind());
            boolean sentence = (block.words().endsWith(".") || announces) && !Headings.isInCapitals(block.words());
            if (!sentence || beforeNumber || (block.marker().number().length() > 1 && !roman)) {
                section(block);
                return;
            }
            String id = prefix() + block.marker().number();
            anyNumber = true;
            if (reading.add(id, "paragraph", parent(), block)) {
                hold(id);
            }
        }

        private void item(int i) {
            Block block = blocks.get(i);
            String mark = block.marker().number();
            if (mark.equals("a")
                    && !section.isEmpty()
                    && !section.equals(holder)
                    && (holder.isEmpty() || holder.startsWith("section."))
                    && reading.has(below(holder, mark))) {
                hold(section);
                reading.problem(
                        block.first().number(),
                        "letters begin again at a, and were read as " + section + ".a and so on",
                        "nothing to do if the document does so");
            }
            if (block.marker().style().equals("(A)")) {
                // "(A)" below "(a)" is another one.
                String within = reading.has(below(holder, mark)) && letter > 0
                        ? below(holder, ListNumbers.letters(letter))
                        : holder;
                reading.add(below(within, mark), "item", within.isEmpty() ? above() : within, block);
                base = block.words().endsWith(":") ? below(within, mark) : holder;
                return;
            }
            if (isBelowRoman(block)) {
                reading.add(below(deepest, mark), "item", deepest, block);
                return;
            }
            Optional<Block> inner = block.inner()
                    .filter(within -> within.marker().number().equals("i")
                            || reading.has(below(below(holder, mark), ROMAN.get(0))));
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
            boolean nested = ROMAN.contains(plain) && ordinal != letter + 1 && ROMAN.indexOf(plain) == roman;
            if (nested || ordinal == 0) {
                roman = ROMAN.indexOf(plain) + 1;
                String above = letter == 0 ? holder : below(holder, ListNumbers.letters(letter));
                reading.add(below(above, mark), "item", letter == 0 ? above() : above, block);
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
                        "item " + mark + " comes after item " + ListNumbers.letters(letter) + " of paragraph "
                                + paragraph,
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
            String above = letter == 0 ? holder : below(holder, ListNumbers.letters(letter));
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
            return holder.isEmpty() ? parent() : holder;
        }

        private String below(String above, String mark) {
            String start = above.isEmpty() ? scope() : above + ".";
            return start + mark;
        }

        private void unlettered(int i, boolean isPlain) {
            Block block = blocks.get(i);
            unlettered++;
            while (reading.has(below(base, Integer.toString(unlettered)))) {
                unlettered++;
            }
            boolean announced =
                    letter > 0 || unlettered > 1 || reading.words(base).endsWith(":");
            if (isPlain && !announced) {
                reading.problem(
                        block.first().number(),
                        "stands without a number below " + base,
                        "see whether it belongs there, or a number is missing");
            }
            reading.add(below(base, Integer.toString(unlettered)), "item", base, block);
        }

        private void beginAnnex(Block block) {
            String which = block.marker().number().toLowerCase(Locale.ROOT);
            annex = which.isEmpty() ? "annex" : "annex-" + which;
            article = "";
            reading.addWhole(annex, "annex", "", block);
            beginScope();
        }

        private void beginArticle(Block block) {
            article = "article-" + block.marker().number();
            String id = scopeId();
            beginScope();
            boolean ends = block.words().endsWith(".")
                    || (block.marker().style().equals(Marker.WITH_ITS_SENTENCE)
                            && block.words().endsWith(":"));
            boolean sentence = ends && !Headings.couldBe(block.words());
            if (sentence) {
                reading.add(id, "paragraph", annex, block);
                hold(id);
            } else {
                reading.addWhole(id, "section", annex, block);
            }
            anyNumber = true;
        }

        private void beginScope() {
            section = "";
            restart = "";
            style = "";
            paragraph = 0;
            preamble = 0;
            sectionNumber = 0;
            rows.begin();
            hold("");
        }

        private void footnote(Block block) {
            String mark = block.marker().number();
            String number = "footnote." + mark;
            if (mark.isEmpty()) {
                do {
                    footnotes++;
                } while (reading.has("footnote." + footnotes));
                number = "footnote." + footnotes;
            }
            int again = 2;
            String first = number;
            while (reading.has(number)) {
                number = first + "." + again;
                again++;
            }
            String parent = block.marker().style().equals(Marker.SLASH)
                    ? reading.holding(mark + "/")
                    : mark.isEmpty() ? reading.holding(block.marker().style()) : reading.marked(mark);
            reading.add(number, "footnote", parent, block);
        }

        void tellIfUnnumbered() {
            if (!anyNumber && !blocks.isEmpty()) {
                reading.problem(
                        blocks.get(0).first().number(),
                        "begins a text in which no numbered paragraph was found",
                        "check whether it is the right file, and its form");
            }
        }
    }
}
