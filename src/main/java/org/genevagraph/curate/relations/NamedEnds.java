package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.Formalities;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.names.NumberedStandards;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.curate.names.RomanceNames;
import org.genevagraph.curate.names.Titles;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.Iris;

/** What the passages of a text call by a name: things of the graph, and new ones. */
final class NamedEnds {
    private static final Pattern BODY_FIRST = Pattern.compile("^(\\p{Lu}[\\p{Lu}\\d]+) \\p{L}.*");

    private static final Pattern ACRONYM_AND_WORD = Pattern.compile("(\\p{Lu}{2,6}) (\\p{Lu}\\p{Ll}+)");

    /** What stands before the town in which something is: "the Forum in Geneva". */
    private static final Pattern IN_A_PLACE = Pattern.compile("\\p{L} in $");

    /** What belongs to a body and bears no name of its own: "UN Headquarters". */
    private static final Set<String> BEHIND_ACRONYMS = PhraseWords.of("behind-acronyms");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");

    private final FactGraph facts;
    private final Mentions mentions;
    private final Set<Node> hidden;
    private final NewNames newNames;
    private final OwnNames own;
    private final Map<String, Set<Node>> acronyms;
    private final Map<String, NewNames.New> newAcronyms = new TreeMap<>();

    /** What is named in a passage, in no order, and at which of its characters names stand. */
    record Named(List<End> ends, BitSet names) {}

    /** The characters of a passage at which something stands that is known, that is a name, and that is the whole name of a thing. */
    private record Places(BitSet known, BitSet names, BitSet wholes) {
        Places() {
            this(new BitSet(), new BitSet(), new BitSet());
        }

        void add(Mentions.Mention mention, String kind) {
            known.set(mention.start(), mention.end());
            if (!kind.equals("issue") && !kind.equals("place")) {
                wholes.set(mention.start(), mention.end());
            }
            if (!kind.equals("issue")) {
                // A training about an issue is a thing, and its words name the issue.
                names.set(mention.start(), mention.end());
            }
        }

        void add(NewNames.New whole) {
            known.set(whole.start(), whole.end());
            wholes.set(whole.start(), whole.end());
        }
    }

    /**
     * In a text of a graph.
     *
     * @param hidden things that are not to be found by their names
     * @param own what the text calls the bodies that it is about
     * @param acronyms that the graph knows, with their things
     * @param text all its words
     */
    NamedEnds(
            FactGraph facts,
            Mentions mentions,
            NewNames newNames,
            Set<Node> hidden,
            OwnNames own,
            Map<String, Set<Node>> acronyms,
            String text) {
        this.facts = facts;
        this.mentions = mentions;
        this.newNames = newNames;
        this.hidden = Set.copyOf(hidden);
        this.own = own;
        this.acronyms = acronyms;
        text.lines()
                .flatMap(line -> newNames.in(line, new BitSet()).stream())
                .filter(name -> !name.acronym().isEmpty() && name.words().contains(" "))
                .forEach(name -> newAcronyms.putIfAbsent(name.acronym(), name));
    }

    /**
     * What a passage names.
     *
     * @param isEnglish whether its names are written as in English, or as in French and Spanish
     */
    Named in(Node passage, String words, Optional<Node> owner, boolean isEnglish) {
        List<End> ends = new ArrayList<>();
        Places places = new Places();
        List<Mentions.Mention> mentioned = mentions.in(passage, words);
        List<NewNames.New> wholes = wholes(words, mentioned);
        for (Mentions.Mention mention : mentioned) {
            // Who supports ITU-T X.509 does not support ITU.
            if (!isPart(mention.start(), mention.end(), wholes)) {
                thing(mention, owner).ifPresent(id -> {
                    ends.add(new End(
                            mention.start(), mention.end(), id.kind(), id.slug(), mention.words(), false, true));
                    places.add(mention, id.kind());
                });
            }
        }
        wholes.forEach(places::add);
        List<NewNames.New> longer = longer(words, ends).stream()
                .filter(name -> !isPart(name.start(), name.end(), wholes))
                .toList();
        // "The Forum Support Association" is another than the Forum.
        ends.removeIf(end -> isPart(end.start(), end.end(), longer));
        List<NewNames.New> added = new ArrayList<>(
                isEnglish
                        ? newIn(words, places.known(), places.wholes())
                        : RomanceNames.in(words, newNames, places.known()));
        added.removeIf(name -> goesOn(name, ends, words)
                || isPart(name.start(), name.end(), longer)
                || wholes.stream().anyMatch(whole -> name.start() < whole.end() && whole.start() < name.end()));
        added.addAll(longer);
        added.addAll(wholes);
        added.removeIf(
                name -> isHeading(name, passage, words) || (owner.isEmpty() && Formalities.isMeeting(name.words())));
        for (NewNames.New name : added) {
            ends.add(end(inFull(name), words, owner));
            places.names().set(name.start(), name.end());
        }
        ends.addAll(ends.stream().flatMap(end -> bodyFirst(end, owner).stream()).toList());
        return new Named(ends, places.names());
    }

