package org.genevagraph.text.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genevagraph.source.SourceText;

/**
 * Reads documents with numbered paragraphs, as the United Nations write them: paragraphs, lettered items and items without a letter,
 * section headings, footnotes, articles, and an annex whose table has a line a cell. Numbers count on through sections; {@code 72.l} is
 * item l of paragraph 72, {@code 27.c.1} the first item without a letter below 27.c, {@code annex.c1} a row of the annex,
 * {@code article-2.1} the first paragraph of an article.
 */
final class TreatyReader implements TextReader {
    private static final Set<Marker.Kind> SCOPES = EnumSet.of(Marker.Kind.ANNEX, Marker.Kind.ARTICLE);
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
        private int roman;
        private int numbered;
        private int unlettered;
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
                case LETTER -> item(block);
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
            if (Headings.looksLike(block.words()) || (beforeNumber && Headings.couldBe(block.words()))) {
                section(block);
            } else if (holder.isEmpty()) {
                preamble++;
                String number = scope() + "preamble." + preamble;
                reading.addWhole(number, "paragraph", parent(), block);
                base = number;
                beginsSection = beganSection;
            } else {
                unlettered(i, true);
            }
            return 1;
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
            reading.add(number, "paragraph", parent(), block);
            preamble = Math.max(preamble, block.marker().value());
            base = number;
        }

        private void number(int i, boolean beganSection) {
            Block block = blocks.get(i);
            Marker marker = block.marker();
            if (isSection(i)) {
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
            }
        }

        private void hold(String id) {
            holder = id;
            base = id;
            letter = 0;
            roman = 0;
            numbered = 0;
            unlettered = 0;
        }

        /**
         * Whether a number that stands before what looks like a heading is that of a section: where the paragraphs count on without it.
         */
        private boolean isSection(int i) {
            Block block = blocks.get(i);
            int value = block.marker().value();
            if (!Headings.couldBeOneOf(block.words())) {
                return false;
            }
            int next = paragraph + 1;
            for (int j = i + 1;
                    j < blocks.size() && !SCOPES.contains(blocks.get(j).kind());
                    j++) {
                Block later = blocks.get(j);
                if (j == i + 1 && (later.kind() == Marker.Kind.LETTER || later.kind() == Marker.Kind.BULLET)) {
                    return false;
                }
                if (later.kind() == Marker.Kind.NUMBER && !Headings.couldBeOneOf(later.words())) {
                    int follows = later.marker().value();
                    return follows == next || isNextSection(value, next);
                }
            }
            return isNextSection(value, next);
        }

        private boolean isNextSection(int value, int next) {
            return value != next && sectionNumber > 0 && value == sectionNumber + 1;
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
            boolean sentence = block.words().endsWith(".") && !Headings.isInCapitals(block.words());
            if (!sentence || beforeNumber || block.marker().number().length() > 1) {
                section(block);
                return;
            }
            String id = prefix() + block.marker().number();
            if (reading.add(id, "paragraph", parent(), block)) {
                hold(id);
            }
        }

        private void item(Block block) {
            String mark = block.marker().number();
            if (block.marker().style().equals("(A)")) {
                reading.add(below(holder, mark), "item", holder, block);
                base = block.words().endsWith(":") ? below(holder, mark) : holder;
                return;
            }
            Optional<Block> inner = block.inner()
                    .filter(within -> within.marker().number().equals("i")
                            || reading.has(below(below(holder, mark), ROMAN.get(0))));
            if (inner.isPresent()) {
                itemOfItem(mark, inner.get());
                return;
            }
            String plain = mark.replaceFirst("(?:bis|ter|quater|quinquies|sexies|septies|octies)$", "");
            int ordinal = ordinal(plain);
            boolean nested = ROMAN.contains(plain) && ordinal != letter + 1 && ROMAN.indexOf(plain) == roman;
            if (nested || ordinal == 0) {
                roman = ROMAN.indexOf(plain) + 1;
                String above = letter == 0 ? holder : below(holder, letters(letter));
                reading.add(below(above, mark), "item", above, block);
                return;
            }
            if (ordinal > letter + 1) {
                for (int missing = letter + 1; missing < ordinal; missing++) {
                    reading.gap(below(holder, letters(missing)), block.first().number());
                }
            } else if (ordinal <= letter && plain.equals(mark) && !reading.has(below(holder, mark))) {
                reading.problem(
                        block.first().number(),
                        "item " + mark + " comes after item " + letters(letter) + " of paragraph " + paragraph,
                        "put it in its place");
            }
            String number = below(holder, mark);
            if (reading.add(number, "item", holder, block)) {
                letter = ordinal;
                roman = 0;
                unlettered = 0;
                // What follows without a letter belongs to an item that announces it, else to the paragraph.
                base = reading.words(number).endsWith(":") ? number : holder;
            }
        }

        /** "(a)(ii) …": an item of an item whose letter stands before each, or before the first. */
        private void itemOfItem(String letterOf, Block inner) {
            String above = below(holder, letterOf);
            String mark = inner.marker().number();
            if (reading.add(below(above, mark), "item", reading.has(above) ? above : holder, inner)) {
                letter = ordinal(letterOf);
                roman = ROMAN.indexOf(mark) + 1;
                base = holder;
            }
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

        /** 1 for a, 27 for aa; 0 for what can only be a Roman number. */
        private static int ordinal(String mark) {
            if (mark.length() == 1) {
                return mark.charAt(0) - 'a' + 1;
            }
            return mark.length() == 2 && mark.charAt(0) == mark.charAt(1) && !mark.equals("ii")
                    ? 26 + mark.charAt(0) - 'a' + 1
                    : 0;
        }

        private static String letters(int ordinal) {
            return ordinal <= 26
                    ? String.valueOf((char) ('a' + ordinal - 1))
                    : String.valueOf((char) ('a' + ordinal - 27)).repeat(2);
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
            boolean sentence =
                    !block.words().isEmpty() && block.words().endsWith(".") && !Headings.couldBe(block.words());
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
            String parent = mark.isEmpty() ? reading.holding(block.marker().style()) : reading.marked(mark);
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
