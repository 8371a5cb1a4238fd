package org.genevagraph.page.coverage;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.coverage.CoverageBoard.Gaps;
import org.genevagraph.page.coverage.CoverageBoard.Standing;
import org.genevagraph.page.coverage.CoverageBoard.Totals;
import org.genevagraph.page.coverage.OrganisationRow.Silence;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Counts what the board shows. */
final class CoverageReader {
    private static final Node PUBLISHES = relation("publishes");
    private static final Node PARTNER_OF = relation("partnerOf");
    private static final Node BASED_IN = relation("basedIn");
    private static final Node FACILITATES = relation("facilitates");

    private final Snapshot snapshot;
    private final Graph graph;
    private final FactGraph facts;
    private final Labels labels;
    private final Language language;

    CoverageReader(Snapshot snapshot, Labels labels, Language language) {
        this.snapshot = snapshot;
        this.graph = snapshot.dataset().getDefaultGraph();
        this.facts = new FactGraph(graph);
        this.labels = labels;
        this.language = language;
    }

    private static Node relation(String name) {
        return NodeFactory.createURI(GG.NS + name);
    }

    CoverageBoard board() {
        List<SourceRow> sources = snapshot.sources().entrySet().stream()
                .map(source -> source(Iris.thing("document", source.getKey()), source.getValue()))
                .sorted(Comparator.comparing(row -> row.document().name()))
                .toList();
        List<OrganisationRow> organisations = facts.instances(GG.Organisation)
                .map(this::organisation)
                .sorted(Comparator.comparing(OrganisationRow::facts)
                        .reversed()
                        .thenComparing(row -> row.organisation().name()))
                .toList();
        return new CoverageBoard(sources, organisations, standings(), totals(), gaps());
    }

    private SourceRow source(Node document, Snapshot.SourceCount counts) {
        long silent = subjects(GG.inDocument, document).filter(this::isSilent).count();
        return new SourceRow(
                link(document),
                facts.one(document, GG.form)
                        .map(form -> labels.of(form, language))
                        .orElse(""),
                links(subjects(PUBLISHES, document)),
                links(subjects(GG.profiledIn, document)),
                facts.text(document, GG.lastRead),
                counts,
                silent);
    }

    private OrganisationRow organisation(Node organisation) {
        List<Node> statements = Stream.concat(
                        subjects(RDF.subject.asNode(), organisation), subjects(RDF.object.asNode(), organisation))
                .filter(facts::isAsserted)
                .distinct()
                .toList();
        long sources = Stream.concat(statements.stream(), Stream.of(organisation))
                .flatMap(fact -> objects(fact, GG.evidence))
                .map(facts::documentOf)
                .filter(document -> !document.isEmpty())
                .distinct()
                .count();
        long issues = objects(organisation, GG.addresses).count();
        long partners = objects(organisation, PARTNER_OF).count();
        Set<Silence> silences = EnumSet.noneOf(Silence.class);
        add(silences, Silence.WEBSITE, !graph.contains(organisation, FOAF.homepage.asNode(), Node.ANY));
        add(silences, Silence.PLACE, !graph.contains(organisation, BASED_IN, Node.ANY));
        add(silences, Silence.ISSUE, issues == 0);
        add(silences, Silence.PARTNER, partners == 0);
        return new OrganisationRow(
                link(organisation),
                graph.contains(organisation, GG.profiledIn, Node.ANY),
                statements.size(),
                sources,
                issues,
                partners,
                silences);
    }

    private static void add(Set<Silence> silences, Silence silence, boolean silent) {
        if (silent) {
            silences.add(silence);
        }
    }

    private List<Standing> standings() {
        return subjects(SKOS.inScheme.asNode(), Iris.scheme("standing"))
                .map(standing -> new Standing(
                        facts.text(standing, SKOS.notation.asNode()),
                        new Link(
                                labels.of(standing, language),
                                "/ontology#scheme-standing-" + facts.text(standing, SKOS.notation.asNode())),
                        labels.text(facts.text(standing, SKOS.definition.asNode()), language),
                        subjects(GG.standing, standing).count()))
                .sorted(Comparator.comparing(Standing::statements).reversed().thenComparing(Standing::code))
                .toList();
    }

    /** Whether nobody is to look for facts in a passage: it is said to carry none, or is a heading that none cites. */
    private boolean isSilent(Node passage) {
        return graph.contains(passage, GG.carriesNoFact, Node.ANY)
                || (facts.isHeading(passage) && !graph.contains(Node.ANY, GG.evidence, passage));
    }

    private Totals totals() {
        Set<Node> passages = graph.stream(Node.ANY, GG.inDocument, Node.ANY)
                .map(Triple::getSubject)
                .filter(passage -> graph.contains(NodeFactory.createURI(facts.documentOf(passage)), GG.form, Node.ANY))
                .collect(Collectors.toSet());
        return new Totals(
                passages.size(),
                count(passages, passage -> graph.contains(Node.ANY, GG.evidence, passage)),
                count(passages, this::isSilent),
                facts.instances(GG.Figure).count());
    }

    private Gaps gaps() {
        Set<Node> lines = facts.instances(GG.ActionLine)
                .filter(line -> !graph.contains(Node.ANY, SKOS.broader.asNode(), line))
                .collect(Collectors.toSet());
        Set<Node> commitments = facts.instances(GG.Commitment).collect(Collectors.toSet());
        return new Gaps(
                lines.size(),
                count(lines, line -> !isFacilitated(line)),
                count(lines, line -> !isWorkedOn(line)),
                commitments.size(),
                count(commitments, commitment -> !graph.contains(commitment, GG.servesGoal, Node.ANY)),
                count(
                        commitments,
                        commitment -> objects(commitment, GG.alignsWith).noneMatch(this::isFacilitated)
                                || objects(commitment, GG.alignsWith).noneMatch(this::isWorkedOn)));
    }

    private boolean isFacilitated(Node line) {
        return graph.contains(Node.ANY, FACILITATES, line);
    }

    /** Whether an organisation works on an issue that the project's own bridge ties to the line, or on one of its topics. */
    private boolean isWorkedOn(Node line) {
        return subjects(GG.bridgesTo, line)
                .flatMap(issue -> facts.narrowed(issue).stream())
                .flatMap(issue -> subjects(GG.addresses, issue))
                .anyMatch(who -> graph.contains(who, RDF.type.asNode(), GG.Organisation));
    }

    private static long count(Set<Node> nodes, Predicate<Node> wanted) {
        return nodes.stream().filter(wanted).count();
    }

    private Stream<Node> subjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object).map(Triple::getSubject);
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private List<Link> links(Stream<Node> nodes) {
        return nodes.distinct()
                .map(this::link)
                .sorted(Comparator.comparing(Link::name))
                .toList();
    }

    private Link link(Node thing) {
        return new Link(
                labels.of(thing, language),
                Paths.of(thing.getURI()),
                labels.has(thing, language) ? null : Language.EN.tag());
    }
}
