package org.genevagraph.page.contribute;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What the forms offer to choose from, as the graph has it. */
public final class Offered {
    /** Between the table and the kind in the value of a choice. */
    static final String JOINT = ":";

    private static final Map<ProposalForm, List<String>> TABLES = Map.of(
            ProposalForm.THING, List.of("organisations", "initiatives", "places"),
            ProposalForm.DOCUMENT, List.of("documents"));

    private final Graph graph;
    private final Labels labels;
    private final Map<String, List<Group>> groups = new ConcurrentHashMap<>();

    /**
     * Choices that belong together.
     *
     * @param name what they are; empty if there is no other group
     * @param options the choices
     */
    public record Group(String name, List<PickLists.Option> options) {
        public Group {
            options = List.copyOf(options);
        }
    }

    /** Looks things up in a snapshot. */
    public Offered(Snapshot snapshot, Labels labels) {
        this.graph = snapshot.dataset().getDefaultGraph();
        this.labels = labels;
    }

    /** The choices for a field; none if it is to be typed. */
    List<Group> groups(ProposalForm form, ProposalForm.Sort sort, Language language) {
        return groups.computeIfAbsent(form + " " + sort + " " + language, any -> switch (sort) {
            case RELATION -> List.of(new Group("", relations(language)));
            case DOCUMENT -> List.of(new Group("", documents(language)));
            case KIND -> kinds(TABLES.get(form), language);
            default -> List.of();
        });
    }

    /**
     * What a table calls a thing: its slug, with its kind before it if things of other kinds have the same. A search prefers one of them, a
     * table does not.
     */
    String id(Node thing, List<String> kinds) {
        Iris.Id id = Iris.parse(thing.getURI()).orElseThrow();
        boolean alone = kinds.stream()
                .filter(kind -> !kind.equals(id.kind()))
                .noneMatch(kind -> graph.contains(Iris.thing(kind, id.slug()), RDFS.label.asNode(), Node.ANY));
        return alone ? id.slug() : id.kind() + JOINT + id.slug();
    }

    /** Whether a document has a passage. */
    boolean hasPassage(String document, String number) {
        return graph.contains(Iris.passage(document, number), GG.inDocument, Iris.thing("document", document));
    }

    private List<PickLists.Option> relations(Language language) {
        return options(
                graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation).map(Triple::getSubject),
                GG.NS.length(),
                language);
    }

    private List<PickLists.Option> documents(Language language) {
        return options(
                graph.stream(Node.ANY, GG.inDocument, Node.ANY)
                        .map(Triple::getObject)
                        .distinct(),
                Iris.BASE.length() + "id/document/".length(),
                language);
    }

    private List<Group> kinds(List<String> tables, Language language) {
        return tables.stream()
                .map(table -> {
                    String kind = table.substring(0, table.length() - 1);
                    Node scheme = Iris.scheme(kind + "-kind");
                    String prefix = table + JOINT;
                    List<PickLists.Option> options = options(
                                    graph.stream(Node.ANY, SKOS.inScheme.asNode(), scheme)
                                            .map(Triple::getSubject),
                                    scheme.getURI().length() + 1,
                                    language)
                            .stream()
                            .map(option -> new PickLists.Option(prefix + option.value(), option.name(), ""))
                            .toList();
                    return new Group(tables.size() == 1 ? "" : Messages.text(language, "kinds." + kind), options);
                })
                .toList();
    }

    private List<PickLists.Option> options(Stream<Node> nodes, int begin, Language language) {
        Collator collator = Collator.getInstance(language.locale());
        return nodes.filter(Node::isURI)
                .map(node -> new PickLists.Option(node.getURI().substring(begin), labels.of(node, language), ""))
                .sorted(Comparator.comparing(PickLists.Option::name, collator).thenComparing(PickLists.Option::value))
                .toList();
    }
}
