package org.genevagraph.curate.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.things.Apposition;
import org.genevagraph.curate.things.DescribedThings;
import org.genevagraph.curate.things.Enumerations;
import org.genevagraph.curate.things.Formalities;
import org.genevagraph.curate.things.NewNames;
import org.genevagraph.curate.things.NumberedStandards;
import org.genevagraph.curate.things.OtherNames;
import org.genevagraph.curate.things.OthersDoings;
import org.genevagraph.curate.things.OwnThings;
import org.genevagraph.curate.things.Phrase;
import org.genevagraph.curate.things.PhraseWords;
import org.genevagraph.curate.things.RomanceNames;
import org.genevagraph.curate.things.Themes;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What the passages of a text name or describe: things of the graph, new names, and what has none. */
final class Ends {
    private static final Pattern BODY_FIRST = Pattern.compile("^(\\p{Lu}[\\p{Lu}\\d]+) \\p{L}.*");

    /** "Calls on governments", "in the framework of the Talks": a turn of phrase. */
    private static final Pattern NO_THING =
            Pattern.compile("(?iu)(?:calls? (?:on|upon)|frameworks? of the|reports? (?:to|on a))\\b");

    /** "Offers simulation exercises", "an assistant": what somebody does or has is a thing, even if it is called as an issue is. */
    private static final Pattern DONE = Pattern.compile(
            "(?iu)\\b(?:" + PhraseWords.alternatives("doing")
                    + ")(?:s|e|es|ed|d|ing|ises?|ised|ising|izes?|ized)?(?: [\\p{L}’-]+,?){0,6} $|\\ban?(?: [\\p{L}-]+){0,2} $");

    /** What stands in a name behind its noun. */
    private static final Pattern WHAT_FOR = Pattern.compile(" (?:of|for|on|in|to|against)\\b.*");

    private static final Pattern ACRONYM_AND_WORD = Pattern.compile("(\\p{Lu}{2,6}) (\\p{Lu}\\p{Ll}+)");

    /** What stands before the town in which something is: "the Forum in Geneva". */
    private static final Pattern IN_A_PLACE = Pattern.compile("\\p{L} in $");

    /** What belongs to a body and bears no name of its own: "UN Headquarters". */
    private static final Set<String> BEHIND_ACRONYMS = PhraseWords.of("behind-acronyms");

    private final FactGraph facts;
    private final Mentions mentions;
    private final Set<Node> hidden;
    private final NewNames newNames;
    private final DescribedThings described = new DescribedThings();
    private final Map<String, Set<Node>> acronyms = new TreeMap<>();
    private final Map<String, NewNames.New> newAcronyms = new TreeMap<>();
    private final Map<Node, String> calledInText = new HashMap<>();
    private final Map<Node, Set<String>> initials = new HashMap<>();

    /**
     * In texts of a graph.
     *
     * @param hidden things that are not to be found by their names
     * @param owners the bodies that the text is about
     * @param text all its words
     */
    Ends(FactGraph facts, Mentions mentions, NewNames newNames, Set<Node> hidden, List<Node> owners, String text) {
        this.facts = facts;
        this.mentions = mentions;
        this.newNames = newNames;
        this.hidden = Set.copyOf(hidden);
        text.lines()
                .flatMap(line -> newNames.in(line, new BitSet()).stream())
                .filter(name -> !name.acronym().isEmpty() && name.words().contains(" "))
                .forEach(name -> newAcronyms.putIfAbsent(name.acronym(), name));
        Stream.of(GG.acronym, SKOS.altLabel.asNode())
                .flatMap(property -> facts.graph().stream(Node.ANY, property, Node.ANY))
                .filter(triple -> Name.isAcronym(triple.getObject().getLiteralLexicalForm()))
                .forEach(triple -> acronyms.computeIfAbsent(
                                triple.getObject().getLiteralLexicalForm(), key -> new HashSet<>())
                        .add(triple.getSubject()));
        owners.forEach(owner -> initials.put(
                owner,
                OtherNames.initials(names(owner), text).stream()
                        .filter(acronym -> !acronyms.containsKey(acronym))
                        .collect(Collectors.toSet())));
        owners.forEach(owner -> calledInText.put(
                owner,
                names(owner).stream()
                        .filter(text::contains)
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElseGet(() -> facts.label(owner))));
    }

