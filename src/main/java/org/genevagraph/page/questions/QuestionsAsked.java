package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.NamesWithin;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.GuideIndex;
import org.genevagraph.vocabulary.Iris;

/**
 * What a reader asks in words of their own: "partners of GCSP", "who facilitates C2". The longest names of one or two things in the text are
 * taken out; a question that has the words that are left, and takes these things, is what was asked.
 */
public final class QuestionsAsked {
    private static final int MOST_QUESTIONS = 3;
    private static final int MOST_THINGS = 2;
    private static final int MOST_MEANINGS = 3;
    private static final int MOST_WORDS = 16;

    private static final String PLACE = "place";

    /** Words that only say that something is asked. */
    private static final Set<String> ASKING = Set.copyOf(List.of(
            ("who what which how where when whom whose why do does did is are was has have can could should must may about with and between by to on me show list all any "
                            + "qui que qu quoi quel quelle quels quelles comment où quand est sont fait font a ont avec et entre par sur "
                            + "à au aux du des de la le les l d un une en dans pour peut peuvent il ils elle elles se s y t ce & + were")
                    .split(" ")));

    private QuestionsAsked() {}

    /**
     * The questions that a text asks, in the language of the site, with their addresses; none if it names no thing or says nothing else. A name that
     * several things share – a town and a company – is taken for the one that a question can be asked of, if nothing else is asked.
     */
    public static List<Link> of(
            String text, QueryCatalogue catalogue, GuideIndex guide, ThingIndex things, Site site, PickLists lists) {
        List<Link> asked = of(text, 1, catalogue, guide, things, site, lists);
        return asked.isEmpty() ? of(text, MOST_MEANINGS, catalogue, guide, things, site, lists) : asked;
    }