    /** Standards and titles, of which no word names something else, unless the graph knows them. */
    private static List<NewNames.New> wholes(String words, List<Mentions.Mention> mentioned) {
        return Stream.concat(NumberedStandards.in(words).stream(), Titles.in(words).stream())
                .filter(whole -> mentioned.stream()
                        .noneMatch(mention -> mention.start() <= whole.start() && whole.end() <= mention.end()))
                .toList();
    }

    /** The thing of a name; in a profile of the Forum on something "the Forum" is no other. */
    private Optional<Iris.Id> thing(Mentions.Mention mention, Optional<Node> owner) {
        return owner.filter(body -> own.isShortFor(mention.words(), body))
                .or(() -> mention.thing().filter(node -> !hidden.contains(node)))
                .map(node -> Iris.parse(node.getURI()).orElseThrow());
    }

    /** "PARTNERS" over a part is a word, and no acronym. */
    private boolean isHeading(NewNames.New name, Node passage, String words) {
        return facts.isHeading(passage)
                && name.words().equals(words.strip())
                && !name.words().contains(" ")
                && name.words().equals(name.words().toUpperCase(Locale.ROOT))
                && !newAcronyms.containsKey(name.words());
    }

    /** The end of a new name: a new thing, unless the text calls its body so or the acronym beside it is known. */
    private End end(NewNames.New name, String words, Optional<Node> owner) {
        Optional<Iris.Id> called = owner.filter(body -> own.isOne(name.words(), body, words))
                .or(() -> bearer(name))
                .flatMap(body -> Iris.parse(body.getURI()));
        if (called.isPresent()) {
            Iris.Id id = called.get();
            return new End(name.start(), name.end(), id.kind(), id.slug(), name.words(), false, true);
        }
        String kind =
                name.table().isEmpty() ? usualKind(name.words()) : name.table().replaceFirst("s$", "");
        return new End(name.start(), name.end(), kind, Iris.slug(name.words()), name.words(), true, true);
    }

    /** Names of bodies that begin with the name of an event, a process or a writing and go on: the words of a known name are not always its bearer. */
    private List<NewNames.New> longer(String words, List<End> ends) {
        List<NewNames.New> all = newNames.in(words, new BitSet());
        Stream<NewNames.New> bodies = all.stream()
                .filter(name -> name.table().equals("organisations") && NewNames.endsAsBody(name.words()))
                .filter(name -> ends.stream()
                        .anyMatch(end -> !end.kind().equals("organisation")
                                && !end.kind().equals("issue")
                                && !end.kind().equals("place")
                                && end.words().contains(" ")
                                && end.start() == name.start()
                                && words.startsWith(" ", end.end())
                                && end.end() < name.end()
                                && Character.isUpperCase(words.charAt(end.end() + 1))));
        return Stream.concat(
                        bodies,
                        all.stream()
                                .filter(name -> name.table().isEmpty() && isOtherThanItsAcronym(name, ends))
                                .map(name -> new NewNames.New(
                                        name.start(), name.end(), name.words(), name.acronym(), "organisations", "")))
                .toList();
    }

    /** "UN Women" is another body than the UN. */
    private static boolean isOtherThanItsAcronym(NewNames.New name, List<End> ends) {
        Matcher parts = ACRONYM_AND_WORD.matcher(name.words());
        return parts.matches()
                && !BEHIND_ACRONYMS.contains(parts.group(2).toLowerCase(Locale.ROOT))
                && ends.stream()
                        .anyMatch(end -> end.kind().equals("organisation")
                                && end.start() == name.start()
                                && end.words().equals(parts.group(1)));
    }

    /** Whether a new name is a part of a known one in full: "the Call for Trust and Security", "the Vienna Convention on Letters". */
    private static boolean goesOn(NewNames.New name, List<End> ends, String words) {
        return ends.stream().filter(end -> !end.isNew()).anyMatch(end -> {
            boolean writing = end.kind().equals("document");
            boolean behind = (writing || end.kind().equals("initiative"))
                    && end.end() < name.start()
                    && words.substring(end.end(), name.start()).matches(" (?:for|on)(?: the)? ");
            boolean before = writing
                    && end.words().contains(" ")
                    && !name.words().contains(" ")
                    && !Name.isAcronym(name.words())
                    && name.end() + 1 == end.start()
                    && words.startsWith(" ", name.end());
            return behind || before;
        });
    }

