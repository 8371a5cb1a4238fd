package org.genevagraph.page.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.snapshot.Snapshot;

/** The network of a snapshot under any filter; the last pictures are kept. */
public final class Networks {
    private static final int KEPT = 64;

    private final Ties ties;
    private final Labels labels;
    private final Map<List<Object>, NetworkPage> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, NetworkPage> eldest) {
            return size() > KEPT;
        }
    };

    private static final String RELATION = "relation";
    private static final String KIND = "kind";

    private Networks(Snapshot snapshot, Labels labels) {
        this.ties = Ties.of(snapshot);
        this.labels = labels;
    }

    /** Reads what ties the organisations of a snapshot. */
    public static Networks of(Snapshot snapshot, Labels labels) {
        return new Networks(snapshot, labels);
    }

    /** The network under a filter, with names in a language. */
    public NetworkPage page(NetworkFilter filter, Language language) {
        // One at a time: a layout costs more than anything else that the site does unasked.
        synchronized (made) {
            return made.computeIfAbsent(
                    List.of(filter, language), any -> NetworkPage.of(ties, filter, labels, language));
        }
    }

    /**
     * The filter that parameters ask for; a parameter without a value asks for nothing.
     *
     * @throws Refusal if the value of a parameter is unknown, with the nearest names; parameters of other names are passed over
     */
    public NetworkFilter filter(Map<String, String> parameters, ThingIndex things) throws Refusal {
        Function<String, String> value =
                name -> parameters.getOrDefault(name, "").strip();
        String relation = value.apply("relation");
        List<String> relations = relations();
        if (!relation.isEmpty() && !relations.contains(relation)) {
            throw Refusal.noneOf(
                    Refusal.Reason.BAD_REQUEST,
                    "relation: no two organisations are tied by '" + relation + "'",
                    RELATION,
                    relation,
                    relations,
                    "choose one of");
        }
        String steps = value.apply("steps");
        if (!List.of("", "1", "2").contains(steps)) {
            throw bad("steps: '" + steps + "' is neither 1 nor 2", "an organisation can be one or two ties away");
        }
        return new NetworkFilter(
                relation.isEmpty() ? NetworkFilter.USUAL : relation,
                thing("issue", value.apply("issue"), things),
                kind(value.apply("kind")),
                thing("organisation", value.apply("organisation"), things),
                steps.equals("2") ? 2 : 1);
    }

    private List<String> relations() {
        return Stream.concat(
                        Stream.of(NetworkFilter.USUAL, Tie.INVOLVED, NetworkFilter.ANY),
                        ties.all().stream().map(Tie::key))
                .distinct()
                .toList();
    }

    private static Optional<Node> thing(String kind, String given, ThingIndex things) throws Refusal {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(things.find(given, List.of(kind)));
        } catch (Refusal e) {
            // The network is there even if the thing is not.
            throw e.asChoice(kind);
        }
    }

    /** The kind with this id or name. */
    private Optional<Node> kind(String given) throws Refusal {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Node> kinds = ties.organisations().values().stream()
                .map(Organisation::kind)
                .filter(Node::isURI)
                .distinct()
                .collect(Collectors.toMap(NetworkFilter::kindSlug, Function.identity(), (a, b) -> a, TreeMap::new));
        for (Map.Entry<String, Node> kind : kinds.entrySet()) {
            if (kind.getKey().equals(given)
                    || labels.of(kind.getValue(), Language.EN).equalsIgnoreCase(given)) {
                return Optional.of(kind.getValue());
            }
        }
        throw Refusal.noneOf(
                Refusal.Reason.BAD_REQUEST,
                "kind: no organisation is of the kind '" + given + "'",
                KIND,
                given,
                kinds.keySet(),
                "choose one of");
    }

    /** What a refusal says that there is, each by its name in a language, and where it leads: ids are for programs. */
    public List<Link> meant(Refusal refusal, Language language) {
        if (refusal.choices().isEmpty()) {
            return List.of();
        }
        Refusal.Choices choices = refusal.choices().get();
        String path = NetworkPage.PATH + "?" + choices.of() + "=";
        NetworkPage all = page(NetworkFilter.NONE, language);
        return switch (choices.of()) {
            case RELATION -> ProblemLinks.of(choices, path, id -> name(all.relations(), id, language));
            case KIND -> ProblemLinks.of(choices, path, id -> name(all.kinds(), id, language));
            default -> ProblemLinks.things(choices, path, labels, language);
        };
    }

    private static String name(List<NetworkPage.Choice> choices, String id, Language language) {
        if (id.equals(Tie.INVOLVED)) {
            return Messages.text(language, "network.involved");
        }
        return choices.stream()
                .filter(choice -> choice.value().equals(id))
                .map(NetworkPage.Choice::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Messages.text(language, "network.any"));
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }
}
