package org.genevagraph.load.texts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.load.texts.Telling.Part;
import org.genevagraph.load.texts.Telling.Sign;
import org.genevagraph.load.texts.Telling.Stretch;
import org.genevagraph.text.Rarity;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Sentences.Sentence;
import org.genevagraph.vocabulary.GG;

/**
 * Chooses the words of a passage that say why: the sentence that tells most of a statement, with its neighbours where they tell what it leaves
 * out; a short passage as a whole, and a long one where no sentence tells the statement more than others.
 */
final class Quotes {
    private static final int SHORT_CHARACTERS = 200;

    /** What the parts of a statement weigh. The ends weigh most: a quote that names neither proves nothing; a mere word for the
     * relation and whom the text is about are together not worth another sentence. */
    private static final Map<Part, Double> WEIGHTS = new EnumMap<>(
            Map.of(Part.END, 4.0, Part.VIA, 2.0, Part.ROLE, 2.0, Part.RELATION, 0.5, Part.DATE, 1.0, Part.OWNER, 0.2));

    /** What one more sentence must tell to be worth reading. */
    private static final double SENTENCE = 0.75;

    private final Graph known;
    private final Mentions mentions;
    private final Telling telling;

    Quotes(Graph known, Mentions mentions, Rarity rarity) {
        this.known = known;
        this.mentions = mentions;
        this.telling = new Telling(known, rarity);
    }

    /** The statements that the passage is evidence of, each with the words to quote: a part of the passage in one piece. */
    Map<Node, String> of(Node passage, String words) {
        Map<Node, String> quotes = new LinkedHashMap<>();
        List<Node> statements = known.stream(Node.ANY, GG.evidence, passage)
                .map(Triple::getSubject)
                .filter(node -> known.contains(node, RDF.type.asNode(), GG.Statement))
                .toList();
        if (statements.isEmpty()) {
            return quotes;
        }
        List<Mentions.Mention> named = mentions.in(passage, words);
        List<Sentence> sentences = Sentences.of(
                words, place -> named.stream().anyMatch(mention -> mention.start() < place && place < mention.end()));
        List<Stretch> stretches = sentences.stream()
                .map(sentence -> Stretch.of(words, sentence.start(), sentence.end(), named))
                .toList();
        for (Node statement : statements) {
            boolean whole = words.length() <= SHORT_CHARACTERS || sentences.size() == 1 || isCommitment(statement);
            quotes.put(statement, whole ? words : best(words, sentences, stretches, telling.signs(statement, passage)));
        }
        return quotes;
    }

    /** Whether it is about a commitment, which is all that its passage says. */
    private boolean isCommitment(Node statement) {
        return known.stream(statement, RDF.subject.asNode(), Node.ANY)
                .anyMatch(triple -> known.contains(triple.getObject(), RDF.type.asNode(), GG.Commitment));
    }

    private static String best(String words, List<Sentence> sentences, List<Stretch> stretches, List<Sign> signs) {
        double[][] degrees = new double[sentences.size()][];
        double[] whole = new double[signs.size()];
        for (int i = 0; i < sentences.size(); i++) {
            Stretch stretch = stretches.get(i);
            degrees[i] = signs.stream().mapToDouble(sign -> sign.in(stretch)).toArray();
            add(degrees[i], whole);
        }
        // If nothing is told by any of them the reader has to see all.
        String best = words;
        double most = 0;
        for (int first = 0; first < sentences.size(); first++) {
            double[] shown = new double[signs.size()];
            for (int last = first; last < sentences.size(); last++) {
                add(degrees[last], shown);
                double told = told(signs, shown) - SENTENCE * (last - first);
                if (told > most && isSaid(signs, shown, whole)) {
                    most = told;
                    best = words.substring(
                            sentences.get(first).start(), sentences.get(last).end());
                }
            }
        }
        return best;
    }

    /** A sign is shown as well as by the sentence that shows it best. */
    private static void add(double[] degrees, double[] shown) {
        Arrays.setAll(shown, j -> Math.max(shown[j], degrees[j]));
    }

    private static double told(List<Sign> signs, double[] shown) {
        return IntStream.range(0, shown.length)
                .mapToDouble(j -> WEIGHTS.get(signs.get(j).part()) * shown[j])
                .sum();
    }

    /** Whether the role is there, or each end that the passage speaks of and one at least. */
    private static boolean isSaid(List<Sign> signs, double[] shown, double[] whole) {
        int ends = 0;
        int left = 0;
        for (int j = 0; j < shown.length; j++) {
            Part part = signs.get(j).part();
            boolean there = shown[j] >= Telling.THERE;
            if (part == Part.ROLE && there) {
                return true;
            }
            ends += part == Part.END && there ? 1 : 0;
            left += part == Part.END && !there && whole[j] >= Telling.THERE ? 1 : 0;
        }
        return ends > 0 && left == 0;
    }
}
