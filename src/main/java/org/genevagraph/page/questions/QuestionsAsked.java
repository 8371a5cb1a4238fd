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
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.ParameterType;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
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
    private static final int MOST_WORDS = 16;
    private static final int WORDS_OF_A_NAME = 9;

    private static final String PLACE = "place";

    /** Words that only say that something is asked. */
    private static final Set<String> ASKING = Set.copyOf(List.of(
            ("who what which how where when whom whose why do does did is are was has have can could should must may about with and between by to on me show list all any "
                            + "qui que qu quoi quel quelle quels quelles comment où quand est sont fait font a ont avec et entre par sur "
                            + "à au aux du des de la le les l d un une en dans pour peut peuvent il ils elle elles se s y t ce")
                    .split(" ")));

    private QuestionsAsked() {}

    /** A name in a text, by the numbers of its first word and the word after it. */
    private record Named(int from, int to, Node thing) {}

    /** The questions that a text asks, in the language of the site, with their addresses; none if it names no thing or says nothing else. */
    public static List<Link> of(
            String text, QueryCatalogue catalogue, GuideIndex guide, ThingIndex things, Site site, PickLists lists) {
        List<String> words = List.of(text.strip().replaceAll("[?!.\\h]+$", "").split("[\\s\\h,;]+"));
        if (words.size() < 2 || words.size() > MOST_WORDS) {
            return List.of();
        }
        List<Named> named = named(words, things);
        List<String> written = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            if (named.stream().noneMatch(name -> name.from() <= at && at < name.to())) {
                // The verb and its subject are asked for apart: "sont-ils liés".
                written.add(words.get(i));
                beside.addAll(List.of(words.get(i).split("[-‐‑'’]")));
            }
        }
        List<String> left = beside.stream().filter(word -> !isAsking(word)).toList();
        if (named.isEmpty() || (left.isEmpty() && beside.size() < 2)) {
            return List.of();
        }
        List<Node> asked = named.stream().map(Named::thing).toList();
        // "What does it do" has no word but those that ask.
        String whole = String.join(" ", beside);
        String said = String.join(" ", left);
        return Stream.of(
                        guide.asked(String.join(" ", written)),
                        guide.asked(whole),
                        guide.asked(said),
                        guide.questions(said))
                .flatMap(List::stream)
                .distinct()
                .flatMap(entry ->
                        catalogue.all().stream().filter(query -> entry.path().equals("/queries/" + query.name())))
                .flatMap(query -> QuestionsAbout.link(query, taken(query, asked), site, lists).stream())
                .limit(MOST_QUESTIONS)
                .toList();
    }

    /** A text without the words that only say that something is asked; the text itself if it has no others. */
    public static String withoutAsking(String text) {
        String left = Stream.of(text.split(" ")).filter(word -> !isAsking(word)).collect(Collectors.joining(" "));
        return left.isEmpty() ? text : left;
    }

    private static boolean isAsking(String word) {
        return ASKING.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The longest names first; a word that asks begins and ends none. */
    private static List<Named> named(List<String> words, ThingIndex things) {
        List<Named> named = new ArrayList<>();
        for (int length = Math.min(WORDS_OF_A_NAME, words.size() - 1); length > 0; length--) {
            for (int from = 0; from + length <= words.size() && named.size() < MOST_THINGS; from++) {
                int begin = from;
                int end = from + length;
                boolean free = named.stream().noneMatch(name -> name.from() < end && begin < name.to());
                if (free && !isAsking(words.get(begin)) && !isAsking(words.get(end - 1))) {
                    things.meant(String.join(" ", words.subList(begin, end)), ParameterType.THING.kinds())
                            .ifPresent(thing -> named.add(new Named(begin, end, thing)));
                }
            }
        }
        named.sort(Comparator.comparingInt(Named::from));
        return named;
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
