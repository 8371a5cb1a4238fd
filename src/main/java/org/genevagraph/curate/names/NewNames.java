package org.genevagraph.curate.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.names.Name;

/** Finds names in a text that nothing in the graph bears, and sees by their words what kind of thing bears them. */
public final class NewNames {
    private static final Pattern QUOTED =
            Pattern.compile("[‘“«]\\s?((?:\\p{Lu}|\\d)[^‘“”’«»]{2,90}[^‘“”’«»\\s](?:’s [^‘“”’«»]{3,60})?)\\s?[’”»]");
    /** "Small and medium-sized enterprises (SMEs)": an acronym behind words without capitals. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?<=\\p{Ll}[ -])\\p{Ll}[\\p{Ll}’-]+ \\((\\p{Lu}[\\p{L}&]*\\p{Lu}s?)\\)");

    /** The number of a committee or a standard, which stands in brackets behind what it is about. */
    private static final Pattern NUMBERED = Pattern.compile("\\p{Lu}{2,}-?\\d+");

    private static final Pattern OF_A_PLACE = Pattern.compile("(?:an|ese|ish|ss|rn|Internet|English|French)s?$");
    private static final Set<String> IN_SINGULAR = PhraseWords.of("initiative-of-things-in-singular");

    /** "Target 1", "Horizon 2020": a number that belongs to the name before it. */
    private static final Pattern NUMBER_BEHIND =
            Pattern.compile("^ (?:\\d{1,2}|(?:19|20)\\d\\d)(?![\\p{L}\\p{N}%/-]|[.,–]\\d)");

