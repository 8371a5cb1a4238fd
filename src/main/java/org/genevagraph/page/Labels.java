package org.genevagraph.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What things, concepts and terms of the ontology are called in each language: English everywhere, another where the data have a name in it. */
public final class Labels {
    /** What an alias looks like that is the short form of a name. */
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\d+-]{1,7}");

    private final Map<Node, String> english = new HashMap<>();
    private final Map<Language, Map<Node, String>> others = new HashMap<>();

    /** The short forms of names that hold in every language, and those that a language has of its own. */
    private final Map<Node, List<String>> acronyms = new HashMap<>();

    private final Map<Language, Map<Node, List<String>>> otherAcronyms = new HashMap<>();
    private final Translations translations;

    private Labels(Translations translations) {
        this.translations = translations;
    }

    /** Reads the names from a snapshot. */
    public static Labels of(Snapshot snapshot) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        Labels labels = new Labels(new Translations(graph));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEach(triple -> labels.english.put(
                        triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEach(triple -> Language.of(triple.getObject().getLiteralLanguage())
                        .ifPresent(language -> labels.others
                                .computeIfAbsent(language, any -> new HashMap<>())
                                .put(triple.getSubject(), triple.getObject().getLiteralLexicalForm())));
        graph.stream(Node.ANY, GG.measure, Node.ANY)
                .map(Triple::getSubject)
                .forEach(figure -> labels.nameFigure(figure, new FactGraph(graph)));
        labels.readAcronyms(graph);
        PassageNames passages = new PassageNames(graph);
        passages.passages().toList().forEach(passage -> {
            labels.english.put(passage, passages.of(passage, Language.EN));
            for (Language language : Language.values()) {
                labels.others
                        .computeIfAbsent(language, any -> new HashMap<>())
                        .put(passage, passages.of(passage, language));
            }
        });
        graph.stream(Node.ANY, GG.byReplacement, Node.ANY)
                .toList()
                .forEach(triple -> labels.nameAmendment(triple, graph));
        return labels;
    }

    private void readAcronyms(Graph graph) {
        graph.stream(Node.ANY, GG.acronym, Node.ANY).forEach(triple -> add(triple, acronyms));
        graph.stream(Node.ANY, SKOS.altLabel.asNode(), Node.ANY)
                .filter(triple -> ACRONYM.matcher(triple.getObject().getLiteralLexicalForm())
                        .matches())
                .forEach(triple -> Language.of(triple.getObject().getLiteralLanguage())
                        .filter(language -> language != Language.EN)
                        .ifPresent(language ->
                                add(triple, otherAcronyms.computeIfAbsent(language, any -> new HashMap<>()))));
    }

    private static void add(Triple name, Map<Node, List<String>> acronyms) {
        List<String> own = acronyms.computeIfAbsent(name.getSubject(), any -> new ArrayList<>());
        String acronym = name.getObject().getLiteralLexicalForm();
        if (!own.contains(acronym)) {
            own.add(acronym);
            own.sort(new NaturalOrder());
        }
    }

    /** The short forms of a thing's name: those of the language, if the tables have any, otherwise those that it has everywhere. */
    public List<String> acronyms(Node thing, Language language) {
        List<String> own = otherAcronyms.getOrDefault(language, Map.of()).get(thing);
        return List.copyOf(own == null ? acronyms.getOrDefault(thing, List.of()) : own);
    }

    /** The shortest of them; empty if there is none. */
    public String acronym(Node thing, Language language) {
        return acronyms(thing, language).stream()
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** An amendment is called after its passage and the term that is replaced there. */
    private void nameAmendment(Triple byReplacement, Graph graph) {
        Node passage = graph.stream(byReplacement.getSubject(), GG.inPassage, Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElseThrow();
        for (Language language : Language.values()) {
            String name = Messages.text(
                    language, "passages.amended", of(passage, language), of(byReplacement.getObject(), language));
            others.computeIfAbsent(language, any -> new HashMap<>()).put(byReplacement.getSubject(), name);
        }
    }

    /** A figure is called after what was measured, in each language into which that is translated. */
    private void nameFigure(Node figure, FactGraph facts) {
        for (Language language : Language.values()) {
            translated(facts.text(figure, GG.measure), language)
                    .ifPresent(measure -> others.computeIfAbsent(language, any -> new HashMap<>())
                            .put(figure, figure(figure, measure, facts, language)));
        }
    }

    /** What a figure says that may be in no table yet: in English if what it measures is not translated. */
    public Text figure(Node figure, FactGraph facts, Language language) {
        String measured = facts.text(figure, GG.measure);
        Text measure = text(measured, language);
        return measure.lang() == null
                ? Text.of(figure(figure, measure.words(), facts, language))
                : new Text(figure(figure, measured, facts, Language.EN), Language.EN.tag());
    }

    /** A year that is the number itself is told once. */
    private String figure(Node figure, String measure, FactGraph facts, Language language) {
        String value = facts.text(figure, GG.value);
        String year = facts.text(figure, GG.year);
        String key = year.isEmpty() || year.equals(value) ? "thing.figure-name" : "thing.figure-name-year";
        String unit = facts.text(figure, GG.unit);
        String shown = text(unit, language).words();
        String beside = Units.isSaid(shown, measure) ? "" : " " + shown;
        String counted = isYear(unit) ? value : (language.number(value) + beside).strip();
        return Messages.text(language, key, measure, counted, year);
    }

    /** Whether what is counted is a year, which says so itself and is written without a mark between its thousands. */
    private static boolean isYear(String unit) {
        return unit.equals("year");
    }

    /** Words of the tables in a language, such as a role: as somebody has translated them, in English if nobody has. */
    public Text text(String words, Language language) {
        return language == Language.EN || words.isEmpty()
                ? Text.of(words)
                : translated(words, language).map(Text::of).orElseGet(() -> new Text(words, Language.EN.tag()));
    }

    /** What words of the tables are in a language, if somebody has translated them. */
    public Optional<String> translated(String words, Language language) {
        return translations.of(words, language);
    }

    /** Whether the tables say something in these very words, which are then English. */
    public boolean areWords(String words) {
        return translations.areWords(words);
    }

    /** The name of a thing in a language, in English if it has none there; what its IRI ends with if it has none at all. */
    public String of(Node thing, Language language) {
        String name = others.getOrDefault(language, Map.of()).get(thing);
        return name != null ? name : english.getOrDefault(thing, ending(thing));
    }

    /** The name of a thing, and what it is called in a sentence of a language. */
    public RelationSentence.Name spoken(Node thing, Language language) {
        String name = of(thing, language);
        return new RelationSentence.Name(name, language.named(name, thing.getURI(), has(thing, language)));
    }

    /** Whether a thing has a name in this very language. */
    public boolean has(Node thing, Language language) {
        return others.getOrDefault(language, Map.of()).containsKey(thing);
    }

    private static String ending(Node thing) {
        if (!thing.isURI()) {
            return thing.isLiteral() ? thing.getLiteralLexicalForm() : thing.toString();
        }
        return Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse(thing.getURI());
    }
}
