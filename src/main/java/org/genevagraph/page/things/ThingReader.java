package org.genevagraph.page.things;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Slice;
import org.genevagraph.page.Text;
import org.genevagraph.page.Units;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Timeline;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.things.sections.Attribute;
import org.genevagraph.page.things.sections.Group;
import org.genevagraph.page.things.sections.Groups;
import org.genevagraph.page.things.sections.LinesOfIssues;
import org.genevagraph.page.things.sections.Listing;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Sssom;

/** Reads from the graph what the page of a thing shows. */
public final class ThingReader {
    private static final Pattern COMMON = Pattern.compile("^\\p{Ll}[\\p{Ll} ’]");

    private static final int LISTED = 300;
    /** The relations that make an IRI elsewhere an identifier of the very same thing. */
    private static final Set<Node> SAME =
            Set.of(SKOS.exactMatch.asNode(), SchemaDO.sameAs.asNode(), OWL.sameAs.asNode());

    /** What a reader expects to be told about an organisation, with the text that says that no source tells it. */
    private static final Map<Node, String> EXPECTED = Map.of(
            GG.partnerOf,
            "thing.silent.partners",
            GG.basedIn,
            "thing.silent.place",
            GG.addresses,
            "thing.silent.issues",
            FOAF.homepage.asNode(),
            "thing.silent.website");

    private final Wording words;
    private final FactGraph facts;
    private final Map<Node, String> rows;

    /**
     * Prepares to read.
     *
     * @param words the graph in the language of the page
     * @param rows the table and line in which each thing was written
     */
    public ThingReader(Wording words, Map<Node, String> rows) {
        this.words = words;
        this.facts = words.facts();
        this.rows = rows;
    }

    /** The page of a thing. */
    public ThingPage page(Node thing, Iris.Id id) {
        Groups groups = new Groups(words, thing);
        List<Attribute> attributes = new ArrayList<>(
                attributes(thing, groups, property -> words.headings().isBesideTheName(property, End.SUBJECT)));
        attributes.addAll(groups.besideTheName());
        List<Group> sections = new ArrayList<>(groups.sections());
        LinesOfIssues.group(words, groups.objects(GG.addresses)).ifPresent(sections::add);
        return new ThingPage(
                title(thing, id),
                attributes,
                sections,
                listings(thing),
                through(thing),
                brought(thing, 0),
                figures(words.subjects(GG.ofSubject, thing)),
                new Timeline(words, thing).events(),
                new PassageReader(words, this).passages(thing, id.kind()),
                id.kind().equals("rule") ? Optional.of(Derived.by(thing, words)) : Optional.empty(),
                sources(thing, id, attributes(thing, groups, words.headings()::isAtTheEnd)));
    }

    /** What comes to a thing through others, after so many of these. */
    public Slice<Brought> brought(Node thing, int offset) {
        return Brought.to(thing, words, this, offset);
    }

    /** What is said of two others and runs through it. */
    private List<Sentence> through(Node thing) {
        Statements statements = new Statements(words);
        return words.subjects(GG.via, thing)
                .filter(facts::isAsserted)
                .map(statements::sentence)
                .sorted(Statements.BY_WORDS)
                .toList();
    }

    /** A name as a heading begins: a measure, a rule or a kind is a common noun, which is small elsewhere. */
    private String heading(String name) {
        return COMMON.matcher(name).find()
                ? name.substring(0, 1).toUpperCase(words.language().locale()) + name.substring(1)
                : name;
    }

    private Title title(Node thing, Iris.Id id) {
        List<String> acronyms = words.acronyms(thing);
        return new Title(
                thing.getURI(),
                id.kind(),
                facts.all(thing, RDF.type.asNode()).stream()
                        .filter(type -> facts.graph().contains(type, GG.kindName, Node.ANY)
                                || type.equals(SKOS.Concept.asNode())
                                || type.equals(SKOS.ConceptScheme.asNode()))
                        .map(words::label)
                        .findFirst()
                        .orElse(""),
                heading(words.label(thing)),
                acronyms,
                Stream.concat(texts(thing, GG.acronym).stream(), texts(thing, SKOS.altLabel.asNode()).stream())
                        .filter(name -> !acronyms.contains(name))
                        .distinct()
                        .toList(),
                facts.all(thing, GG.kind).stream().map(words::link).toList(),
                Stream.of(GG.summary, SKOS.definition.asNode(), GG.topic)
                        .map(property -> words.text(thing, property))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .map(text -> new Text(heading(text.words()), text.lang()))
                        .orElse(Text.NONE),
                words.quote(thing));
    }

    private List<String> texts(Node thing, Node property) {
        return facts.all(thing, property).stream()
                .filter(this::isUnderstood)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
    }

