package org.genevagraph.load.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.Rarity;
import org.genevagraph.text.read.TextReader;
import org.genevagraph.text.read.passage.Alignment;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * Gives passages their words, where a user has the texts: text with its language, and Web Annotation selectors that tell where it stands.
 * A passage whose words are not those that the tables were read from gets none and is marked as changed.
 */
public final class PassageTexts {
    private final Graph known;
    private final Problems problems;
    private final Map<Node, Reading> readings = new LinkedHashMap<>();

    /** Over what the tables say of documents and passages. */
    public PassageTexts(Graph known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    /**
     * Reads the text of a document. Everything about it that is not as the tables have it is a warning; so is a text that they do not know.
     */
    public void read(SourceText text, Graph into) {
        if (!Iris.isSlug(text.name())) {
            tellUnknown(text);
            return;
        }
        Node document = Iris.thing("document", text.name());
        Optional<TextReader> reader = object(document, GG.form)
                .flatMap(form -> Iris.parse(form.getURI()))
                .map(id -> id.slug().replaceFirst(".*/", ""))
                .flatMap(TextReader::of);
        if (reader.isEmpty()) {
            tellUnknown(text);
            return;
        }
        Reading reading = reader.get().read(text);
        problems.addAll(reading.problems());
        String language = object(document, DCTerms.language.asNode())
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        for (Passage passage : reading.passages()) {
            Node iri = Iris.passage(text.name(), passage.number());
            Optional<Node> hash = object(iri, GG.sha256);
            if (hash.isEmpty()) {
                problems.add(Problem.warning(
                        text.file(),
                        passage.line(),
                        "",
                        "passage " + passage.number() + " is not in passages/" + text.name() + ".csv",
                        "add its row, or correct the text"));
            } else if (!hash.get().getLiteralLexicalForm().equals(Iris.digest(passage.text()))) {
                into.add(iri, GG.textChanged, Literals.truth(true));
                problems.add(Problem.warning(
                        text.file(),
                        passage.line(),
                        "",
                        "passage " + passage.number() + " has other words than those that the facts were read from",
                        "read it again, fix what it no longer supports, and renew its hash in passages/" + text.name()
                                + ".csv"));
            } else {
                write(iri, document, passage, language, into);
                tellOtherCount(iri, passage, text);
            }
        }
        tellMissing(document, text, reading);
        readings.put(document, reading);
    }

    /** Tells a passage whose words are as the tables have them, and whose number of words is not. */
    private void tellOtherCount(Node iri, Passage passage, SourceText text) {
        int words = passage.words();
        object(iri, GG.words)
                .map(Node::getLiteralLexicalForm)
                .filter(told -> !told.equals(Integer.toString(words)))
                .ifPresent(told -> problems.add(Problem.warning(
                        text.file(),
                        passage.line(),
                        "",
                        "passage " + passage.number() + " has " + words + " words, and not " + told,
                        "write " + words + " into its row of passages/" + text.name() + ".csv")));
    }

    /**
     * Writes what the passages that were read mention, and the words behind the statements that cite them.
     *
     * @param texts the graph that {@link #read} wrote to; takes the quotes
     * @param into takes the mentions
     */
    public void write(Graph texts, Graph into) {
        Mentions mentions = new Mentions(known);
        Rarity rarity = new Rarity(texts.stream(Node.ANY, GG.text, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
        Quotes choice = new Quotes(known, mentions, rarity);
        List<Triple> quotes = new ArrayList<>();
        texts.stream(Node.ANY, GG.text, Node.ANY).forEach(triple -> {
            String words = triple.getObject().getLiteralLexicalForm();
            mentions.write(triple.getSubject(), words, into);
            choice.of(triple.getSubject(), words)
                    .forEach((statement, quote) -> quotes.add(Triple.create(
                            statement,
                            GG.quote,
                            NodeFactory.createLiteralLang(
                                    quote, triple.getObject().getLiteralLanguage()))));
        });
        quotes.forEach(texts::add);
        readings.forEach((document, reading) -> reading.alignments().forEach(row -> mentionRow(document, row, into)));
    }

    /** A row of the matrix lists goals and Action Lines by number only. */
    private void mentionRow(Node document, Alignment row, Graph into) {
        String slug = Iris.parse(document.getURI()).map(Iris.Id::slug).orElseThrow();
        Node passage = Iris.passage(slug, row.row());
        mentionListed(passage, row.allGoals(), row.goals(), "sdg", GG.SustainableDevelopmentGoal, into);
        mentionListed(passage, row.allLines(), row.lines(), "action-line", GG.ActionLine, into);
    }

    private void mentionListed(Node passage, boolean all, List<String> slugs, String kind, Node type, Graph into) {
        if (all) {
            known.stream(Node.ANY, RDF.type.asNode(), type)
                    .map(Triple::getSubject)
                    .forEach(thing -> into.add(passage, GG.mentions, thing));
        }
        slugs.forEach(slug -> into.add(passage, GG.mentions, Iris.thing(kind, slug)));
    }

    private static void write(Node iri, Node document, Passage passage, String language, Graph into) {
        Node text = NodeFactory.createLiteralLang(passage.text(), language);
        into.add(iri, GG.text, text);
        into.add(iri, RDF.type.asNode(), OA.SpecificResource.asNode());
        into.add(iri, OA.hasSource.asNode(), document);
        Node quote = NodeFactory.createURI(iri.getURI() + "#quote");
        Node position = NodeFactory.createURI(iri.getURI() + "#position");
        GraphUtil.add(into, new Triple[] {
            Triple.create(iri, OA.hasSelector.asNode(), quote),
            Triple.create(quote, RDF.type.asNode(), OA.TextQuoteSelector.asNode()),
            Triple.create(quote, OA.exact.asNode(), text),
            Triple.create(quote, OA.prefix.asNode(), Literals.text(passage.prefix())),
            Triple.create(quote, OA.suffix.asNode(), Literals.text(passage.suffix())),
            Triple.create(iri, OA.hasSelector.asNode(), position),
            Triple.create(position, RDF.type.asNode(), OA.TextPositionSelector.asNode()),
            Triple.create(position, OA.start.asNode(), Literals.integer(Integer.toString(passage.start()))),
            Triple.create(position, OA.end.asNode(), Literals.integer(Integer.toString(passage.end())))
        });
    }

    private void tellUnknown(SourceText text) {
        problems.add(Problem.warning(
                text.file(),
                0,
                "",
                "is a text that no table knows, and was not read",
                "add it with 'geneva add source " + text.file() + "', or take it out of the folder"));
    }

    private void tellMissing(Node document, SourceText text, Reading reading) {
        known.stream(Node.ANY, GG.inDocument, document)
                .map(triple -> object(triple.getSubject(), GG.number)
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""))
                .filter(number -> reading.passage(number).isEmpty())
                .sorted()
                .forEach(number -> problems.add(Problem.warning(
                        text.file(),
                        lineOfGap(reading, number),
                        "",
                        "passage " + number + " of passages/" + text.name() + ".csv is missing",
                        "give the whole text, or delete the row and what cites it")));
    }

    private static int lineOfGap(Reading reading, String number) {
        return reading.gaps().stream()
                .filter(gap -> gap.number().equals(number))
                .mapToInt(Reading.Gap::line)
                .findFirst()
                .orElse(0);
    }

    private Optional<Node> object(Node subject, Node predicate) {
        return known.stream(subject, predicate, Node.ANY).map(Triple::getObject).findFirst();
    }
}
