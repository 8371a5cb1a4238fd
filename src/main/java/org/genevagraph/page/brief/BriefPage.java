package org.genevagraph.page.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.Text;
import org.genevagraph.page.answers.ComparePage;
import org.genevagraph.page.answers.CouldCarryOut;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.sections.Group;
import org.genevagraph.page.views.Word;

/**
 * A brief that fits two sheets of A4: facts with numbers of footnotes, and the footnotes.
 *
 * @param about the one or two things that it is about
 * @param leads what to know of them first, in sentences
 * @param parts the facts, under headings
 * @param notes the passages, by the numbers that stand behind facts
 */
public record BriefPage(List<Link> about, List<Text> leads, List<Part> parts, List<Note> notes) {
    /** Where briefs stand. */
    public static final String PATH = "/brief";

    /** The parameter that names a thing; it may be given twice. */
    public static final String ABOUT = "about";

    /** Lines of the type in which briefs are printed: so many have room on two sheets, beside the heading and what stands at the end. */
    private static final double LINES = 116;

    /** What a brief about an organisation says first, by the kinds of things to which it is tied; issues come last, and not all of them. */
    private static final List<String> FIRST = List.of("initiative", "organisation", "action-line", "document");

    /** What an organisation only makes use of tells less than what it does. */
    private static final String MEANS = "uses";

    private static final String ISSUE = "issue";
    private static final String COMMITMENT = "commitment";
    private static final int MOST_ISSUES = 8;
    private static final int MOST_COMMITMENTS = 10;

    private static final int LETTERS = 95;
    private static final double HEADING = 2.2;
    private static final double NOTE = 0.4;

