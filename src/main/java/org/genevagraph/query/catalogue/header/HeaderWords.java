package org.genevagraph.query.catalogue.header;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.genevagraph.problem.Nearest;
import org.genevagraph.query.grammar.French;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a query's header says in another language, and checks the texts of all languages against the parameters. */
public final class HeaderWords {
    /** The key of the sentences that state what an answer found. */
    public static final String FINDING = "finding";
    /** The key of other words by which the query is found. */
    public static final String ALSO_ASKED = "also-asked";

    /** The key of other words by which the query is found with a choice. */
    public static final String ASKED_AS = "asked-as";

    private static final String PHRASES = "phrases";

    private static final Set<String> FORMS = Set.of("one", "other");
    private static final Set<String> KEYS = Set.of(
            "summary",
            "description",
            "ask",
            "empty",
            HeaderLooks.KEY,
            "instead",
            "params",
            "words",
            FINDING,
            PHRASES,
            ALSO_ASKED,
            ASKED_AS);

    private final Map<String, String> texts = new LinkedHashMap<>();
    private Map<String, String> finding = Map.of();
    private Map<String, String> phrases = Map.of();
    private List<String> alsoAsked = List.of();
    private Map<String, List<String>> askedAs = Map.of();
    private Map<String, String> looked = Map.of();
    private Map<String, String> instead = Map.of();
    private Map<String, String> help = Map.of();
    private final Map<String, Map<String, String>> choices = new LinkedHashMap<>();

    private HeaderWords() {}

    /** Reads the texts of another language. */
    public static QueryWords read(MappingNode node, HeaderYaml yaml) {
        HeaderWords words = new HeaderWords();
        yaml.each(node, KEYS, words.reader(yaml)::accept);
        return new QueryWords(
                words.texts.getOrDefault("summary", ""),
                words.texts.getOrDefault("description", ""),
                words.texts.getOrDefault("ask", ""),
                words.finding,
                words.texts.getOrDefault("empty", ""),
                words.looked,
                words.instead,
                words.help,
                words.choices,
                words.phrases,
                words.alsoAsked,
                words.askedAs);
    }

