package org.genevagraph.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.query.names.TableDocuments;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What people call the passages of documents: {@code Tunis Agenda, para. 72(l)}; each document by its shortest name that is more than an abbreviation. */
final class PassageNames {
    private static final String ROW = "row";
    private static final Node ITEM = Iris.concept("passage-kind", "item");

    /** What stands for a name without saying it to whoever does not know it: TA, GPoA. */
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}.]{0,4}[\\p{Lu}\\p{N}]");

    private final Graph graph;
    private final Map<Language, Map<Node, String>> documents = new HashMap<>();

    /** The documents that are tables: whatever stands in a numbered line of theirs, it is a row. */
    private final Set<Node> tables;

    PassageNames(Graph graph) {
        this.graph = graph;
        this.tables = TableDocuments.of(graph);
        for (Language language : Language.values()) {
            Map<Node, String> names = new HashMap<>();
            graph.stream(Node.ANY, GG.inDocument, Node.ANY)
                    .map(Triple::getObject)
                    .distinct()
                    .forEach(document -> names.put(document, document(document, language)));
            documents.put(language, names);
        }
    }

    /** All passages. */
    Stream<Node> passages() {
        return graph.stream(Node.ANY, GG.inDocument, Node.ANY).map(Triple::getSubject);
    }

    /** A passage's name in a language. */
    String of(Node passage, Language language) {
        String document = documents.get(language).getOrDefault(one(passage, GG.inDocument), passage.getURI());
        return document + ", " + number(text(passage, GG.number), kind(passage), language);
    }

    private String kind(Node passage) {
        Node kind = one(passage, GG.kind);
        if (ITEM.equals(kind) && tables.contains(one(passage, GG.inDocument))) {
            return ROW;
        }
        return kind == null ? "" : kind.getURI().substring(kind.getURI().lastIndexOf('/') + 1);
    }

    /** The number with the word before it that its kind wants: {@code para. 72(l)}, {@code row 49}, {@code section 1}, {@code annex, C10}. */
    private static String number(String number, String kind, Language language) {
        List<String> parts = List.of(number.split("\\."));
        boolean named = !Character.isDigit(number.charAt(0));
        String shown = named
                ? String.join(".", parts.subList(1, parts.size()))
                : parts.get(0)
                        + IntStream.range(1, parts.size())
                                .mapToObj(i -> Messages.text(language, "passages.within", parts.get(i)))
                                .collect(Collectors.joining());
        String part = "passages." + parts.get(0);
        if (named && shown.isEmpty()) {
            return Messages.has(language, part + "-whole") ? Messages.text(language, part + "-whole") : number;
        }
        if (named && shown.equals("header")) {
            return Messages.text(language, part, Messages.text(language, "passages.head"));
        }
        if (named) {
            return Messages.has(language, part)
                    ? Messages.text(language, part, shown.toUpperCase(Locale.ROOT))
                    : number;
        }
        String key = "passages." + kind;
        return Messages.text(language, Messages.has(language, key) ? key : "passages.paragraph", shown);
    }

    private String document(Node document, Language language) {
        List<String> profiled = new ArrayList<>();
        graph.stream(Node.ANY, GG.profiledIn, document)
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(thing -> profiled.add(shortest(thing, language, GG.acronym)));
        // The name of a profile says more than the English name of whom it is about.
        return profiled.isEmpty() || (language != Language.EN && isNamed(document, language) && !hasAcronyms(document))
                ? shortest(document, language, SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())
                : Messages.text(language, "passages.profile", String.join("/", profiled));
    }

    private boolean isNamed(Node thing, Language language) {
        return graph.stream(thing, SKOS.prefLabel.asNode(), Node.ANY)
                .anyMatch(triple -> triple.getObject().getLiteralLanguage().equals(language.tag()));
    }

    /** Whether all things that are profiled in a document have a short name in every language. */
    private boolean hasAcronyms(Node document) {
        return graph.stream(Node.ANY, GG.profiledIn, document)
                .allMatch(triple -> graph.contains(triple.getSubject(), GG.acronym, Node.ANY));
    }

    /** The shortest value of some properties in a language; the name, if it has none. */
    private String shortest(Node thing, Language language, Node... properties) {
        for (Language tried : List.of(language, Language.EN)) {
            Optional<String> found = Stream.of(properties)
                    .flatMap(property -> graph.stream(thing, property, Node.ANY).map(Triple::getObject))
                    .filter(name -> List.of("", tried.tag()).contains(name.getLiteralLanguage()))
                    .filter(name ->
                            tried == Language.EN || !name.getLiteralLanguage().isEmpty())
                    .map(Node::getLiteralLexicalForm)
                    .min(Comparator.comparing((String name) -> isNoWord(thing, name))
                            .thenComparing(String::length)
                            .thenComparing(name -> name));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return text(thing, RDFS.label.asNode());
    }

    private boolean isNoWord(Node thing, String name) {
        return graph.contains(thing, RDF.type.asNode(), GG.Document)
                && ABBREVIATION.matcher(name).matches();
    }

    private Node one(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElse(null);
    }

    private String text(Node subject, Node property) {
        Node value = one(subject, property);
        return value == null
                ? Iris.parse(subject.getURI()).map(Iris.Id::slug).orElse("")
                : value.getLiteralLexicalForm();
    }
}