    /** "Facebook @name": where somebody can be found. */
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{Lu}\\p{L}*) @[\\p{L}\\p{N}]");

    /** A name with its first capital inside. */
    private static final Pattern CAPITAL_INSIDE = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}\\p{Lu}\\p{L}{2,}");

    /** The first of several names, which may have its capital from standing there: "(e.g. Campus, Moodle, …)". */
    private static final Pattern FIRST_OF_LIST =
            Pattern.compile("(?:e\\.g\\. |such as |like |including |: )(\\p{Lu}\\p{L}+), (?=\\p{Lu})");

    /** An acronym behind words of which only the first has a capital. */
    private static final Pattern LONG_FORM =
            Pattern.compile("(\\p{Lu}[\\p{L}-]+(?: [\\p{L}-]+){1,7}) \\((\\p{Lu}{2,8})\\)");

    /** Whom something is for, at the end of its name. */
    private static final Pattern FOR_MANY = Pattern.compile(" for (?:[^ ]+ )*\\p{L}{3,}s$");

    /** A name whose words have capitals, but for those that link them. */
    private static final Pattern BODY =
            Pattern.compile("\\p{Lu}[^ ]*(?: (?:of|for|the|and|on|in|to|de|la|des|du|\\p{Lu}[^ ]*))+");

    private static final Pattern BETWEEN = Pattern.compile("(?<= )(?:of|for|the|and|on|in|to) ");

    /** What stands before the name of a town, as far as a text tells it. */
    private static final Pattern IN_A_PLACE = Pattern.compile("(?<![\\p{L}])[Ii]n $");

    /** A word with a capital at the beginning of a sentence, before a name. */
    private static final Pattern FIRST_WORD = Pattern.compile("(?:^|[.!?:] |[“‘])(\\p{Lu}\\p{Ll}+) $");

    /** "Member of the Union": what somebody is in it, and no part of its name. */
    private static final Pattern MEMBER_OF = Pattern.compile(
            "(?:(?:Founding |Associate |Full )?Members?|Partners?|Supporters?|Part|Funder|Host|Co-chair|Chair|Secretariat|City|Town) (?:of|in) (?:the )?(?=\\p{Lu})");

    /** "At the Forum 2024 it presented": where something is done, at the beginning of a sentence. */
    private static final Pattern WHERE = Pattern.compile(
            "(?:At|During|With|Within|Under|Before|After|Through|Besides|Beside|Since) (?:the |an? |its )(?=\\p{Lu})");

    /** "Runs the Programme", "Co-hosts Harbour Days" at the beginning of an entry: what is done, and no part of a name. */
    private static final Pattern DOES =
            Pattern.compile("(?:(?:Co-)?\\p{L}\\p{Ll}+(?:s|ed) (?:the |an? |its )|Co-\\p{Ll}+(?:s|ed) )(?=\\p{Lu})");

    private static final Set<String> NOT_BEFORE = PhraseWords.of("not-before");
    private static final Set<String> NO_NAMES = PhraseWords.of("no-names");
    private static final Pattern OF = Pattern.compile(" (?:of|for|on|in|to) ");

    /** "CHF 61": what stands before an amount. */
    private static final Set<String> CURRENCIES = PhraseWords.of("currencies");

    /** "Of the League and of the Union": two, each with its own "of". */
    private static final Pattern AND_OF = Pattern.compile(" and (?:of|by|with|to|in) (?:the )?(?=\\p{Lu})");

    private static final Pattern ROLE = Pattern.compile("(?iu)(?:.* )?(?:" + PhraseWords.alternatives("roles") + ")");

    /** What joins two quoted names of the same kind. */
    private static final Pattern JOINED = Pattern.compile("[’”],? (?:and |as well as )?");

    /**
     * A name that nothing bears yet.
     *
     * @param start where it begins in the words of the passage, in Java's characters
     * @param end where it ends, excluded
     * @param words the name
     * @param acronym the acronym beside it; empty if there is none
     * @param table the table in which such a thing stands; empty if its words do not tell
     * @param kind what kind of thing it is there; empty if its words do not tell
     */
    public record New(int start, int end, String words, String acronym, String table, String kind) {}

    private final Capitals capitals;
    private final Set<String> abbreviations = new HashSet<>();

    /**
     * With texts from which it learns which acronyms stand for what has no name.
     *
     * @param capitals tells which words of these texts are names
     */
    public NewNames(Capitals capitals, Iterable<String> texts) {
        this.capitals = capitals;
        for (String text : texts) {
            ABBREVIATED.matcher(text).results().forEach(match -> abbreviations.add(singular(match.group(1))));
        }
    }

    private static String singular(String acronym) {
        return acronym.replaceFirst("s$", "");
    }

    /** The names in the words of a passage, less those that begin in a known place; each once. */
    public List<New> in(String words, BitSet known) {
        Map<String, New> found = new LinkedHashMap<>();
        BitSet taken = (BitSet) known.clone();
        quoted(words, taken, found);
        Map<Integer, New> runs = new TreeMap<>();
        longForms(words, taken, found);
        for (Capitals.Found run : capitals.in(words, taken).stream()
                .flatMap(run -> apart(run).stream())
                .toList()) {
            run(words, withFirst(words, run, taken), taken).ifPresent(name -> runs.put(name.start(), name));
        }
        runs.values().forEach(name -> found.putIfAbsent(name.words(), name));
        single(HANDLE, words, taken).forEach(name -> found.putIfAbsent(name.words(), name));
        single(CAPITAL_INSIDE, words, taken).forEach(name -> found.putIfAbsent(name.words(), name));
        for (New name : single(FIRST_OF_LIST, words, taken)) {
            if (runs.containsKey(name.end() + 2)) {
                found.putIfAbsent(name.words(), name);
            }
        }
        return List.copyOf(found.values());
    }

    /** "The Breeze Foundation and Thread Collective": two names, since each ends with the noun of a body. */
    private static List<Capitals.Found> apart(Capitals.Found run) {
        Matcher again = AND_OF.matcher(run.words());
        // "The Department of Works and of Roads" is one.
        if (again.find() && !OF.matcher(run.words().substring(0, again.start())).find()) {
            return Stream.of(
                            new Capitals.Found(run.start(), run.words().substring(0, again.start()), false, false),
                            new Capitals.Found(
                                    run.start() + again.end(), run.words().substring(again.end()), false, false))
                    .flatMap(part -> apart(part).stream())
                    .toList();
        }
        int and = run.words().indexOf(" and ");
        String left = and < 0 ? "" : run.words().substring(0, and);
        String right = and < 0 ? "" : run.words().substring(and + 5);
        return left.contains(" ") && right.contains(" ") && endsAsBody(left) && endsAsBody(right)
                ? List.of(
                        new Capitals.Found(run.start(), left, false, false),
                        new Capitals.Found(run.start() + and + 5, right, false, false))
                : List.of(run);
    }

    /** Whether the last word of a name is the noun of a body, such as "association". */
    public static boolean endsAsBody(String name) {
        String last = name.replaceFirst(".* ", "").toLowerCase(Locale.ROOT);
        return KindCue.NAMES.stream().anyMatch(cue -> cue.table().equals("organisations") && cue.isNoun(last));
    }

    /** A run with the word before it that has its capital from standing at the beginning, where the run is a name that tells its kind. */
    private static Capitals.Found withFirst(String words, Capitals.Found run, BitSet taken) {
        Matcher first = FIRST_WORD.matcher(words.substring(0, run.start()));
        boolean belongs = run.words().contains(" ")
                && kind(run.words()).isPresent()
                && first.find()
                && !NOT_BEFORE.contains(first.group(1).toLowerCase(Locale.ROOT))
                && taken.get(first.start(1), run.start()).isEmpty();
        return belongs ? new Capitals.Found(first.start(1), first.group(1) + " " + run.words(), false, false) : run;
    }

    /** The name that a run of capitalised words is; empty if it names nothing. */
    private Optional<New> run(String words, Capitals.Found run, BitSet taken) {
        int end = run.start() + run.words().length();
        Matcher number = NUMBER_BEHIND.matcher(words.substring(end));
        for (Pattern before : List.of(MEMBER_OF, WHERE, DOES)) {
            Matcher begin = before.matcher(run.words());
            if (begin.lookingAt()) {
                return run(
                        words,
                        new Capitals.Found(
                                run.start() + begin.end(), run.words().substring(begin.end()), false, false),
                        taken);
            }
        }
        int opening = Formalities.opening(run.words());
        if (opening > 0) {
            return run(
                    words,
                    new Capitals.Found(run.start() + opening, run.words().substring(opening), false, false),
                    taken);
        }
        String name = number.find() ? run.words() + number.group() : run.words();
        String acronym = AcronymBeside.behind(words.substring(run.start() + name.length()));
        boolean beside = run.start() > 0
                && words.charAt(run.start() - 1) == '('
                && Name.isAcronym(name)
                && !NUMBERED.matcher(name).matches();
        boolean abbreviated = run.isAcronym() && abbreviations.contains(singular(name));
        if (beside
                || abbreviated
                || NO_NAMES.contains(name)
                || CURRENCIES.contains(run.words())
                || Formalities.isPart(name)
                || ROLE.matcher(name).matches()
                || !taken.get(run.start(), end).isEmpty()) {
            return Optional.empty();
        }
        // One word is a name of its own with a capital inside: "the platform JusticeScope".
        boolean own = name.contains(" ") || name.matches("\\p{Lu}\\p{Ll}+\\p{Lu}\\p{L}+");
        Optional<KindCue> cue = kind(name)
                .or(() -> KindBeside.nounBehind(words.substring(run.start() + name.length())))
                .or(() -> KindBeside.apposed(words.substring(run.start() + name.length())))
                .or(() -> own ? KindBeside.nounBefore(words.substring(0, run.start())) : Optional.empty())
                .or(() -> run.isAcronym() ? Optional.empty() : KindBeside.published(words.substring(0, run.start())));
        if (cue.isEmpty()
                && Persons.isOne(name, words.substring(0, run.start()), words.substring(run.start() + name.length()))) {
            return Optional.empty();
        }
        // "In Annecy" tells a place, "the Academy" speaks of one that was named before, and "Swiss" of no thing.
        boolean plain = !own
                && !run.isAcronym()
                && (cue.isPresent()
                        || run.byChance()
                        || IN_A_PLACE.matcher(words.substring(0, run.start())).find()
                        || OF_A_PLACE.matcher(name).find());
        return plain
                ? Optional.empty()
                : Optional.of(new New(
                        run.start(),
                        run.start() + name.length(),
                        name,
                        acronym,
                        cue.map(KindCue::table).orElse(""),
                        cue.map(KindCue::kind).orElse("")));
    }

    /** Names of one word that a pattern finds; its first group if it has one. */
    private static List<New> single(Pattern pattern, String words, BitSet taken) {
        List<New> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            int group = matcher.groupCount();
            if (taken.get(matcher.start(group), matcher.end(group)).isEmpty()) {
                found.add(new New(
                        matcher.start(group), matcher.end(group), matcher.group(group), "", "organisations", ""));
            }
        }
        return found;
    }

    /** Names in small letters beside an acronym that is made of their initials; marks them as taken. */
    private static void longForms(String words, BitSet taken, Map<String, New> found) {
        Matcher matcher = LONG_FORM.matcher(words);
        while (matcher.find()) {
            String name = matcher.group(1);
            Optional<KindCue> cue = kind(name);
            boolean small = Pattern.compile(" \\p{Ll}")
                    .matcher(BETWEEN.matcher(name).replaceAll(""))
                    .find();
            if (small
                    && cue.isPresent()
                    && initials(name).equalsIgnoreCase(matcher.group(2))
                    && taken.get(matcher.start(1), matcher.end(1)).isEmpty()) {
                found.put(
                        name,
                        new New(
                                matcher.start(1),
                                matcher.end(1),
                                name,
                                matcher.group(2),
                                cue.get().table(),
                                cue.get().kind()));
                taken.set(matcher.start(1), matcher.end(2));
            }
        }
    }

    private static String initials(String name) {
        return Stream.of(BETWEEN.matcher(name).replaceAll("").split("[ -]"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** The names in quotation marks, as far as something tells that they are names; marks them as taken. */
    private static void quoted(String words, BitSet taken, Map<String, New> found) {
        Matcher quoted = QUOTED.matcher(words);
        Optional<KindCue> last = Optional.empty();
        int lastEnd = -1;
        while (quoted.find()) {
            String name = quoted.group(1);
            String before = words.substring(0, quoted.start());
            Optional<KindCue> cue = KindBeside.writing(before)
                    .or(() -> KindBeside.titled(before))
                    .or(() -> kind(name))
                    .or(() -> KindBeside.described(words.substring(quoted.end())));
            if (cue.isEmpty()
                    && lastEnd >= 0
                    && JOINED.matcher(words.substring(lastEnd, quoted.start())).matches()) {
                cue = last;
            }
            last = cue;
            lastEnd = quoted.end(1);
            if (cue.isPresent() && taken.get(quoted.start(1), quoted.end(1)).isEmpty()) {
                found.put(
                        name,
                        new New(
                                quoted.start(1),
                                quoted.end(1),
                                name,
                                "",
                                cue.get().table(),
                                cue.get().kind()));
                taken.set(quoted.start(1), quoted.end(1));
            }
        }
    }

    /** The table in which a thing stands that such a noun, in small letters, describes; empty if it describes none. */
    public static String tableOfNoun(String noun) {
        if (IN_SINGULAR.contains(noun)) {
            return "initiatives";
        }
        return Stream.concat(KindCue.NAMES.stream(), KindCue.DESCRIPTIONS.stream())
                .filter(cue ->
                        !cue.table().equals("organisations") || cue.kind().equals("committee"))
                .filter(cue -> cue.isNoun(noun) && !cue.kind().equals("competition"))
                .map(KindCue::table)
                .findFirst()
                .orElse("");
    }

    /** Whether what looks like a name is none. */
    public static boolean isNoName(String words) {
        return NO_NAMES.contains(words);
    }

    /** Whether the words of a name tell what kind of thing bears it. */
    public static boolean tells(String name) {
        return kind(name).isPresent();
    }

    /** Whether words are the name of one body, and not a group of them: "World Ladder Organization", but not "regional organizations". */
    public static boolean isBody(String name) {
        boolean isEnglish = !name.endsWith("s")
                && BODY.matcher(name).matches()
                && !told(name, "organisations").isEmpty();
        return isEnglish || RomanceNames.isBody(name);
    }

    /** What kind of thing of a table bears a name, by its words; empty if they do not tell. */
    public static String told(String name, String table) {
        return kind(name)
                .filter(cue -> cue.table().equals(table))
                .map(KindCue::kind)
                .orElse("");
    }

    /** The kind that the last telling word of a name gives. */
    private static Optional<KindCue> kind(String name) {
        String last = name.replaceFirst(".* ", "");
        Optional<KindCue> writing = KindCue.NAMES.stream()
                .filter(cue -> cue.table().equals("documents") && cue.fits(last))
                .findFirst();
        if (writing.isPresent()) {
            return writing;
        }
        String head = name.replaceFirst(" (?:of|for|on|and|in|to)\\b.*", "");
        // A "Dialogue Office" is an office.
        String noun = head.replaceFirst(".* ", "").toLowerCase(Locale.ROOT);
        Optional<KindCue> byHead = KindCue.NAMES.stream()
                .filter(cue -> cue.isNoun(noun))
                .findFirst()
                .or(() -> KindCue.NAMES.stream().filter(cue -> cue.fits(head)).findFirst());
        if (byHead.isPresent()) {
            return byHead;
        }
        // "AI for Good Summit" is a summit, but "Clean Code for Councils" no council.
        String own = FOR_MANY.matcher(name).replaceFirst("");
        return KindCue.NAMES.stream().filter(cue -> cue.fits(own)).findFirst();
    }
}
