package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.genevagraph.query.search.SearchIndex;
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

    /** So many words that a question does not know may stand beside those by which it is asked. */
    private static final int MOST_STRANGE = 1;

    private static final String PLACE = "place";

    /** Words that only say that something is asked. */
    private static final Set<String> ASKING = Set.copyOf(List.of(
            ("who what which how where when whom whose why do does did is are was has have can could should must may about with and between by to on me show list all any "
                            + "qui que qu quoi quel quelle quels quelles comment où quand est sont fait font a ont avec et entre par sur "
                            + "à au aux du des de la le les l d un une en dans pour peut peuvent il ils elle elles se s y t ce & + were "
                            + "please i me my give show tell whats there it its they them their these those been being you your we our "
                            + "n ne je puis moi montre donne dis matière ils leur leurs cette ces été according selon many much number combien nombre")
                    .split(" ")));

    private QuestionsAsked() {}

    /**
     * The questions that a text asks, in the language of the site, with their addresses; none if it names no thing or says nothing else. A name that
     * several things share – a town and a company – is taken for the one that a question can be asked of, if nothing else is asked.
     */
    public static List<Link> of(
            String text,
            QueryCatalogue catalogue,
            GuideIndex guide,
            SearchIndex search,
            ThingIndex things,
            Site site,
            PickLists lists) {
        List<String> words = List.of(text.strip().replaceAll("[?!.\\h]+$", "").split("[\\s\\h,;]+"));
        // A name of several words may begin with one that says which kind of thing it is: "SDG 17".
        if (words.size() > MOST_WORDS
                || !things.resolve(text, ParameterType.THING.kinds()).isEmpty()) {
            return List.of();
        }
        List<Link> asked = of(words, catalogue, guide, things, site, lists);
        List<String> meant = asked.isEmpty() ? corrected(words, guide, search, things) : words;
        return meant.equals(words) ? asked : of(meant, catalogue, guide, things, site, lists);
    }

    /** The words as they may have been meant, where one is written as nothing here. */
    private static List<String> corrected(List<String> words, GuideIndex guide, SearchIndex search, ThingIndex things) {
        return words.stream()
                .map(word -> isAsking(word)
                                || !things.meanings(word, ParameterType.THING.kinds())
                                        .isEmpty()
                        ? word
                        : guide.corrected(word, search))
                .toList();
    }

    private static List<Link> of(
            List<String> words,
            QueryCatalogue catalogue,
            GuideIndex guide,
            ThingIndex things,
            Site site,
            PickLists lists) {
        // A word that says what is asked may be a name, too: "who funds training".
        // « a eu lieu » names no Union.
        Predicate<String> asks = name -> name.equals("eu") || (!name.contains(" ") && guide.isAsked(name));
        Predicate<String> asksTogether = asks.or(guide.asksIn(String.join(" ", words)));
        Map<String, List<Node>> known = new HashMap<>();
        Function<String, List<Node>> meant =
                name -> known.computeIfAbsent(name, first -> things.meanings(first, ParameterType.THING.kinds()));
        for (Predicate<String> other : List.<Predicate<String>>of(asksTogether, asks, name -> false)) {
            for (int meanings : List.of(1, MOST_MEANINGS)) {
                List<NamesWithin.Named> named =
                        NamesWithin.of(words, meant, MOST_THINGS, meanings, QuestionsAsked::isAsking, other);
                List<Link> asked = of(words, named, catalogue, guide, site, lists);
                if (!asked.isEmpty()) {
                    return asked;
                }
            }
        }
        return List.of();
    }

    private static List<Link> of(
            List<String> words,
            List<NamesWithin.Named> named,
            QueryCatalogue catalogue,
            GuideIndex guide,
            Site site,
            PickLists lists) {
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
        // "What does it do" has no word but those that ask.
        List<String> left = beside.stream().filter(word -> !isAsking(word)).toList();
        String whole = String.join(" ", beside);
        String said = String.join(" ", left);
        boolean isSaid = !left.isEmpty() || beside.size() > 1;
        Asked asked = new Asked(whole, period, site, lists);
        if (named.isEmpty() && !period.isSaid()) {
            return isSaid && !guide.isKind(said)
                    ? asked.links(
                            asked(guide.asked(whole, said, 0), catalogue)
                                    .filter(query -> query.parameters().stream().noneMatch(Parameter::isNeeded)),
                            List.of(List.of()))
                    : List.of();
        }
        List<List<Node>> readings = readings(named);
        Stream<QueryFile> exact = Stream.of(String.join(" ", written), whole)
                .flatMap(phrase -> queries(guide.asked(phrase).stream(), catalogue))
                .sorted(Comparator.comparing(QuestionsAsked::isOfAnything));
        List<QueryFile> phrased = asked(guide.asked(whole, said, 0), catalogue).toList();
        Stream<QueryFile> known = named.size() > 1 && GuideIndex.areSmall(said)
                ? Stream.of()
                : queries(guide.questions(said).stream(), catalogue);
        Stream<QueryFile> near = asked(guide.asked(whole, said, MOST_STRANGE), catalogue);
        List<Link> links = List.of();
        if (isSaid) {
            // A question in these words that takes all that is named; or one of it; or one that only has the words
            // somewhere.
            List<List<Node>> parts = readings.stream()
                    .filter(reading -> reading.size() > 1)
                    .flatMap(reading -> reading.stream().map(List::of))
                    .toList();
            List<Link> best = asked.links(Stream.concat(exact, phrased.stream()), readings);
            List<Link> one = best.isEmpty() ? asked.links(phrased.stream(), parts) : List.of();
            links = Stream.of(best, one, asked.links(Stream.concat(known, near), readings))
                    .flatMap(List::stream)
                    .distinct()
                    .limit(MOST_QUESTIONS)
                    .toList();
        }
        // Where nothing is said of them: what is asked of two things together, or of a time.
        return !links.isEmpty() || !left.isEmpty()
                ? links
                : asked.links(
                        catalogue.all().stream().filter(query -> isForThese(query, named.size(), period)), readings);
    }

    private static Stream<QueryFile> queries(Stream<GuideIndex.Entry> entries, QueryCatalogue catalogue) {
        return entries.flatMap(entry ->
                catalogue.all().stream().filter(query -> entry.path().equals("/queries/" + query.name())));
    }

    private static Stream<QueryFile> asked(List<GuideIndex.Asked> asked, QueryCatalogue catalogue) {
        record Fitting(GuideIndex.Asked asked, QueryFile query) {}
        return asked.stream()
                .flatMap(one -> queries(Stream.of(one.entry()), catalogue).map(query -> new Fitting(one, query)))
                .sorted(Comparator.comparing(Fitting::asked, GuideIndex.Asked.BEST)
                        .thenComparing(fitting -> isOfAnything(fitting.query())))
                .map(Fitting::query);
    }

    /** Whether a question is asked of whatever there is: one of things of this kind comes before it. */
    private static boolean isOfAnything(QueryFile query) {
        return query.parameters().stream()
                .anyMatch(parameter -> parameter.isNeeded() && parameter.type() == ParameterType.THING);
    }

    /** What is said beside the names, and of which time. */
    private record Asked(String words, Period period, Site site, PickLists lists) {
        List<Link> links(Stream<QueryFile> queries, List<List<Node>> readings) {
            return queries.flatMap(query -> readings.stream()
                            .flatMap(things -> link(query, things).stream())
                            .limit(1))
                    .limit(MOST_QUESTIONS)
                    .toList();
        }

        private Optional<Link> link(QueryFile query, List<Node> things) {
            Optional<Map<Parameter, Node>> taken = taken(query, things, period);
            taken.ifPresent(values -> values.putAll(Choices.said(query, words)));
            return taken.flatMap(values -> QuestionsAbout.link(query, values, site, lists));
        }
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
    private static Optional<Map<Parameter, Node>> taken(QueryFile query, List<Node> things, Period period) {
        Map<Parameter, Node> values = new LinkedHashMap<>(things.isEmpty() ? Map.of() : taken(query, things));
        boolean all = !values.isEmpty()
                || (things.isEmpty() && query.parameters().stream().noneMatch(Parameter::isNeeded));
        Map<Parameter, Node> dates = period.of(query);
        if (!all || (period.isSaid() && dates.isEmpty())) {
            return Optional.empty();
        }
        values.putAll(dates);
        return Optional.of(values);
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
