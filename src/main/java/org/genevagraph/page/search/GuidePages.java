package org.genevagraph.page.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Paths;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.page.docs.Glossary;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.query.search.GuideIndex;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** The questions, pages and terms that the search finds beside things. */
public final class GuidePages {
    /** Pages with the texts that say what they are called and about. */
    private static final List<Page> PAGES = List.of(
            new Page("/network", "site.network", "home.network-picture"),
            new Page("/matrix", "site.matrix", "home.matrix-picture"),
            new Page("/map", "site.map", "home.map"),
            new Page("/places", "places.title", "places.lead"),
            new Page("/compare", "compare.title", "compare.lead"),
            new Page("/brief", "brief.title", "brief.lead"),
            new Page("/dump", "docs.dump", "docs.dump.about"),
            new Page("/changes", "docs.changes", "docs.changes.about"),
            new Page("/ontology", "docs.ontology", "docs.ontology.about"),
            new Page("/docs/facts#glossary", "docs.glossary", "docs.facts.about"),
            new Page("/imprint", "imprint.title", "imprint.report"),
            new Page("/id", "kind.all", "home.lead"));

    /** Pages that readers want who say other words than theirs, each with what they say. */
    private static final Map<String, String> ASKED = Map.of(
            "/dump", "search.asked-dump",
            "/docs/cite", "search.asked-cite",
            "/changes", "search.asked-changes",
            "/imprint", "search.asked-imprint",
            "/docs/api", "search.asked-api",
            "/docs/contribute", "search.asked-contribute",
            "/id", "search.asked-everything");

    /** How sure facts are is said in words that readers look up. */
    private static final Node STANDINGS = Iris.thing("scheme", "standing");

    /** Kinds of thing that have no list of all. */
    private static final Set<String> UNLISTED = Set.of("passage");

    private record Page(String path, String name, String about) {}

    private GuidePages() {}

    /** Reads what there is. */
    public static GuideIndex of(QueryCatalogue catalogue, Graph graph, Labels labels) {
        List<GuideIndex.Entry> entries = new ArrayList<>();
        for (QueryFile query : catalogue.all()) {
            Map<String, GuideIndex.Text> texts = new LinkedHashMap<>();
            List<String> asked = new ArrayList<>();
            for (Language language : Language.values()) {
                QueryWords words = query.words(language.tag());
                texts.put(language.tag(), new GuideIndex.Text(words.summary(), words.description()));
                asked.addAll(words.alsoAsked());
                words.askedAs().values().forEach(asked::addAll);
            }
            texts.put("name", new GuideIndex.Text(query.name().replace('-', ' '), ""));
            entries.add(new GuideIndex.Entry(GuideIndex.QUESTION, "/queries/" + query.name(), texts, asked));
        }
        for (DocPage page : DocPage.values()) {
            entries.add(entry("page", page.path(), "docs." + page.slug(), "docs." + page.slug() + ".about"));
        }
        Glossary.TERMS.forEach(term ->
                entries.add(entry("term", Glossary.path(term), "glossary." + term + ".name", "glossary." + term)));
        PAGES.forEach(page -> entries.add(entry("page", page.path(), page.name(), page.about())));
        SearchIndex.KINDS.stream().filter(kind -> !UNLISTED.contains(kind)).forEach(kind -> entries.add(list(kind)));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(term -> term.isURI()
                        && (term.getURI().startsWith(GG.NS) || graph.contains(term, SKOS.inScheme.asNode(), STANDINGS)))
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(term -> entries.add(term(term, graph, labels)));
        return new GuideIndex(entries, kinds());
    }

    /** The list of all things of a kind. */
    private static GuideIndex.Entry list(String kind) {
        Map<String, GuideIndex.Text> texts = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), new GuideIndex.Text(Messages.text(language, "kind.many." + kind), ""));
            for (String called : called(kind, language)) {
                asked.addAll(List.of(
                        Messages.text(language, "search.asked-list", called).split(", ", -1)));
            }
        }
        return new GuideIndex.Entry("page", "/id/" + kind, texts, asked);
    }

    private static List<String> called(String kind, Language language) {
        return List.of(Messages.text(language, "search.called-" + kind).split(", ", -1));
    }

    /** What readers call the kinds of thing, in all languages. */
    private static List<String> kinds() {
        return SearchIndex.KINDS.stream()
                .filter(kind -> !UNLISTED.contains(kind))
                .flatMap(kind -> Stream.of(Language.values()).flatMap(language -> called(kind, language).stream()))
                .toList();
    }

    private static GuideIndex.Entry entry(String sort, String path, String name, String about) {
        Map<String, GuideIndex.Text> texts = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        for (Language language : Language.values()) {
            texts.put(
                    language.tag(), new GuideIndex.Text(Messages.text(language, name), Messages.text(language, about)));
            if (ASKED.containsKey(path)) {
                asked.addAll(List.of(Messages.text(language, ASKED.get(path)).split(", ", -1)));
            }
        }
        return new GuideIndex.Entry(sort, path, texts, asked);
    }

    private static GuideIndex.Entry term(Node term, Graph graph, Labels labels) {
        String definition = graph.stream(term, SKOS.definition.asNode(), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .collect(Collectors.joining(" "));
        Map<String, GuideIndex.Text> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(
                    language.tag(),
                    new GuideIndex.Text(
                            labels.of(term, language),
                            labels.text(definition, language).words()));
        }
        return new GuideIndex.Entry("term", Paths.of(term.getURI()), texts);
    }
}