    /** New names; one that holds the words of an issue or a place, as "Annual Dialogue on Speech" does, is one if its words tell what it is. */
    private List<NewNames.New> newIn(String words, BitSet known, BitSet wholes) {
        List<NewNames.New> all = new ArrayList<>(newNames.in(words, known));
        for (NewNames.New name : newNames.in(words, wholes)) {
            boolean holdsOther = known.get(name.start(), name.end()).cardinality() > 0
                    && known.get(name.start(), name.end()).cardinality() < name.end() - name.start();
            boolean isOnlyWhere = IN_A_PLACE
                            .matcher(words.substring(
                                    0, known.nextSetBit(name.start()) < 0 ? 0 : known.nextSetBit(name.start())))
                            .find()
                    && known.nextClearBit(known.nextSetBit(name.start())) >= name.end();
            // "Global Privacy Assembly" has the name of an issue in its midst.
            boolean isAround = !known.get(name.start()) && !known.get(name.end() - 1);
            if (holdsOther && !isOnlyWhere && (isAround || !name.table().isEmpty())) {
                all.removeIf(part -> part.start() >= name.start() && part.end() <= name.end());
                all.add(name);
            }
        }
        return all;
    }

    /** The one body of the graph with the acronym that stands beside a name, unless its own long name has none of these words. */
    private Optional<Node> bearer(NewNames.New name) {
        Set<Node> bearers = name.acronym().isEmpty() ? Set.of() : acronyms.getOrDefault(name.acronym(), Set.of());
        Set<String> said = longWords(name.words());
        return bearers.size() != 1
                ? Optional.empty()
                : bearers.stream()
                        .filter(body -> !hidden.contains(body))
                        .filter(body -> {
                            Set<String> known = own.of(body).stream()
                                    .flatMap(other -> longWords(other).stream())
                                    .collect(Collectors.toSet());
                            return known.isEmpty() || known.stream().anyMatch(said::contains);
                        })
                        .findFirst();
    }

    /** The words of a name, in small letters, less its acronyms and what links them. */
    private static Set<String> longWords(String name) {
        return LETTERS.matcher(name)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.length() > 3 && !Name.isAcronym(word))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isPart(int start, int end, List<NewNames.New> names) {
        return names.stream().anyMatch(name -> start >= name.start() && end <= name.end());
    }

    /** A new name by which the text calls something elsewhere with its acronym beside it. */
    private NewNames.New inFull(NewNames.New name) {
        NewNames.New full = newAcronyms.get(name.words());
        return full == null
                ? name
                : new NewNames.New(name.start(), name.end(), full.words(), full.acronym(), full.table(), full.kind());
    }

    /** The body whose acronym a name begins with, as in "NIST Cybersecurity Framework". */
    private Optional<End> bodyFirst(End end, Optional<Node> owner) {
        Matcher matcher = BODY_FIRST.matcher(end.words());
        if (!end.isNamed()
                || Capitals.isAllCapitals(end.words())
                || !matcher.matches()
                || (!NewNames.tells(end.words())
                        && NewNames.tableOfNoun(
                                        end.words().toLowerCase(Locale.ROOT).replaceFirst(".* ", ""))
                                .isEmpty())) {
            return Optional.empty();
        }
        String acronym = matcher.group(1);
        Set<Node> known = acronyms.getOrDefault(acronym, Set.of());
        Optional<Iris.Id> body = known.stream()
                .filter(node -> owner.filter(node::equals).isEmpty() && !hidden.contains(node))
                .flatMap(node -> Iris.parse(node.getURI()).stream())
                .filter(id -> id.kind().equals("organisation"))
                .findFirst();
        boolean isOther = body.isEmpty() && known.stream().anyMatch(node -> !hidden.contains(node));
        return isOther || NewNames.isNoName(acronym)
                ? Optional.empty()
                : Optional.of(new End(
                        end.start(),
                        end.start() + acronym.length(),
                        "organisation",
                        body.map(Iris.Id::slug).orElseGet(() -> Iris.slug(acronym)),
                        acronym,
                        body.isEmpty(),
                        true));
    }

    /** What a name without a telling word is the name of: a company has one word more often than a project has. */
    private static String usualKind(String name) {
        return name.contains(" ") ? "initiative" : "organisation";
    }
}
