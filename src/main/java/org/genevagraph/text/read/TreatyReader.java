package org.genevagraph.text.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Votes;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/**
 * Reads documents with numbered paragraphs, as the United Nations write them: paragraphs, lettered items and items without a letter,
 * section headings, footnotes, articles, and an annex whose table has a line a cell. Numbers count on through sections; {@code 72.l} is
 * item l of paragraph 72, {@code 27.c.1} the first item without a letter below 27.c, {@code annex.c1} a row of the annex,
 * {@code article-2.1} the first paragraph of an article.
 */
final class TreatyReader implements TextReader {
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
        private final Position position;
        private final Items items;
        private final AnnexRows rows;
        private int sectionNumber;
        private boolean beginsSection;
        private String style = "";
        private int paragraph;
        private int preamble;
        private boolean anyNumber;
        /** Whether the last paragraph has a number such as OP1, so that those in brackets below it are of items. */
        private boolean isOperative;

        private boolean atTheEnd;
        private int closings;
        private final boolean hasClauses;

        /** Whether paragraphs have capital letters in place of numbers: "A. Decides to meet again;" is no heading. */
        private final boolean hasLetteredParagraphs;

        Run(Reading.Builder reading, List<Block> blocks) {
            this.reading = reading;
            this.blocks = blocks;
            this.position = new Position(reading);
            this.items = new Items(reading, blocks, position);
            this.rows = new AnnexRows(reading, blocks);
            this.hasClauses = Headings.areOfAStandard(blocks);
            this.hasLetteredParagraphs = blocks.stream()
                    .anyMatch(block ->
                            block.kind() == Marker.Kind.CODE && block.words().endsWith(";"));
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
                    reading.addFootnote(block);
                    beginsSection = beganSection;
                }
                case PREAMBULAR -> preambular(block);
                case NUMBER -> number(i, beganSection);
                case DECIMAL -> decimal(i);
                case LETTER -> items.item(i, paragraph);
                case BULLET -> items.unlettered(i, false);
                case CODE -> {
                    if (rows.isRow(position.annex(), i)) {
                        return rows.row(position.annex(), i);
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
            if (block.marker().style().equals(Marker.CLOSING)) {
                closing(block);
                return 1;
            }
            if (isInAnnexItself() && rows.stand(position.annex(), i)) {
                return rows.header(position.annex(), i);
            }
            boolean beforeNumber = i + 1 < blocks.size()
                    && Set.of(Marker.Kind.NUMBER, Marker.Kind.DECIMAL, Marker.Kind.CODE, Marker.Kind.DIVISION)
                            .contains(blocks.get(i + 1).kind());
            boolean ofTheEnd =
                    Headings.isOfTheEnd(block.words()) && (!position.article().isEmpty() || atTheEnd);
            if (ofTheEnd && !Headings.isOfArticle(blocks, i)) {
                atTheEnd = true;
                position.leaveArticle();
                section(block);
                position.restart(0);
                paragraph = 0;
            } else if (!isList(i)
                    && !DataLines.holds(blocks, i)
                    && !Votes.isSide(block.words())
                    && (Headings.looksLike(block.words())
                            || (!anyNumber && Headings.isOfAResolution(block.words()))
                            || (beforeNumber && Headings.couldBe(block.words())))) {
                if (isBeforeArticle(i)) {
                    position.leaveArticle();
                }
                section(block);
            } else if (isOfDivision(i)) {
                ofDivision(i);
            } else if (items.isBehindHeading() && (!items.areAnnounced() || beginsAgain(i))) {
                belowHeading(block, beginsAgain(i));
                beginsSection = beganSection;
            } else if (items.holder().isEmpty()) {
                String number = nextOfPreamble();
                reading.addWhole(number, "paragraph", position.parent(), block);
                items.belongTo(number);
                beginsSection = beganSection;
            } else {
                items.unlettered(i, true);
            }
            return 1;
        }

        /** Whether a heading stands above an article, so that it is not of the one before. */
        private boolean isBeforeArticle(int i) {
            return !position.article().isEmpty()
                    && !Headings.isOfArticle(blocks, i)
                    && i + 1 < blocks.size()
                    && blocks.get(i + 1).kind() == Marker.Kind.ARTICLE;
        }

        /** Where a treaty was done, and to what its signatures witness: behind all articles. */
        private void closing(Block block) {
            position.leaveArticle();
            closings++;
            String id = position.scope() + "closing." + closings;
            reading.addWhole(id, "paragraph", position.annex(), block);
            items.hold(id);
        }

        /** "Principle 3" alone on its line: what stands below it is paragraph 3, if no paragraph has a number of its own. */
        private boolean isOfDivision(int i) {
            return i > 0
                    && Headings.isCited(blocks.get(i - 1))
                    && blocks.stream()
                            .noneMatch(
                                    block -> block.kind() == Marker.Kind.NUMBER || block.kind() == Marker.Kind.DECIMAL)
                    && !reading.has(
                            position.scope() + blocks.get(i - 1).marker().number());
        }

        private void ofDivision(int i) {
            int number = blocks.get(i - 1).marker().value();
            for (int missing = paragraph + 1; missing < number; missing++) {
                reading.gap(
                        position.scope() + missing, blocks.get(i - 1).first().number());
            }
            String id = position.scope() + number;
            reading.add(id, "paragraph", position.parent(), blocks.get(i));
            paragraph = number;
            anyNumber = true;
            items.hold(id);
        }

        /** What has no number and stands below a heading that ended the paragraph before. */
        private void belowHeading(Block block, boolean beforeNumbers) {
            String within = position.section() + (beforeNumbers ? ".preamble." : ".");
            int next = 1;
            while (reading.has(within + next)) {
                next++;
            }
            String number = within + next;
            reading.add(number, "paragraph", position.section(), block);
            items.belongTo(number);
        }

        /** Whether numbers begin again at 1 below the same heading, so that what stands before them is a preamble. */
        private boolean beginsAgain(int i) {
            return reading.has(position.prefix() + "1") && Headings.areBeforeFirst(blocks.subList(i, blocks.size()));
        }

        /** The number of a paragraph of the preamble that has none; numbers that others have are theirs. */
        private String nextOfPreamble() {
            List<Integer> taken = blocks.stream()
                    .filter(block -> block.kind() == Marker.Kind.PREAMBULAR)
                    .map(block -> block.marker().value())
                    .toList();
            int next = taken.isEmpty() ? preamble + 1 : 0;
            while (taken.contains(next) || reading.has(position.scope() + "preamble." + next)) {
                next++;
            }
            preamble = Math.max(preamble, taken.isEmpty() ? next : preamble);
            return position.scope() + "preamble." + next;
        }

        /** Whether the reading is in an annex and there neither in an article nor in a paragraph. */
        private boolean isInAnnexItself() {
            return !position.annex().isEmpty()
                    && position.article().isEmpty()
                    && items.holder().isEmpty();
        }

        /** Whether nothing but short lines follows in an annex that has a title: they are a list, such as that of those who were there. */
        private boolean isList(int i) {
            boolean titled = !position.section().isEmpty()
                    || reading.words(position.annex()).matches(".*[\\p{L}\\d] ?[.:–—-]? \\p{Lu}.*");
            return isInAnnexItself() && titled && Headings.areAll(blocks.subList(i, blocks.size()));
        }

        /** "Part II" between two articles ends the first. */
        private void division(int i) {
            boolean ended = !position.article().isEmpty()
                    && blocks.subList(i + 1, blocks.size()).stream()
                            .filter(later -> later.kind() == Marker.Kind.ARTICLE || later.kind() == Marker.Kind.NUMBER)
                            .findFirst()
                            .filter(later -> later.kind() == Marker.Kind.ARTICLE)
                            .isPresent();
            if (ended) {
                position.leaveArticle();
            }
            section(blocks.get(i));
        }

        private void section(Block heading) {
            position.enterSection(heading);
            beginsSection = true;
        }

        private void preambular(Block block) {
            String number = position.scope() + "preamble." + block.marker().number();
            int last = preamble;
            if (reading.add(number, "paragraph", position.parent(), block)) {
                for (int missing = last + 1; missing < block.marker().value(); missing++) {
                    reading.gap(
                            position.scope() + "preamble." + missing,
                            block.first().number());
                }
            }
            preamble = Math.max(preamble, block.marker().value());
            items.belongTo(number);
        }

        private void number(int i, boolean beganSection) {
            Block block = blocks.get(i);
            Marker marker = block.marker();
            if (!hasClauses && Headings.isNumbered(blocks.subList(i, blocks.size()), paragraph + 1, sectionNumber)) {
                sectionNumber = marker.value();
                section(block);
                return;
            }
            boolean ofOtherStyle = !marker.style().equals("OP")
                    && (style.isEmpty()
                            ? isOperative && items.canCount(marker.value())
                            : !style.equals(marker.style()));
            if (ofOtherStyle && items.numbered(i)) {
                return;
            }
            paragraph(block, beganSection);
        }

        private void paragraph(Block block, boolean beganSection) {
            Marker marker = block.marker();
            int number = marker.value();
            paragraph = position.lastBefore(number, paragraph);
            if (number == 1
                    && paragraph > 0
                    && beganSection
                    && !marker.isInserted()
                    && reading.has(position.prefix() + "1")) {
                position.restart(paragraph);
                paragraph = 0;
                reading.problem(
                        block.first().number(),
                        "numbers begin again at 1, and were read as " + position.section() + ".1 and so on",
                        "nothing to do if the document does so");
            }
            String id = position.prefix() + marker.number();
            if (number > paragraph + 1) {
                for (int missing = paragraph + 1; missing < number; missing++) {
                    reading.gap(position.prefix() + missing, block.first().number());
                }
            } else if (number <= paragraph && !reading.has(id) && !(marker.isInserted() && number == paragraph)) {
                reading.problem(
                        block.first().number(),
                        "paragraph " + marker.number() + " comes after paragraph " + paragraph,
                        "put it in its place");
            }
            String within = position.parent();
            if (reading.add(id, "paragraph", within, block)) {
                paragraph = number;
                isOperative = marker.style().equals("OP");
                style = style.isEmpty() && !marker.style().equals("OP") ? marker.style() : style;
                anyNumber = true;
                items.hold(id);
                items.beginWithin(block.words());
            }
        }

        private void decimal(int i) {
            Block block = blocks.get(i);
            if (!hasClauses && Headings.couldBe(block.words()) && Headings.hasPartsBelow(blocks, i)) {
                section(block);
                return;
            }
            String id = position.prefix() + block.marker().number();
            String above = id.replaceFirst("\\.[^.]*$", "");
            anyNumber = true;
            if (reading.add(id, "paragraph", reading.has(above) ? above : position.parent(), block)) {
                items.hold(id);
            }
        }

        private void code(int i) {
            Block block = blocks.get(i);
            if (items.capital(i)) {
                return;
            }
            if (Headings.hasLetter(blocks, i, hasLetteredParagraphs)) {
                if (isBeforeArticle(i)) {
                    position.leaveArticle();
                }
                section(block);
                return;
            }
            String id = position.prefix() + block.marker().number();
            anyNumber = true;
            if (reading.add(id, "paragraph", position.parent(), block)) {
                items.hold(id);
            }
        }

        private void beginAnnex(Block block) {
            String which = block.marker().number().toLowerCase(Locale.ROOT);
            String number = which.isEmpty() ? "annex" : "annex-" + which;
            reading.addWhole(number, "annex", "", block);
            position.enterAnnex(number);
            beginScope();
        }

        private void beginArticle(Block block) {
            position.enterArticle("article-" + block.marker().number());
            String id = position.scopeId();
            beginScope();
            boolean ends = block.words().endsWith(".")
                    || (block.marker().style().equals(Marker.WITH_ITS_SENTENCE)
                            && block.words().endsWith(":"))
                    || block.words().matches("\\S+ \\S+ .*\\S ?:");
            boolean sentence = ends && !Headings.couldBe(block.words());
            if (sentence) {
                reading.add(id, "paragraph", position.annex(), block);
                items.hold(id);
            } else {
                reading.addWhole(id, "section", position.annex(), block);
            }
            anyNumber = true;
        }

        private void beginScope() {
            atTheEnd = false;
            style = "";
            paragraph = 0;
            preamble = 0;
            sectionNumber = 0;
            rows.begin();
            items.hold("");
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
