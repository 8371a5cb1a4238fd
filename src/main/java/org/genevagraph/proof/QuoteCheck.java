package org.genevagraph.proof;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.load.texts.Mentions.Mention;
import org.genevagraph.load.texts.Telling;
import org.genevagraph.load.texts.Telling.Part;
import org.genevagraph.load.texts.Telling.Sign;
import org.genevagraph.load.texts.Telling.Stretch;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.Rarity;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.GG;

/** Whether the words that are quoted for statements say what they should prove. */
final class QuoteCheck {
    private static final Set<Part> TELLING = EnumSet.of(Part.END, Part.ROLE, Part.RELATION);

    private final FactGraph facts;
    private final Mentions mentions;
    private final Telling telling;
    private final Map<Node, List<Mention>> named = new HashMap<>();

    QuoteCheck(FactGraph facts, Rarity rarity) {
        this.facts = facts;
        this.mentions = new Mentions(facts.graph());
        this.telling = new Telling(facts.graph(), rarity);
    }

    /** What is wrong with the quotes of a statement; empty if each passage that has its words is quoted, and well. */
    Optional<String> fault(Node statement, Set<Node> passages) {
        List<String> quotes = facts.all(statement, GG.quote).stream()
                .map(Node::getLiteralLexicalForm)
                .toList();
        return passages.stream()
                .sorted(Comparator.comparing(Node::getURI))
                .flatMap(passage -> fault(statement, passage, quotes).stream())
                .findFirst();
    }

    private Optional<String> fault(Node statement, Node passage, List<String> quotes) {
        String words = facts.text(passage, GG.text);
        Optional<String> quote = quotes.stream().filter(words::contains).max(Comparator.comparingInt(String::length));
        if (quote.isEmpty()) {
            return Optional.of("no words of " + FactGraph.cited(passage) + " are quoted");
        }
        if (quote.get().equals(words)) {
            return Optional.empty();
        }
        List<Mention> there = named.computeIfAbsent(passage, key -> mentions.in(key, words));
        int start = words.indexOf(quote.get());
        Stretch quoted = Stretch.of(words, start, start + quote.get().length(), there);
        List<Sign> signs = telling.signs(statement, passage);
        if (signs.stream().noneMatch(sign -> TELLING.contains(sign.part()) && sign.in(quoted) >= Telling.THERE)) {
            return Optional.of(
                    "the words quoted from " + FactGraph.cited(passage) + " name neither end, role nor relation");
        }
        // A role can stand for the end that it describes, a mere word for the relation cannot.
        boolean leavesOut = signs.stream()
                .anyMatch(sign -> sign.part() == Part.END
                        && sign.in(quoted) < Telling.THERE
                        && Sentences.of(words).stream()
                                .map(sentence -> Stretch.of(words, sentence.start(), sentence.end(), there))
                                .anyMatch(sentence -> sign.in(sentence) >= Telling.THERE));
        boolean tellsRole =
                signs.stream().anyMatch(sign -> sign.part() == Part.ROLE && sign.in(quoted) >= Telling.THERE);
        return leavesOut && !tellsRole
                ? Optional.of("the words quoted from " + FactGraph.cited(passage)
                        + " leave out an end that the passage names")
                : Optional.empty();
    }
}
