package org.genevagraph.page.docs;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.diff.release.Release;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.page.Site;
import org.genevagraph.page.ontology.Examples;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * How to cite the graph, an answer and a fact; the fact is one of the graph's.
 *
 * @param version the version of the graph
 * @param dataRead the day on which a source text was last read; empty if nobody says
 * @param fact a fact to show it with; empty if the graph has none
 */
public record Citation(String version, String dataRead, Optional<Fact> fact) {
    /** What all citations name as author. */
    public static final String AUTHOR = "The maintainers of Geneva Graph";

    private static final String TITLE =
            "Geneva Graph: who does what, with whom and under which mandate in Geneva's digital governance";
    private static final Node COMMON_EXAMPLE = NodeFactory.createURI(GG.NS + "coConvenes");
    private static final int YEAR_DIGITS = 4;

    /**
     * A fact.
     *
     * @param iri the IRI of its statement
     * @param sentences what it says, in each language
     * @param documents the title of the document that says so, in each language
     * @param number the number of the passage
     * @param passage the passage as tables cite it
     * @param query where to ask why
     */
    public record Fact(
            String iri,
            Map<Language, String> sentences,
            Map<Language, String> documents,
            String number,
            String passage,
            String query) {
        public Fact {
            sentences = Map.copyOf(sentences);
            documents = Map.copyOf(documents);
        }
    }

    /** The citations of a snapshot. */
    public static Citation of(Snapshot snapshot, Labels labels) {
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        return new Citation(
                snapshot.version(),
                snapshot.dataRead(),
                Examples.of(snapshot).statement(COMMON_EXAMPLE).flatMap(statement -> fact(statement, facts, labels)));
    }

    private static Optional<Fact> fact(Node statement, FactGraph facts, Labels labels) {
        Optional<Node> passage = facts.one(statement, GG.evidence);
        Optional<Node> subject = facts.one(statement, RDF.subject.asNode());
        Optional<Node> relation = facts.one(statement, RDF.predicate.asNode());
        Optional<Node> object = facts.one(statement, RDF.object.asNode());
        if (passage.isEmpty() || subject.isEmpty() || relation.isEmpty() || object.isEmpty()) {
            return Optional.empty();
        }
        Map<Language, String> sentences = new EnumMap<>(Language.class);
        Map<Language, String> documents = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            sentences.put(
                    language,
                    RelationSentence.of(
                                    language,
                                    labels.spoken(subject.get(), language),
                                    labels.of(relation.get(), language),
                                    labels.spoken(object.get(), language))
                            .words());
            documents.put(
                    language,
                    facts.one(passage.get(), GG.inDocument)
                            .map(document -> labels.of(document, language))
                            .orElse(""));
        }
        return Optional.of(new Fact(
                statement.getURI(),
                sentences,
                documents,
                facts.text(passage.get(), GG.number),
                FactGraph.cited(passage.get()),
                "/queries/why?subject=" + slug(subject.get()) + "&object=" + slug(object.get())));
    }

    private static String slug(Node thing) {
        return Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse("");
    }

    /** The year of the data; empty if nobody says when they were read. */
    public String year() {
        return dataRead.isEmpty() ? "" : dataRead.substring(0, YEAR_DIGITS);
    }

    /** The graph as a reference. */
    public String graph(Site site) {
        return site.text(
                "docs.cite.graph", AUTHOR, year(), version, site.language().date(dataRead), Iris.BASE);
    }

    /** An answer as a reference, with the path that asks for it. */
    public String answer(Site site, String address, String path) {
        return site.text(
                "docs.cite.answer", AUTHOR, year(), version, site.language().date(dataRead), address + path);
    }

    /** A fact as a reference. */
    public String fact(Site site, Fact cited) {
        return site.text(
                "docs.cite.fact",
                cited.sentences().get(site.language()),
                cited.documents().get(site.language()),
                cited.number(),
                AUTHOR,
                year(),
                version,
                cited.iri());
    }

    /** A release in the Citation File Format 1.2.0, for a file {@code CITATION.cff}. */
    public static String cff(Release release) {
        return """
                cff-version: 1.2.0
                message: If you use these data, please cite this version of them.
                type: dataset
                title: "%1$s"
                abstract: >-
                  Who does what, with whom and under which mandate in Geneva's digital governance, each fact with the passage that says so.
                authors:
                  - name: %2$s
                version: "%3$s"
                date-released: "%4$s"
                identifiers:
                  - type: other
                    value: "%5$s"
                    description: The version of the graph, a hash of its content.
                license: CC0-1.0
                url: "%6$s"
                keywords:
                  - digital governance
                  - Geneva
                  - knowledge graph
                  - linked data
                """.formatted(TITLE, AUTHOR, release.version(), release.date(), release.graph(), Iris.BASE);
    }

    /** The graph in RIS. */
    public String ris() {
        return new Reference(TITLE, Iris.BASE, version, dataRead).ris(Language.EN);
    }

    /** The graph in BibTeX. */
    public String bibtex() {
        return """
                @misc{geneva-graph-%1$s,
                  author       = {{%2$s}},
                  title        = {{Geneva Graph}: who does what, with whom and under which mandate in {Geneva}'s digital governance},
                  year         = {%3$s},
                  version      = {%1$s},
                  note         = {Version %1$s, sources last read on %4$s},
                  howpublished = {\\url{%5$s}}
                }""".formatted(version, AUTHOR, year(), dataRead, Iris.BASE);
    }
}