    public BriefPage {
        about = List.copyOf(about);
        leads = List.copyOf(leads);
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * Facts under a heading.
     *
     * @param head the heading
     * @param items the facts
     * @param left how many more there are
     * @param all where all of them stand
     */
    public record Part(String head, List<Item> items, int left, String all) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /**
     * A fact.
     *
     * @param words what it says
     * @param standing how sure it is, in words; empty if a passage says so
     * @param notes the numbers of its passages
     */
    public record Item(List<Word> words, String standing, List<Integer> notes) {
        public Item {
            words = List.copyOf(words);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A footnote.
     *
     * @param number its number
     * @param passage the passage, as people cite it
     */
    public record Note(int number, Link passage) {}

    /** Where the brief about things stands. */
    public static String path(List<String> things) {
        StringBuilder path = new StringBuilder(PATH);
        for (String thing : things) {
            path.append(path.length() == PATH.length() ? '?' : '&')
                    .append(ABOUT)
                    .append('=')
                    .append(Paths.encoded(thing));
        }
        return path.toString();
    }

    /**
     * A brief about one thing. Of an organisation it says first what it does, with whom and on which lines, then which commitments it could carry out.
     *
     * @param findings what questions find about it
     * @param names passages as people cite them, each with its document: what stands in an answer leaves out what the one before has said
     * @param couldCarryOut the commitments that it could carry out if it is an organisation, or who could carry it out if it is a commitment
     */
    public static BriefPage of(
            ThingPage page, List<Link> findings, CouldCarryOut couldCarryOut, UnaryOperator<Link> names, Site site) {
        String path = Paths.of(page.title().iri());
        List<Text> leads = new ArrayList<>();
        Stream.of(
                        page.title().description(),
                        Text.of(page.sources().mentionedOnly() ? site.text("thing.mentioned") : ""))
                .filter(text -> !text.isEmpty())
                .forEach(leads::add);
        findings.forEach(finding -> leads.add(Text.of(finding.name())));
        List<Draft> drafts = new ArrayList<>();
        boolean commitment = page.title().kind().equals(COMMITMENT);
        boolean organisation = !commitment && !couldCarryOut.entries().isEmpty();
        page.groups().stream()
                .filter(group -> !(organisation && isLate(group)))
                .sorted(Comparator.comparingInt(group -> organisation ? place(group) : 0))
                .forEach(group -> drafts.add(draft(group, Integer.MAX_VALUE, path, site)));
        drafts.add(new Draft(
                site.text(commitment ? "brief.organisations" : "brief.commitments"),
                couldCarryOut.entries().stream().map(Draft::of).toList(),
                couldCarryOut.path(),
                commitment ? Integer.MAX_VALUE : MOST_COMMITMENTS));
        page.groups().stream()
                .filter(group -> organisation && isLate(group))
                .forEach(group -> drafts.add(draft(group, MOST_ISSUES, path, site)));
        drafts.add(new Draft(
                site.text("thing.asked"),
                page.passages().asked().stream().map(Draft::of).toList(),
                path + "#asked"));
        drafts.add(new Draft(
                site.text("thing.figures"),
                page.figures().stream().map(figure -> Draft.of(figure, site)).toList(),
                path + "#figures"));
        return fitted(List.of(new Link(page.title().name(), path)), leads, named(drafts, names));
    }

    private static Draft draft(Group group, int most, String path, Site site) {
        return new Draft(
                group.heading(),
                group.ties().stream().map(tie -> Draft.of(tie, site)).toList(),
                path + "#" + group.id(),
                most);
    }

    private static boolean isLate(Group group) {
        return leadsTo(group).equals(ISSUE);
    }

    private static int place(Group group) {
        int place = FIRST.indexOf(leadsTo(group));
        return place < 0 || group.id().equals(MEANS) ? FIRST.size() : place;
    }

    /** The kind of the things to which a section leads. */
    private static String leadsTo(Group group) {
        return group.ties().isEmpty() ? "" : group.ties().get(0).other().path().replaceFirst("^/id/([^/]*)/.*", "$1");
    }

    private static List<Draft> named(List<Draft> drafts, UnaryOperator<Link> names) {
        return drafts.stream().map(draft -> draft.named(names)).toList();
    }

    /**
     * A brief about two things: what ties them, what both have to do with, then what only one of them does.
     *
     * @param names passages as people cite them, each with its document
     */
    public static BriefPage of(ComparePage page, UnaryOperator<Link> names, Site site) {
        String path = page.takeAway().path();
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(
                site.text("compare.between"),
                page.between().stream().map(Draft::of).toList(),
                path));
        page.shared()
                .forEach(section -> drafts.add(new Draft(
                        site.text("brief.headed", site.text("compare.shared"), section.head()),
                        section.entries().stream()
                                .flatMap(shared -> shared.ways().stream()
                                        .flatMap(ways -> ways.stream().limit(1)))
                                .map(Draft::of)
                                .distinct()
                                .toList(),
                        path)));
        for (int side = 0; side < page.alone().size(); side++) {
            String head = site.text(
                    "compare.alone",
                    site.language().closed(page.sides().get(side).name()));
            page.alone()
                    .get(side)
                    .forEach(section -> drafts.add(new Draft(
                            site.text("brief.headed", head, section.head()),
                            section.entries().stream()
                                    .flatMap(entry -> entry.lines().stream().limit(1))
                                    .map(Draft::of)
                                    .toList(),
                            path)));
        }
        return fitted(page.sides(), List.of(Text.of(page.finding())), named(drafts, names));
    }

    /** Takes from each heading in turn the next of what could be said, as long as there is room. */
    private static BriefPage fitted(List<Link> about, List<Text> leads, List<Draft> drafts) {
        Map<Link, Integer> numbers = new LinkedHashMap<>();
        int[] taken = new int[drafts.size()];
        double room = LINES - leads.stream().mapToDouble(BriefPage::lines).sum();
        boolean more = true;
        for (int turn = 0; more; turn++) {
            more = false;
            for (int i = 0; i < taken.length; i++) {
                List<Draft.Item> items = drafts.get(i).items();
                if (taken[i] == turn
                        && turn < Math.min(items.size(), drafts.get(i).most())) {
                    double needed = needed(items.get(turn), numbers) + (turn == 0 ? HEADING : 0);
                    if (needed <= room) {
                        room -= needed;
                        taken[i]++;
                        items.get(turn).passages().forEach(passage -> numbers.putIfAbsent(passage, 0));
                        more = true;
                    }
                }
            }
        }
        // Numbers follow the order in which they are read.
        numbers.clear();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] > 0) {
                Draft draft = drafts.get(i);
                List<Item> items = draft.items().subList(0, taken[i]).stream()
                        .map(item -> new Item(
                                item.words(),
                                item.standing(),
                                item.passages().stream()
                                        .map(passage -> numbers.computeIfAbsent(passage, any -> numbers.size() + 1))
                                        .sorted()
                                        .toList()))
                        .toList();
                parts.add(new Part(draft.head(), items, draft.items().size() - taken[i], draft.all()));
            }
        }
        List<Note> notes = new ArrayList<>();
        numbers.forEach((passage, number) -> notes.add(new Note(number, passage)));
        return new BriefPage(about, leads, parts, notes);
    }

    private static double needed(Draft.Item item, Map<Link, Integer> known) {
        int letters =
                item.words().stream().mapToInt(word -> word.text().length()).sum()
                        + item.standing().length()
                        + 3 * item.passages().size();
        long notes = item.passages().stream()
                .filter(passage -> !known.containsKey(passage))
                .count();
        return Math.ceil(letters / (double) LETTERS) + NOTE * notes;
    }

    private static double lines(Text sentence) {
        return Math.ceil(sentence.words().length() / (double) LETTERS) + 0.5;
    }
}