    /** Reads what readers say when they ask with a choice: phrases by {@code parameter=choice}. */
    public static Map<String, List<String>> askedAs(Node node, HeaderYaml yaml) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        yaml.eachOf(
                node,
                ASKED_AS,
                "write 'order=oldest: [oldest, founded first]' for each choice",
                (choice, said) -> phrases.put(choice, yaml.list(said)));
        return phrases;
    }

    /** Reads the sentences that say what an answer finds: of one thing and of another number. */
    public static Map<String, String> finding(Node node, HeaderYaml yaml) {
        Map<String, String> sentences = yaml.texts(node, FINDING, "write '{one: sentence, other: sentence}'");
        if (!sentences.keySet().containsAll(FORMS)
                || !sentences.keySet().stream().allMatch(key -> key.matches("(one|other)( \\S+=\\S*)?|none \\w+"))) {
            yaml.problem(
                    HeaderYaml.line(node),
                    FINDING + ": has not just one and other",
                    "say what one thing is found to be, and what other numbers are; 'one scope=all' says it of one choice, 'one group=' of a parameter that is left open, 'none partner' where a column is empty");
        }
        return sentences;
    }

    /** The texts as they are printed: curators type plain blanks. French is the one other language. */
    private static Map<String, String> printed(Map<String, String> texts) {
        Map<String, String> printed = new LinkedHashMap<>();
        texts.forEach((key, text) -> printed.put(key, French.printed(text)));
        return printed;
    }

    private interface Reader {
        void accept(String key, Node value);
    }

    private Reader reader(HeaderYaml yaml) {
        return (key, value) -> {
            switch (key) {
                case HeaderLooks.KEY ->
                    looked = printed(yaml.texts(value, key, "write 'gg:involvedIn: what that is in words'"));
                case PHRASES ->
                    phrases = printed(yaml.texts(value, key, "write 'facilitates {line}: coordonne {line}'"));
                case ALSO_ASKED -> alsoAsked = yaml.list(value);
                case ASKED_AS -> askedAs = askedAs(value, yaml);
                case FINDING -> finding = printed(finding(value, yaml));
                case "instead" ->
                    instead = printed(yaml.texts(value, key, "write 'scope=involved: what that would give'"));
                case "params" ->
                    help = printed(yaml.texts(value, key, "write 'name: what it is for' for each parameter"));
                case "words" ->
                    yaml.eachOf(
                            value,
                            key,
                            "write 'name: {choice: what it means}' for each choice",
                            (name, node) ->
                                    choices.put(name, printed(yaml.texts(node, name, "write '{choice: meaning}'"))));
                default -> texts.put(key, French.printed(yaml.scalar(value)));
            }
        };
    }

    /** Reports parameters that a sentence names and the query does not have, and required ones that the question leaves out. */
    public static void checkPlaces(QueryWords words, List<Parameter> parameters, int line, HeaderYaml yaml) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        Set<String> asked = places(words.ask());
        if (words.ask().matches(".*[\\[\\]].*")) {
            yaml.problem(
                    line,
                    "'" + words.ask() + "' has a bracket too many",
                    "write [of {a}|of whom] for what is said with the parameter a and without it, none within another");
        }
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (String text : List.of(words.ask(), words.empty())) {
            named.put(text, places(text));
        }
        words.same().forEach((place, pair) -> named.put("{" + place + "}", Set.copyOf(pair)));
        named.forEach((text, names) -> {
            for (String name : names) {
                if (!known.contains(name)) {
                    yaml.problem(
                            line,
                            "'" + text + "' names the unknown parameter '" + name + "'",
                            Nearest.hint(
                                    name,
                                    known,
                                    known.isEmpty() ? "it has none" : "parameters are " + String.join(", ", known)));
                }
            }
        });
        for (Parameter parameter : parameters) {
            if (parameter.required() && !words.ask().isEmpty() && !asked.contains(parameter.name())) {
                yaml.problem(
                        line,
                        "'" + words.ask() + "' leaves out the parameter " + parameter.name(),
                        "fill it in as {" + parameter.name() + "}");
            }
        }
    }

    /** Reports what is asked with a choice that no parameter has. */
    public static void checkChoices(QueryWords words, List<Parameter> parameters, int line, HeaderYaml yaml) {
        List<String> known = parameters.stream()
                .flatMap(parameter -> parameter.choices().stream().map(choice -> parameter.name() + "=" + choice))
                .toList();
        for (String choice : words.askedAs().keySet()) {
            if (!known.contains(choice)) {
                yaml.problem(
                        line,
                        ASKED_AS + ": '" + choice + "' is no choice of a parameter",
                        Nearest.hint(
                                choice,
                                known,
                                known.isEmpty() ? "no parameter has any" : "choices are " + String.join(", ", known)));
            }
        }
    }

    /** Reports what is said in English and not in the other language, and the other way round. */
    public static void checkComplete(QueryWords english, QueryWords other, int line, String key, HeaderYaml yaml) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("summary", List.of(english.summary(), other.summary()));
        texts.put("description", List.of(english.description(), other.description()));
        texts.put("ask", List.of(english.ask(), other.ask()));
        texts.put("empty", List.of(english.empty(), other.empty()));
        texts.forEach((name, pair) -> {
            if (pair.get(0).isEmpty() != pair.get(1).isEmpty()) {
                yaml.problem(line, pair.get(0).isEmpty() ? unknown(key, name) : missing(key, name), fix(name));
            }
        });
        if (english.alsoAsked().isEmpty() != other.alsoAsked().isEmpty()) {
            boolean none = english.alsoAsked().isEmpty();
            yaml.problem(line, none ? unknown(key, ALSO_ASKED) : missing(key, ALSO_ASKED), fix(ALSO_ASKED));
        }
        checkKeys(english.finding(), other.finding(), line, key + ": " + FINDING, yaml);
        checkKeys(english.looked(), other.looked(), line, key + ": " + HeaderLooks.KEY, yaml);
        checkKeys(english.instead(), other.instead(), line, key + ": instead", yaml);
        checkKeys(english.help(), other.help(), line, key + ": params", yaml);
        checkKeys(english.askedAs(), other.askedAs(), line, key + ": " + ASKED_AS, yaml);
        checkKeys(english.choices(), other.choices(), line, key + ": words", yaml);
        english.choices()
                .forEach((name, choice) -> checkKeys(
                        choice, other.choices().getOrDefault(name, Map.of()), line, key + ": words: " + name, yaml));
    }

    /** Reports a sentence of a follow-up that is said in one of the two languages only. */
    public static void checkFollowUp(
            String key, Map<String, String> sentences, String language, int line, HeaderYaml yaml) {
        String at = "follow-up: " + language;
        if (sentences.containsKey("en") != sentences.containsKey(language)) {
            yaml.problem(line, sentences.containsKey("en") ? missing(at, key) : unknown(at, key), fix(key));
        }
    }

    private static void checkKeys(Map<String, ?> english, Map<String, ?> other, int line, String at, HeaderYaml yaml) {
        for (String name : english.keySet()) {
            if (!other.containsKey(name)) {
                yaml.problem(line, missing(at, name), fix(name));
            }
        }
        for (String name : other.keySet()) {
            if (!english.containsKey(name)) {
                yaml.problem(
                        line,
                        unknown(at, name),
                        Nearest.hint(name, english.keySet(), "say it in English, too, or delete it"));
            }
        }
    }

    private static String missing(String at, String name) {
        return at + ": has no " + name;
    }

    private static String unknown(String at, String name) {
        return at + ": has " + name + ", which the English does not have";
    }

    private static String fix(String name) {
        return "add '" + name + ": …'";
    }

    /** The names of the places in a text. */
    public static Set<String> places(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = QueryWords.PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
