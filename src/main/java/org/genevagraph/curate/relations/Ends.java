package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.names.OtherNames;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.GG;

/** What the passages of a text name or describe: things of the graph, new names, and what has none. */
public final class Ends {
    private final FactGraph facts;
    private final OwnNames own;
    private final NamedEnds named;
    private final DescribedEnds described;

    /**
     * In a text of a graph.
     *
     * @param hidden things that are not to be found by their names
     * @param owners the bodies that the text is about
     * @param text all its words
     */
    public Ends(
            FactGraph facts, Mentions mentions, NewNames newNames, Set<Node> hidden, List<Node> owners, String text) {
        this.facts = facts;
        Map<String, Set<Node>> acronyms = acronyms(facts);
        this.own = new OwnNames(facts, owners, text, acronyms.keySet());
        this.named = new NamedEnds(facts, mentions, newNames, hidden, own, acronyms, text);
        this.described = new DescribedEnds(facts, own);
    }

    private static Map<String, Set<Node>> acronyms(FactGraph facts) {
        Map<String, Set<Node>> acronyms = new TreeMap<>();
        Stream.of(GG.acronym, SKOS.altLabel.asNode(), RDFS.label.asNode())
                .flatMap(property -> facts.graph().stream(Node.ANY, property, Node.ANY))
                .filter(triple -> Name.isAcronym(triple.getObject().getLiteralLexicalForm()))
                .forEach(triple -> acronyms.computeIfAbsent(
                                triple.getObject().getLiteralLexicalForm(), key -> new HashSet<>())
                        .add(triple.getSubject()));
        return acronyms;
    }

    /** All names of a thing; of a body that the text is about, its initials as well. */
    public Set<String> names(Node thing) {
        return own.of(thing);
    }

    /** What a passage calls the body besides, and the table does not. */
    public List<OtherNames.Other> otherNames(Node owner, String words) {
        return own.others(owner, words);
    }

    /**
     * What the words of a passage name or describe, in their order: things of the graph, and new ones.
     *
     * @param owner the body that the text is about, for "we", "its programme" and what it has
     */
    public List<End> in(Node passage, String words, Optional<Node> owner) {
        boolean isEnglish = isEnglish(passage);
        NamedEnds.Named inNames = named.in(passage, words, owner, isEnglish);
        List<End> ends = new ArrayList<>(inNames.ends());
        ends.addAll(described.in(passage, words, owner, inNames, isEnglish));
        ends.sort(Comparator.comparingInt(End::start));
        return ends;
    }

    private boolean isEnglish(Node passage) {
        return facts.all(passage, GG.text).stream()
                .noneMatch(text -> text.getLiteralLanguage().matches("fr|es"));
    }
}
