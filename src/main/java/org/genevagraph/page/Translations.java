package org.genevagraph.page;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.TableWords;

/** What the words of the tables – roles, topics, summaries, measures and so on – are in the languages of the site. */
final class Translations {
    private final Map<Language, Map<String, String>> translated = new EnumMap<>(Language.class);
    private final Set<String> words = new HashSet<>();

    Translations(Graph graph) {
        graph.stream(Node.ANY, GG.wording, Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLanguage().equals(Literals.ENGLISH))
                .forEach(english -> graph.stream(english.getSubject(), GG.wording, Node.ANY)
                        .map(Triple::getObject)
                        .forEach(other -> Language.of(other.getLiteralLanguage())
                                .filter(language -> language != Language.EN)
                                .ifPresent(language -> translated
                                        .computeIfAbsent(language, any -> new HashMap<>())
                                        .put(
                                                english.getObject().getLiteralLexicalForm(),
                                                other.getLiteralLexicalForm()))));
        TableWords.PROPERTIES.forEach(property -> graph.stream(Node.ANY, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Literals::isEnglish)
                .forEach(english -> this.words.add(english.getLiteralLexicalForm())));
    }

    /** What words are in a language, if somebody has translated them. */
    Optional<String> of(String english, Language language) {
        return Optional.ofNullable(translated.getOrDefault(language, Map.of()).get(english));
    }

    /** Whether the tables say something in these very words. */
    boolean areWords(String english) {
        return words.contains(english);
    }
}