    /** Whether a name is in English, in the language of the page, or in none in particular. */
    private boolean isUnderstood(Node name) {
        String language = name.getLiteralLanguage();
        return language.isEmpty()
                || language.equals(Language.EN.tag())
                || language.equals(words.language().tag());
    }

    /** Its properties that are no relations and stand in one place of the page. */
    private List<Attribute> attributes(Node thing, Groups groups, Predicate<Node> place) {
        Map<Integer, Map<String, List<Link>>> found = new TreeMap<>();
        Dates dates = words.dates(thing);
        // A point in time, or a span, is one date and not two.
        boolean spans = facts.graph().contains(thing, GG.from, Node.ANY)
                && !dates.until().isEmpty();
        if (spans && place.test(GG.from)) {
            found.computeIfAbsent(words.headings().rank(GG.from, End.SUBJECT), any -> new TreeMap<>())
                    .put(
                            Messages.text(words.language(), "thing.date"),
                            new ArrayList<>(List.of(new Link(dates.text(words.language()), ""))));
        }
        facts.graph().stream(thing, Node.ANY, Node.ANY)
                .filter(triple ->
                        !words.headings().isRelation(triple.getPredicate()) && !groups.tell(triple.getPredicate()))
                .filter(triple -> !triple.getPredicate().equals(GG.kind))
                // A passage is called by its number.
                .filter(triple -> !triple.getPredicate().equals(GG.number)
                        || !facts.graph().contains(thing, GG.inDocument, Node.ANY))
                .filter(triple -> !spans || !Set.of(GG.from, GG.until).contains(triple.getPredicate()))
                .filter(triple -> place.test(triple.getPredicate()))
                .filter(triple -> !isFromOutside(thing, triple.getPredicate(), triple.getObject()))
                .forEach(triple -> found.computeIfAbsent(
                                words.headings().rank(triple.getPredicate(), End.SUBJECT), any -> new TreeMap<>())
                        .computeIfAbsent(
                                words.heading(triple.getPredicate(), End.SUBJECT)
                                        .orElseThrow(),
                                any -> new ArrayList<>())
                        .add(words.value(triple.getObject())));
        return found.values().stream()
                .flatMap(headings -> headings.entrySet().stream())
                .map(entry -> new Attribute(
                        entry.getKey(),
                        once(entry.getValue().stream().sorted(Wording.BY_NAME).toList()),
                        List.of()))
                .toList();
    }

    /** Values without those that read like an earlier one, as two spellings of the address of one website do. */
    private static List<Link> once(List<Link> values) {
        Map<String, Link> once = new LinkedHashMap<>();
        values.forEach(value -> once.putIfAbsent(value.path().startsWith("/") ? value.path() : value.name(), value));
        return List.copyOf(once.values());
    }

    /** What leads to it, or what it names, without statements. */
    private List<Listing> listings(Node thing) {
        Map<Node, List<Node>> incoming = new TreeMap<>(Comparator.comparing(Node::getURI));
        facts.graph().stream(Node.ANY, Node.ANY, thing)
                .filter(triple -> isListed(triple, End.OBJECT))
                .forEach(triple -> incoming.computeIfAbsent(triple.getPredicate(), any -> new ArrayList<>())
                        .add(triple.getSubject()));
        Map<Node, List<Node>> outgoing = new TreeMap<>(Comparator.comparing(Node::getURI));
        facts.graph().stream(thing, Node.ANY, Node.ANY)
                .filter(triple -> isListed(triple, End.SUBJECT))
                .filter(triple -> !words.headings().isBesideTheName(triple.getPredicate(), End.SUBJECT))
                .forEach(triple -> outgoing.computeIfAbsent(triple.getPredicate(), any -> new ArrayList<>())
                        .add(triple.getObject()));
        return Stream.concat(
                        outgoing.entrySet().stream()
                                .map(entry -> listing(entry.getKey(), End.SUBJECT, entry.getValue())),
                        incoming.entrySet().stream()
                                .map(entry -> listing(entry.getKey(), End.OBJECT, entry.getValue())))
                .toList();
    }

    private boolean isListed(Triple triple, End end) {
        return !words.headings().isRelation(triple.getPredicate())
                && triple.getObject().isURI()
                && words.heading(triple.getPredicate(), end).isPresent();
    }

    private Listing listing(Node property, End end, List<Node> others) {
        List<Node> passages = others.stream()
                .filter(other -> facts.graph().contains(other, GG.inDocument, Node.ANY))
                .toList();
        Stream<Link> links = passages.size() == others.size()
                ? words.inOrder(others.stream()).map(words::link)
                : others.stream().map(words::link).sorted(Wording.BY_NAME);
        String name = property.getURI().replaceFirst(".*[#/]", "");
        return new Listing(
                end == End.SUBJECT ? name : name + "-inverse",
                words.heading(property, end).orElseThrow(),
                links.limit(LISTED).toList(),
                Math.max(0, others.size() - LISTED));
    }