    private static List<Link> of(
            String text,
            int meanings,
            QueryCatalogue catalogue,
            GuideIndex guide,
            ThingIndex things,
            Site site,
            PickLists lists) {
        List<String> words = List.of(text.strip().replaceAll("[?!.\\h]+$", "").split("[\\s\\h,;]+"));
        if (words.size() > MOST_WORDS) {
            return List.of();
        }
        List<NamesWithin.Named> named = NamesWithin.of(
                words, things, ParameterType.THING.kinds(), MOST_THINGS, meanings, QuestionsAsked::isAsking);
        Period period = Period.in(words, word -> named.stream().anyMatch(name -> name.has(word)));
        List<String> written = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            if (named.stream().noneMatch(name -> name.has(at))
                    && !period.words().contains(at)) {
                // The verb and its subject are asked for apart: "sont-ils liés".
                written.add(words.get(i));
                beside.addAll(List.of(words.get(i).split("[-‐‑'’]")));
            }
        }
        List<String> left = beside.stream().filter(word -> !isAsking(word)).toList();
        if (named.isEmpty() && !period.isSaid()) {
            return List.of();
        }
        List<List<Node>> readings = readings(named);
        // "What does it do" has no word but those that ask.
        String whole = String.join(" ", beside);
        String said = String.join(" ", left);
        Stream<GuideIndex.Entry> entries = left.isEmpty() && beside.size() < 2
                ? Stream.of()
                : Stream.of(guide.asked(String.join(" ", written)), guide.asked(whole), guide.asked(said))
                        .flatMap(List::stream);
        List<Link> links = links(
                Stream.concat(
                                queries(entries, catalogue).sorted(Comparator.comparing(QuestionsAsked::isOfAnything)),
                                queries(
                                        left.isEmpty() && beside.size() < 2
                                                ? Stream.of()
                                                : guide.questions(said).stream(),
                                        catalogue))
                        .distinct(),
                readings,
                period,
                site,
                lists);
        boolean isOneName = !things.resolve(text, ParameterType.THING.kinds()).isEmpty();
        // Where nothing is said of them: what is asked of two things together, or of a time.
        return !links.isEmpty() || !left.isEmpty() || isOneName
                ? links
                : links(
                        catalogue.all().stream().filter(query -> isForThese(query, named.size(), period)),
                        readings,
                        period,
                        site,
                        lists);
    }

    private static Stream<QueryFile> queries(Stream<GuideIndex.Entry> entries, QueryCatalogue catalogue) {
        return entries.flatMap(entry ->
                catalogue.all().stream().filter(query -> entry.path().equals("/queries/" + query.name())));
    }

    /** Whether a question is asked of whatever there is: one of things of this kind comes before it. */
    private static boolean isOfAnything(QueryFile query) {
        return query.parameters().stream()
                .anyMatch(parameter -> parameter.isNeeded() && parameter.type() == ParameterType.THING);
    }

    private static List<Link> links(
            Stream<QueryFile> queries, List<List<Node>> readings, Period period, Site site, PickLists lists) {
        return queries.flatMap(query -> readings.stream()
                        .flatMap(asked -> QuestionsAbout.link(query, taken(query, asked, period), site, lists).stream())
                        .limit(1))
                .limit(MOST_QUESTIONS)
                .toList();
    }

    /** Whether a question is what somebody wants who names two things, or a time, and says no more. */
    private static boolean isForThese(QueryFile query, int things, Period period) {
        return period.isSaid()
                || (things == MOST_THINGS
                        && query.parameters().stream()
                                        .filter(Parameter::isNeeded)
                                        .count()
                                == MOST_THINGS);
    }

    /** All ways to read names that may be those of several things; one without things if there are no names. */
    private static List<List<Node>> readings(List<NamesWithin.Named> names) {
        List<List<Node>> readings = List.of(List.of());
        for (NamesWithin.Named name : names) {
            readings = readings.stream()
                    .flatMap(reading -> name.things().stream()
                            .map(thing -> Stream.concat(reading.stream(), Stream.of(thing))
                                    .toList()))
                    .toList();
        }
        return readings;
    }

    /** What a question takes of the things and the time; empty if it does not take all. */
    private static Map<Parameter, Node> taken(QueryFile query, List<Node> things, Period period) {
        Map<Parameter, Node> values = new LinkedHashMap<>(things.isEmpty() ? Map.of() : taken(query, things));
        boolean all = !values.isEmpty()
                || (things.isEmpty() && query.parameters().stream().noneMatch(Parameter::isNeeded));
        Map<Parameter, Node> dates = period.of(query);
        if (!all || (period.isSaid() && dates.isEmpty())) {
            return Map.of();
        }
        values.putAll(dates);
        return values;
    }

    /** A text without the words that only say that something is asked; the text itself if it has no others. */
    public static String withoutAsking(String text) {
        String left = Stream.of(text.split(" ")).filter(word -> !isAsking(word)).collect(Collectors.joining(" "));
        return left.isEmpty() ? text : left;
    }

    private static boolean isAsking(String word) {
        return ASKING.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The things as the values of a question's parameters, in their order; empty if it does not take them all, or needs more. A place beside
     * another thing may be part of the name of something, or where it is: "what does Tunis ask of ITU".
     */
    private static Map<Parameter, Node> taken(QueryFile query, List<Node> things) {
        Map<Parameter, Node> all = takenWhole(query, things);
        List<Node> others = things.stream()
                .filter(thing -> !PLACE.equals(Iris.kind(thing.getURI())))
                .toList();
        return all.isEmpty() && !others.isEmpty() && others.size() < things.size() ? takenWhole(query, others) : all;
    }

    private static Map<Parameter, Node> takenWhole(QueryFile query, List<Node> things) {
        Map<Parameter, Node> taken = new LinkedHashMap<>();
        for (Node thing : things) {
            String kind = Iris.kind(thing.getURI());
            Optional<Parameter> place = Stream.of(true, false)
                    .flatMap(needed -> query.parameters().stream().filter(one -> one.isNeeded() == needed))
                    .filter(parameter -> parameter.kinds().contains(kind) && !taken.containsKey(parameter))
                    .findFirst();
            place.ifPresent(parameter -> taken.put(parameter, thing));
        }
        boolean whole = taken.size() == things.size()
                && query.parameters().stream().filter(Parameter::isNeeded).allMatch(taken::containsKey);
        return whole ? taken : Map.of();
    }
}
