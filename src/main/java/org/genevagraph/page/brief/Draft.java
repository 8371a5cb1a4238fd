package org.genevagraph.page.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Asked;
import org.genevagraph.page.facts.Cited;
import org.genevagraph.page.facts.Fact;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.views.Entry;
import org.genevagraph.page.views.Line;
import org.genevagraph.page.views.Word;

/**
 * Everything that a brief could say under one heading, before it is known what there is room for.
 *
 * @param head the heading
 * @param items what could be said, the most important first
 * @param all where all of it stands
 * @param most so many of these at most
 */
record Draft(String head, List<Item> items, String all, int most) {
    private static final String STATED = "stated";
    private static final String BETWEEN = " · ";
    private static final int MOST_PASSAGES = 3;

    Draft {
        items = List.copyOf(items);
    }

    /** The same with passages called otherwise. */
    Draft named(UnaryOperator<Link> names) {
        return new Draft(
                head,
                items.stream()
                        .map(item -> new Item(
                                item.words(),
                                item.standing(),
                                item.passages().stream().map(names).distinct().toList()))
                        .toList(),
                all,
                most);
    }

    /** What there is room for. */
    Draft(String head, List<Item> items, String all) {
        this(head, items, all, Integer.MAX_VALUE);
    }

    /**
     * Something that could be said.
     *
     * @param words what it says
     * @param standing how sure it is, in words; empty if a passage says so
     * @param passages where it stands
     */
    record Item(List<Word> words, String standing, List<Link> passages) {
        Item {
            words = List.copyOf(words);
            passages = List.copyOf(passages);
        }
    }

    /** A thing to which the one of the brief is tied, with all ways in which it is. */
    static Item of(Tie tie, Site site) {
        List<Word> words = new ArrayList<>(List.of(thing(tie.other())));
        List<List<Word>> more = new ArrayList<>();
        if (!tie.topic().isEmpty()) {
            more.add(List.of(word(tie.topic())));
        }
        Optional<Fact> first = tie.facts().stream()
                .filter(fact -> !fact.narrower().name().isEmpty())
                .findFirst();
        List<List<Word>> ways = tie.facts().stream()
                .map(fact -> way(fact, first.filter(fact::equals).isPresent(), site))
                .filter(way -> !way.isEmpty())
                .distinct()
                .toList();
        if (!ways.isEmpty()) {
            more.add(joined(ways, site.text("thing.semicolon") + " "));
        }
        if (!more.isEmpty()) {
            words.add(plain(" – "));
            words.addAll(joined(more, BETWEEN));
        }
        boolean stated = tie.facts().stream()
                .anyMatch(fact -> fact.why().standing().code().equals(STATED));
        return new Item(
                words,
                stated ? "" : tie.facts().get(0).why().standing().label(),
                tie.facts().stream()
                        .flatMap(fact -> fact.why().passages().stream())
                        .map(Cited::passage)
                        .distinct()
                        .toList());
    }

    /** One way; the first that leads to something narrower says so, for all. */
    private static List<Word> way(Fact fact, boolean first, Site site) {
        List<List<Word>> parts = Stream.of(
                        Text.of((first ? site.text("thing.narrower") + " " : "")
                                + fact.narrower().name()),
                        Text.of(fact.via().name().isEmpty() ? "" : site.text("thing.via") + " " + fact.through()),
                        fact.role(),
                        Text.of(fact.dates().text(site.language())))
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(word(text)))
                .toList();
        return joined(parts, ", ");
    }

    private static List<Word> joined(List<List<Word>> parts, String between) {
        List<Word> words = new ArrayList<>();
        for (List<Word> part : parts) {
            if (!words.isEmpty()) {
                words.add(plain(between));
            }
            words.addAll(part);
        }
        return words;
    }

    private static Word word(Text text) {
        return new Word(text.words(), "", null, text.lang());
    }

    /** A number. */
    static Item of(FigureRow figure, Site site) {
        String year =
                figure.year().isEmpty() || figure.year().equals(figure.value().words())
                        ? ""
                        : " (" + figure.year() + ")";
        String differs = figure.differs().isEmpty() ? "" : " – " + site.text(figure.differs());
        return new Item(
                List.of(
                        new Word(
                                figure.measure().words(),
                                figure.path(),
                                null,
                                figure.measure().lang()),
                        plain(site.text("answer.column", "")),
                        plain(" "),
                        word(figure.value()),
                        plain(year + differs)),
                "",
                figure.passages().stream().map(Cited::passage).toList());
    }

    /** Whom a document asks. */
    static Item of(Asked asked) {
        return new Item(
                List.of(thing(asked.of())),
                "",
                asked.passages().stream().map(Tie::other).toList());
    }

    /** A thing, and the first that an answer says of it. Of many passages the first and the last stand for all: an answer names those of its first step first. */
    static Item of(Entry entry) {
        Item first = of(entry.lines().get(0));
        List<Word> words = new ArrayList<>();
        entry.head()
                .words()
                .forEach(word ->
                        words.add(new Word(word.text().replaceFirst("\\.$", ""), word.path(), null, word.lang())));
        words.add(plain(" – "));
        words.addAll(first.words());
        List<Link> passages = first.passages();
        int end = passages.size();
        return new Item(
                words,
                first.standing(),
                end <= MOST_PASSAGES
                        ? passages
                        : Stream.concat(
                                        passages.subList(0, MOST_PASSAGES - 1).stream(),
                                        passages.subList(end - 1, end).stream())
                                .toList());
    }

    /** A line of an answer. */
    static Item of(Line line) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < line.parts().size(); i++) {
            String before = line.parts().get(i).before();
            words.add(plain((i == 0 ? "" : BETWEEN) + (before.isEmpty() ? "" : before + " ")));
            boolean first = true;
            for (Word word : line.parts().get(i).cell().words()) {
                if (!first) {
                    words.add(plain(" "));
                }
                words.add(new Word(word.text(), word.path(), null, word.lang()));
                first = false;
            }
        }
        return new Item(
                words,
                line.standing().text(),
                line.evidence().words().stream()
                        .map(word -> new Link(word.text(), Objects.toString(word.path(), "")))
                        .toList());
    }

    private static Word thing(Link link) {
        return new Word(link.name(), link.path(), null);
    }

    private static Word plain(String text) {
        return new Word(text, "", null);
    }
}