    /** Figures as rows, by measure. */
    List<FigureRow> figures(Stream<Node> figures) {
        List<Node> all = figures.toList();
        return all.stream()
                .map(figure -> new FigureRow(
                        words.link(figure).path(),
                        words.text(figure, GG.measure),
                        value(figure),
                        facts.text(figure, GG.year),
                        differs(figure, all),
                        words.passages(figure, GG.evidence)))
                .sorted(Comparator.comparing((FigureRow row) -> row.measure().words())
                        .thenComparing(FigureRow::year)
                        .thenComparing(row -> row.value().words()))
                .toList();
    }

    /** That another number of the same thing says differently how many of the same there are: for the same year, for none in particular, or for another year. */
    private String differs(Node figure, List<Node> all) {
        List<Node> others = all.stream()
                .filter(other -> Stream.of(GG.ofSubject, GG.measure, GG.unit)
                        .allMatch(property -> facts.all(figure, property).equals(facts.all(other, property))))
                .filter(other -> !facts.text(figure, GG.value).equals(facts.text(other, GG.value)))
                .toList();
        String year = facts.text(figure, GG.year);
        if (others.stream()
                .map(other -> facts.text(other, GG.year))
                .anyMatch(other -> year.isEmpty() || other.isEmpty() || other.equals(year))) {
            return "thing.disputed";
        }
        return others.isEmpty() ? "" : "thing.otherYear";
    }

    /** A number with its unit; a year is one already. */
    private Text value(Node figure) {
        String unit = facts.text(figure, GG.unit);
        String number = facts.text(figure, GG.value);
        if (unit.equals("year")) {
            return Text.of(number);
        }
        Text counted = words.text(figure, GG.unit);
        if (Units.isSaid(counted.words(), words.text(figure, GG.measure).words())) {
            return Text.of(words.language().number(number));
        }
        return new Text((words.language().number(number) + " " + counted.words()).strip(), counted.lang());
    }

    private Sources sources(Node thing, Iris.Id id, List<Attribute> checks) {
        boolean organisation = id.kind().equals("organisation");
        return new Sources(
                words.passages(thing, GG.evidence),
                elsewhere(thing),
                organisation && !facts.graph().contains(thing, GG.profiledIn, Node.ANY),
                organisation
                        ? EXPECTED.entrySet().stream()
                                .filter(entry -> Stream.concat(
                                                Stream.of(thing), Brought.standingFor(facts, thing).stream())
                                        .noneMatch(node -> isSaid(node, entry.getKey())))
                                .map(Map.Entry::getValue)
                                .sorted()
                                .toList()
                        : List.of(),
                rows.getOrDefault(thing, ""),
                checks);
    }

    /** Whether anything but a source outside the texts gives a value of a property. */
    private boolean isSaid(Node thing, Node property) {
        return facts.all(thing, property).stream().anyMatch(value -> !isFromOutside(thing, property, value));
    }

    private boolean isFromOutside(Node thing, Node property, Node value) {
        return words.subjects(RDF.subject.asNode(), thing)
                .filter(new Statements(words)::isFromOutside)
                .anyMatch(statement -> facts.graph().contains(statement, RDF.predicate.asNode(), property)
                        && facts.graph().contains(statement, RDF.object.asNode(), value));
    }

    /** What sources outside the texts give of it, identifiers first. */
    private List<Identifier> elsewhere(Node thing) {
        return words.subjects(RDF.subject.asNode(), thing)
                .filter(new Statements(words)::isFromOutside)
                .map(this::identifier)
                .sorted(Comparator.comparing(Identifier::same)
                        .reversed()
                        .thenComparing(Identifier::relation)
                        .thenComparing(identifier -> identifier.value().name()))
                .toList();
    }

    private Identifier identifier(Node statement) {
        Node relation = facts.one(statement, RDF.predicate.asNode()).orElseThrow();
        Node value = facts.one(statement, RDF.object.asNode()).orElseThrow();
        return new Identifier(
                words.label(relation),
                words.value(value),
                words.text(statement, Sssom.slot("object_label")),
                words.language().date(facts.text(statement, Sssom.slot("mapping_date"))),
                Paths.of(statement.getURI()),
                SAME.contains(relation));
    }

    /** A reader of a snapshot in a language. */
    public static ThingReader of(Snapshot snapshot, Wording words) {
        return new ThingReader(words, snapshot.places());
    }
}
