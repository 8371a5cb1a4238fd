package org.genevagraph.page.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.page.Text;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * A graph as a language words it: what things, passages and headings are called.
 *
 * @param facts the graph
 * @param labels what things are called
 * @param headings what properties are called
 * @param language the language
 */
public record Wording(FactGraph facts, Labels labels, Headings headings, Language language) {
    private static final List<RDFDatatype> DATES = List.of(XSDDatatype.XSDdate, XSDDatatype.XSDgYearMonth);

    /** A link to nothing, with no words. */
    public static final Link NONE = new Link("", "");

    /** The order in which people expect names: numbers by size, letters without regard to case. */
    public static final Comparator<Link> BY_NAME = Comparator.comparing(Link::name, new NaturalOrder());

    /** What a thing or a term is called; a number with decimals as the language writes it. */
    public String label(Node node) {
        String label = labels.of(node, language);
        if (node.isLiteral() && DATES.contains(node.getLiteralDatatype())) {
            return language.date(label);
        }
        boolean decimal = node.isLiteral() && node.getLiteralDatatype().equals(XSDDatatype.XSDdecimal);
        // Whole numbers can be years, which have no mark between their thousands.
        return decimal && label.contains(".") ? language.number(label) : label;
    }

    /** What a property says in words of the tables; empty if nothing. */
    public Text text(Node subject, Node property) {
        return labels.text(facts.text(subject, property), language);
    }

    /** A thing with its page; an Action Line or a goal with its number, by which people know it. */
    public Link link(Node node) {
        if (node.equals(RDF.type.asNode())) {
            // The one relation of statements that is no term of the ontology.
            return new Link(Messages.text(language, "thing.isA"), "");
        }
        String code = facts.text(node, GG.code);
        boolean goal = facts.graph().contains(node, RDF.type.asNode(), GG.SustainableDevelopmentGoal);
        // The rest of the code of a narrower line is its name once more.
        String before =
                code.isEmpty() ? goal ? facts.text(node, GG.number) + ". " : "" : code.replaceFirst(" .*", "") + " ";
        return new Link(before + label(node), node.isURI() ? Paths.of(node.getURI()) : "");
    }

    /** What a thing is called, and what it is called in a sentence; what is no thing of the graph is called the same there. */
    RelationSentence.Name spoken(Node node) {
        Link shown = node.isURI() ? value(node) : link(node);
        String name = shown.name().replaceFirst("\\.$", "");
        boolean thing = node.isURI()
                && Iris.parse(node.getURI())
                        .filter(id -> !id.kind().equals("scheme"))
                        .isPresent();
        return new RelationSentence.Name(
                name, thing ? language.named(name, node.getURI(), labels.has(node, language)) : name);
    }

    /** What a thing is called within a sentence, with its article: {@code the Normandy P5 Initiative}. */
    public String within(Node node) {
        return language.within(spoken(node).spoken());
    }

    /** A thing with its page, called as within a sentence. */
    Link linkWithin(Node node) {
        return new Link(within(node), link(node).path());
    }

    /** The short forms of a thing's name: those of the language, if the tables have any, otherwise those that it has everywhere. */
    public List<String> acronyms(Node thing) {
        return labels.acronyms(thing, language);
    }

    /** The value of a property as a link; a web address leads there. */
    public Link value(Node node) {
        if (node.isURI() && Paths.of(node.getURI()).isEmpty()) {
            return new Link(
                    node.getURI().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""), node.getURI());
        }
        if (node.isLiteral() && node.getLiteralDatatype().equals(XSDDatatype.XSDboolean)) {
            return new Link(Messages.text(language, "thing." + node.getLiteralLexicalForm()), "");
        }
        if (node.isLiteral() && node.getLiteralLanguage().equals(Language.EN.tag())) {
            Text text = labels.text(node.getLiteralLexicalForm(), language);
            return new Link(text.words(), "", text.lang());
        }
        if (node.isLiteral() && node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
            // What a register calls something is in no known language, and may be translated all the same.
            Text text = labels.text(node.getLiteralLexicalForm(), language);
            return text.lang() == null ? new Link(text.words(), "") : link(node);
        }
        return link(node);
    }

    /** A link to the one value of a property; {@link #NONE} if there is none. */
    public Link one(Node subject, Node property) {
        return facts.one(subject, property).map(this::link).orElse(NONE);
    }

    /** The rule that derived a statement; {@link #NONE} if none did. */
    Link rule(Node statement) {
        return facts.one(statement, GG.derivedBy)
                .map(rule -> new Link(
                        label(rule), Paths.of(rule.getURI()), labels.has(rule, language) ? null : Language.EN.tag()))
                .orElse(NONE);
    }

    /** The heading over facts of a relation, seen from one end; empty if it has none. */
    public Optional<String> heading(Node property, Headings.End end) {
        return headings.of(property, end, language);
    }

    /** The words of a passage; empty if the texts were not given. */
    public Quote quote(Node passage) {
        return new Quote(facts.text(passage, GG.text), facts.languageOf(passage));
    }

    Cited cited(Node passage) {
        return new Cited(
                new Link(label(passage), Paths.of(passage.getURI())),
                one(passage, GG.inDocument),
                text(passage, GG.topic));
    }

    /** The passages that a property leads to, in the order of their documents. */
    public List<Cited> passages(Node subject, Node property) {
        return inOrder(facts.all(subject, property).stream()).map(this::cited).toList();
    }

    /** Passages by document and position. */
    public Stream<Node> inOrder(Stream<Node> passages) {
        return passages.sorted(Comparator.comparing((Node passage) -> facts.documentOf(passage))
                .thenComparing(facts::position));
    }

    /** When something began and ended. */
    public Dates dates(Node node) {
        String from = facts.text(node, GG.from);
        return new Dates(from.isEmpty() ? facts.text(node, GG.date) : from, facts.text(node, GG.until));
    }

    Standing standing(Node statement) {
        return facts.one(statement, GG.standing)
                .map(concept -> new Standing(
                        facts.text(concept, SKOS.notation.asNode()),
                        certainty(statement).orElseGet(() -> label(concept))))
                .orElse(new Standing("", ""));
    }

    /** Where a derived statement rests on one that is less than stated, both in words. */
    private Optional<String> certainty(Node statement) {
        return facts.one(statement, GG.certainty)
                .map(concept -> facts.text(concept, SKOS.notation.asNode()))
                .filter(code -> !code.equals("stated"))
                .map(code -> Messages.text(language, "values.certainty." + code));
    }

    /** The subjects of a property that leads to this thing. */
    public Stream<Node> subjects(Node property, Node thing) {
        return facts.graph().stream(Node.ANY, property, thing).map(Triple::getSubject);
    }
}