    /** All names of a thing; of a body that the text is about, its initials as well. */
    Set<String> names(Node thing) {
        Set<String> names = new HashSet<>(initials.getOrDefault(thing, Set.of()));
        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> facts.all(thing, property).stream())
                .map(Node::getLiteralLexicalForm)
                .forEach(names::add);
        return names;
    }

    /** What a passage calls the body besides, and the table does not. */
    List<OtherNames.Other> otherNames(Node owner, String words) {
        Set<String> known = new HashSet<>(names(owner));
        Set<String> own = initials.getOrDefault(owner, Set.of());
        known.removeAll(own);
        return OtherNames.in(words, known).stream()
                .filter(other -> !other.column().equals("acronym") || own.contains(other.name()))
                .toList();
    }

    List<End> in(Node passage, String words, Optional<Node> owner) {
        List<End> ends = new ArrayList<>();
        BitSet known = new BitSet();
        BitSet names = new BitSet();
        BitSet wholes = new BitSet();
        List<Mentions.Mention> mentioned = mentions.in(passage, words);
        List<NewNames.New> standards = new ArrayList<>(NumberedStandards.in(words));
        standards.removeIf(standard -> mentioned.stream()
                .anyMatch(mention -> mention.start() <= standard.start() && standard.end() <= mention.end()));
        for (Mentions.Mention mention : mentioned) {
            if (isPart(mention.start(), mention.end(), standards)) {
                // Who supports ITU-T X.509 does not support ITU.
                continue;
            }
            // In a profile of the Forum on something "the Forum" is no other.
            Optional<Node> thing = owner.filter(body -> isShortFor(mention.words(), body))
                    .or(() -> mention.thing().filter(node -> !hidden.contains(node)));
            if (thing.isPresent()) {
                Iris.Id id = Iris.parse(thing.get().getURI()).orElseThrow();
                ends.add(new End(mention.start(), mention.end(), id.kind(), id.slug(), mention.words(), false, true));
                known.set(mention.start(), mention.end());
                if (!id.kind().equals("issue") && !id.kind().equals("place")) {
                    wholes.set(mention.start(), mention.end());
                }
                if (!id.kind().equals("issue")) {
                    // A training about an issue is a thing, and its words name the issue.
                    names.set(mention.start(), mention.end());
                }
            }
        }
        standards.forEach(standard -> {
            known.set(standard.start(), standard.end());
            wholes.set(standard.start(), standard.end());
        });
        List<NewNames.New> longer = longer(words, ends).stream()
                .filter(name -> !isPart(name.start(), name.end(), standards))
                .toList();
        // "The Forum Support Association" is another than the Forum.
        ends.removeIf(end -> isPart(end.start(), end.end(), longer));
        List<NewNames.New> added = new ArrayList<>(
                isEnglish(passage) ? newIn(words, known, wholes) : RomanceNames.in(words, newNames, known));
        added.removeIf(name -> goesOn(name, ends, words) || isPart(name.start(), name.end(), longer));
        added.addAll(longer);
        added.addAll(standards);
        // "PARTNERS" over a part is a word, and no acronym.
        added.removeIf(name -> facts.isHeading(passage)
                && name.words().equals(words.strip())
                && !name.words().contains(" ")
                && name.words().equals(name.words().toUpperCase(Locale.ROOT))
                && !newAcronyms.containsKey(name.words()));
        added.removeIf(name -> owner.isEmpty() && Formalities.isMeeting(name.words()));
        for (NewNames.New found : added) {
            NewNames.New name = inFull(found);
            Optional<Iris.Id> called = owner.filter(
                            body -> names(body).contains(name.words()) || isOther(name.words(), body, words))
                    .flatMap(body -> Iris.parse(body.getURI()));
            if (called.isPresent()) {
                ends.add(new End(
                        name.start(),
                        name.end(),
                        called.get().kind(),
                        called.get().slug(),
                        name.words(),
                        false,
                        true));
                names.set(name.start(), name.end());
                continue;
            }
            String kind = name.table().isEmpty()
                    ? usualKind(name.words())
                    : name.table().replaceFirst("s$", "");
            ends.add(new End(name.start(), name.end(), kind, Iris.slug(name.words()), name.words(), true, true));
        }
        ends.stream().filter(End::isNew).forEach(end -> names.set(end.start(), end.end()));
        ends.addAll(ends.stream().flatMap(end -> bodyFirst(end, owner).stream()).toList());
        List<Phrase> phrases = new ArrayList<>();
        if (isEnglish(passage) && !(owner.isEmpty() && facts.isHeading(passage))) {
            // The heading of a part tells what it is about, and the nouns that describe things are English.
            phrases.addAll(described.in(words, names));
            phrases.addAll(Enumerations.in(words));
            phrases.addAll(Themes.in(words));
        }
        owner.ifPresent(body -> phrases.addAll(OwnThings.in(words, calledInText.get(body), names(body))));
        // The "working group" of "the Safe Streets working group" is what has that name.
        phrases.removeIf(phrase -> ends.stream()
                .anyMatch(end -> end.isNamed()
                        && end.isNew()
                        && end.kind().equals("initiative")
                        && end.words().contains(" ")
                        && phrase.start() == end.end() + 1));
        phrases.removeIf(phrase -> NO_THING.matcher(phrase.words()).lookingAt()
                || OthersDoings.holds(words, phrase)
                || (owner.isEmpty() && Formalities.isOne(words, phrase))
                || ends.stream().anyMatch(end -> isSaid(end, phrase, words)));
        for (Phrase phrase : phrases) {
            ends.add(new End(
                    phrase.start(),
                    phrase.end(),
                    phrase.table().replaceFirst("s$", ""),
                    Iris.slug(phrase.words()),
                    phrase.words(),
                    true,
                    false));
        }
        ends.sort(Comparator.comparingInt(End::start));
        return ends;
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
            if (holdsOther && !isOnlyWhere && !name.table().isEmpty()) {
                all.removeIf(part -> part.start() >= name.start() && part.end() <= name.end());
                all.add(name);
            }
        }
        return all;
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

    /** Whether a new name is one that the text gives the body besides. */
    private boolean isOther(String name, Node body, String words) {
        return initials.getOrDefault(body, Set.of()).contains(name)
                || otherNames(body, words).stream()
                        .anyMatch(other -> other.name().equals(name));
    }

    /** Whether a phrase only says what a named thing is, or is the name of an issue. */
    private static boolean isSaid(End end, Phrase phrase, String words) {
        return end.kind().equals("issue")
                ? phrase.words().equalsIgnoreCase(end.words())
                        && !DONE.matcher(words.substring(0, phrase.start())).find()
                : end.isNamed() && Apposition.joins(words, end.start(), end.end(), phrase);
    }

    /** Whether words are the noun of a body's name, with an article: "the Forum" of the Forum on Trade. */
    private boolean isShortFor(String words, Node body) {
        String noun = words.replaceFirst("^[Tt]he ", "");
        return !noun.equals(words)
                && !noun.contains(" ")
                && names(body).stream()
                        .map(name -> WHAT_FOR.matcher(name).replaceFirst(""))
                        .anyMatch(name -> name.equals(noun) || name.endsWith(" " + noun));
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

    private boolean isEnglish(Node passage) {
        return facts.all(passage, GG.text).stream()
                .noneMatch(text -> text.getLiteralLanguage().matches("fr|es"));
    }

    /** What a name without a telling word is the name of: a company has one word more often than a project has. */
    private static String usualKind(String name) {
        return name.contains(" ") ? "initiative" : "organisation";
    }
}
