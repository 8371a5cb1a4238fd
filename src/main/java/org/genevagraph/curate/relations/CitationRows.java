package org.genevagraph.curate.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.asks.References;
import org.genevagraph.curate.names.NumberedStandards;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Which documents the passages of a text name: by a name or symbol that the graph knows, by a symbol that it does not, or by the numbers of their own paragraphs. */
public final class CitationRows {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern ANNEX =
            Pattern.compile("\\b(?:[Tt]he|[Aa]n) [Aa]nnex(?! (?:of|to) the\\b)(?![\\p{L}])");

    /** What may stand between the number of a paragraph and the name of its document. */
    private static final int NEAR = 30;

    private final Graph graph;
    private final Map<String, String> symbols = new HashMap<>();

    /** What is called "the Compact" is "this Compact" where its words are quoted. */
    private final Map<String, String> called = new TreeMap<>();

    /** With the documents of a graph. */
    public CitationRows(Graph graph) {
        this.graph = graph;
        List.of(GG.symbol, SKOS.altLabel.asNode())
                .forEach(property -> graph.stream(Node.ANY, property, Node.ANY)
                        .forEach(triple -> Iris.parse(triple.getSubject().getURI())
                                .filter(id -> id.kind().equals("document"))
                                .ifPresent(id -> {
                                    String name = triple.getObject().getLiteralLexicalForm();
                                    symbols.put(folded(name), id.slug());
                                    if (name.matches("the \\p{Lu}\\p{L}+")) {
                                        called.put(name.substring(4), id.slug());
                                    }
                                })));
    }

    private static String folded(String symbol) {
        return NO_LETTERS.matcher(symbol).replaceAll("");
    }

    /**
     * Looks at a passage.
     *
     * @param mentions the names in it that are not hidden
     */
    public void add(String words, List<Mentions.Mention> mentions, String source, String cited, Found found) {
        List<References.Paragraphs> paragraphs = References.paragraphs(words);
        for (Mentions.Mention mention : mentions) {
            Optional<Iris.Id> document = mention.thing()
                    .flatMap(thing -> Iris.parse(thing.getURI()))
                    .filter(id -> id.kind().equals("document") && !id.slug().equals(source));
            if (document.isPresent()) {
                String note = paragraphs.stream()
                        .filter(one -> near(one.end(), mention.start()) || near(mention.end(), one.start()))
                        .filter(References.Paragraphs::ofAnother)
                        .map(References.Paragraphs::words)
                        .findFirst()
                        .orElse("");
                cite(cited, document.get().slug(), note, 0.8, words, mention.start(), "is named", found);
            }
        }
        called.forEach((name, document) -> {
            Matcher matcher =
                    Pattern.compile("\\b[Tt]his " + Pattern.quote(name) + "\\b").matcher(words);
            if (matcher.find() && !document.equals(source)) {
                cite(cited, document, "", 0.6, words, matcher.start(), "is called so", found);
            }
        });
        for (References.Symbol symbol : References.symbols(words)) {
            if (mentions.stream()
                    .anyMatch(mention -> mention.start() <= symbol.start()
                            && symbol.end() <= mention.end()
                            && mention.thing().isPresent())) {
                continue;
            }
            String known =
                    symbols.getOrDefault(folded(symbol.symbol()), symbols.getOrDefault(folded(symbol.words()), ""));
            if (known.isEmpty()) {
                found.add(new Suggestion(
                        "documents",
                        List.of(Iris.slug(symbol.symbol()), symbol.words()),
                        0.6,
                        cited,
                        Sentences.at(words, symbol.start()).text(),
                        "a symbol of a document",
                        true,
                        Optional.empty()));
            }
            String target = known.isEmpty() ? Iris.slug(symbol.symbol()) : known;
            if (!target.equals(source)) {
                cite(
                        cited,
                        target,
                        "",
                        known.isEmpty() ? 0.6 : 0.8,
                        words,
                        symbol.start(),
                        "its symbol stands there",
                        found);
            }
        }
        annex(words, source, cited, found);
        for (References.Paragraphs own : paragraphs) {
            if (!own.ofAnother()) {
                for (int number : own.numbers()) {
                    String target = source + "#" + number;
                    if (!target.equals(cited)
                            && graph.contains(
                                    Iris.passage(source, Integer.toString(number)), GG.inDocument, Node.ANY)) {
                        cite(
                                cited,
                                target,
                                own.words(),
                                0.7,
                                words,
                                own.start(),
                                "a paragraph of this text, by its number",
                                found);
                    }
                }
            }
        }
    }

    /**
     * Writings that nothing in the graph is, where the text says that it draws on them, and standards that it names by their numbers.
     *
     * @param own the names of the body that the text is about, whose own standards are no citations
     */
    public static void addNew(String words, List<End> named, Set<String> own, String cited, Found found) {
        for (End end : named) {
            Sentences.Sentence sentence = Sentences.at(words, end.start());
            if (NumberedStandards.isOfAnother(end.words(), own)) {
                cite(cited, end.id(), "", 0.6, words, end.start(), "its number stands there", found);
            } else if (end.isNew()
                    && end.isNamed()
                    && end.kind().equals("document")
                    && Citing.leadsTo(sentence.text(), end.start() - sentence.start())) {
                cite(cited, end.id(), "", 0.5, words, end.start(), "is said to be drawn on", found);
            }
        }
    }

    /** The annex of the text itself. */
    private void annex(String words, String source, String cited, Found found) {
        Matcher annex = ANNEX.matcher(words);
        String target = source + "#annex";
        if (annex.find()
                && !cited.startsWith(target)
                && graph.contains(Iris.passage(source, "annex"), GG.inDocument, Node.ANY)) {
            cite(cited, target, "", 0.6, words, annex.start(), "the annex of this text", found);
        }
    }

    private static boolean near(int end, int start) {
        return start >= end && start - end <= NEAR;
    }

    private static void cite(
            String cited, String target, String note, double score, String words, int at, String reason, Found found) {
        found.add(Suggestion.said(
                "citations",
                List.of(cited, target, "stated", note),
                score,
                cited,
                Sentences.at(words, at).text(),
                reason));
    }
}
