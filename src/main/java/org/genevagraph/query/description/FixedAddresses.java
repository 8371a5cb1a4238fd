package org.genevagraph.query.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.snapshot.dump.DumpFormat;

/** The addresses that are there whatever queries there are: each with what it is, its parameters, and its formats by their endings. */
final class FixedAddresses {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";
    private static final Map<String, String> GRAPHS = endings(AnswerFormat.fitting(false));
    private static final Map<String, String> LISTS = all(endings(AnswerFormat.fitting(true)), GRAPHS);

    /**
     * A parameter.
     *
     * @param name its name
     * @param help what it is
     * @param example a value; empty if the address is asked without it
     * @param required whether it must be there
     */
    record Given(String name, String help, String example, boolean required) {}

    /**
     * An address.
     *
     * @param path its path, with the names of variable parts in braces
     * @param summary what it is
     * @param parameters its parameters, those of the path among them
     * @param endings media types by the ending of the path that chooses them
     * @param types media types without an ending, by Accept
     */
    record Fixed(
            String path, String summary, List<Given> parameters, Map<String, String> endings, List<String> types) {}

    static final List<Fixed> ALL = List.of(
            graphs("/", "The home page, or the description of the data set", Map.of()),
            graphs("/.well-known/void", "The description of the data set in VoID and DCAT", Map.of()),
            graphs("/graph", "The description of the data set with its named graphs", GRAPHS),
            graphs("/graph/{name}", "A named graph with its description", GRAPHS, part("name", "statements-gcsp")),
            graphs("/ontology", "Every term with its meaning", GRAPHS),
            graphs("/shapes", "What the graph is checked for, in SHACL", GRAPHS),
            new Fixed("/id", "The kinds of things", List.of(), LISTS, List.copyOf(LISTS.values())),
            new Fixed(
                    "/id/{kind}",
                    "All things of a kind",
                    List.of(
                            part("kind", "organisation"),
                            optional("filter.kind", "those of this kind of its class"),
                            optional("filter.basket", "issues of this basket"),
                            optional("filter.objective", "commitments of this objective"),
                            optional("filter.coverage", "profiled or only mentioned organisations"),
                            optional("filter.status", "things that are planned, proposed or over"),
                            optional("filter.place", "things that are based or take place here"),
                            optional("filter.country", "things that are in this country")),
                    LISTS,
                    List.copyOf(LISTS.values())),
            graphs(
                    "/id/{kind}/{slug}",
                    "A thing, at the path of its own IRI",
                    GRAPHS,
                    part("kind", "organisation"),
                    part("slug", "gcsp")),
            new Fixed(
                    "/network",
                    "Organisations and what ties them",
                    List.of(
                            optional("relation", "by which relation"),
                            optional("issue", "who work on it"),
                            optional("kind", "organisations of this kind"),
                            optional("organisation", "around this one"),
                            optional(
                                    "around",
                                    "instead: what stands around this thing, of any kind; as a page, svg or csv")),
                    Map.of(
                            "json",
                            JSON,
                            "csv",
                            CSV,
                            "svg",
                            SVG,
                            "graphml",
                            "application/graphml+xml",
                            "cyjs",
                            "application/vnd.cytoscape.cyjs+json",
                            "node-link.json",
                            "application/vnd.networkx.node-link+json"),
                    List.of(JSON, CSV, SVG)),
            new Fixed(
                    "/compare",
                    "Two things side by side: what both have to do with, and what only one of them does",
                    List.of(
                            new Given("a", "one thing", "gcsp", true),
                            new Given("b", "the other thing", "cyberpeace-institute", true)),
                    Map.of("json", AnswerFormat.JSON.mediaType(), "csv", CSV),
                    List.of(AnswerFormat.JSON.mediaType(), CSV)),
            picture("/matrix", "Commitments by Action Lines and goals"),
            picture("/map", "From an objective over commitments and Action Lines to organisations"),
            new Fixed(
                    "/places",
                    "What is where, with coordinates from outside sources",
                    List.of(optional("kind", "what kind of things")),
                    Map.of("geojson", "application/geo+json", "csv", CSV, "json", AnswerFormat.JSON.mediaType()),
                    List.of("application/geo+json", CSV, AnswerFormat.JSON.mediaType())),
            new Fixed("/dump", "The files of the whole graph", List.of(), Map.of(), List.of(JSON)),
            new Fixed(
                    "/dump/{file}",
                    "The whole graph as a file, also by ranges",
                    List.of(part("file", DumpFormat.NQ.fileName())),
                    Map.of(),
                    List.of("application/gzip")),
            new Fixed(
                    "/changes",
                    "What changed from release to release",
                    List.of(),
                    Map.of("atom", "application/atom+xml", "json", JSON),
                    List.of(JSON, "application/atom+xml")),
            new Fixed(
                    "/context.jsonld",
                    "The JSON-LD context of all answers",
                    List.of(),
                    Map.of(),
                    List.of("application/ld+json")),
            new Fixed("/health/live", "Whether the server lives", List.of(), Map.of(), List.of(JSON)),
            new Fixed("/health/ready", "Whether it takes requests", List.of(), Map.of(), List.of(JSON)));

    private FixedAddresses() {}

    private static Given part(String name, String example) {
        return new Given(name, "a part of the path", example, true);
    }

    private static Given optional(String name, String help) {
        return new Given(name, help, "", false);
    }

    private static Fixed graphs(String path, String summary, Map<String, String> endings, Given... parameters) {
        return new Fixed(path, summary, List.of(parameters), endings, List.copyOf(GRAPHS.values()));
    }

    private static Fixed picture(String path, String summary) {
        return new Fixed(path, summary, List.of(), Map.of("svg", SVG, "csv", CSV), List.of(CSV, SVG));
    }

    private static Map<String, String> endings(List<AnswerFormat> formats) {
        Map<String, String> endings = new LinkedHashMap<>();
        formats.forEach(format -> endings.put(format.label(), format.mediaType()));
        return endings;
    }

    private static Map<String, String> all(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Each with its endings, as addresses of their own. */
    static List<Fixed> spelledOut() {
        List<Fixed> all = new ArrayList<>();
        for (Fixed address : ALL) {
            all.add(address);
            address.endings()
                    .forEach((ending, type) -> all.add(new Fixed(
                            address.path() + "." + ending,
                            address.summary(),
                            address.parameters(),
                            Map.of(),
                            List.of(type))));
        }
        return all;
    }
}
