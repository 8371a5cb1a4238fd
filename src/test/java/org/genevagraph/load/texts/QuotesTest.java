package org.genevagraph.load.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Passage;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which words of a passage are quoted for a statement, in made-up passages that are too long to be quoted whole. */
class QuotesTest {
    private static final String LONG =
            " It rained for days, as it does in that season, and whoever had come stayed inside,"
                    + " where the rooms were warm, the tea was hot, the windows had curtains, and nobody had to be anywhere else.";

    @TempDir
    private Path folder;

    private static String quote(Snapshot snapshot, String subject, String relation, String object) {
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        List<Node> statements = facts.instances(GG.Statement)
                .filter(node -> facts.graph().contains(node, GG.evidence, Iris.passage("beta", "4")))
                .filter(node -> iri(facts, node, RDF.subject.asNode()).endsWith("/" + subject)
                        && iri(facts, node, RDF.predicate.asNode()).endsWith("#" + relation)
                        && iri(facts, node, RDF.object.asNode()).endsWith("/" + object))
                .filter(node -> !facts.graph().contains(node, GG.derivedBy, Node.ANY))
                .toList();
        assertEquals(1, statements.size(), statements::toString);
        return facts.text(statements.get(0), GG.quote);
    }

    private static String iri(FactGraph facts, Node statement, Node part) {
        return facts.one(statement, part).orElseThrow().getURI();
    }

    @Test
    void theSentencesThatNameBothEndsAreQuotedTogether() throws IOException, ProblemException {
        String said = "The Institute closes the year with the Talks Round. Two hundred students come to it."
                + " They are judged by people who listen (e.g. the Delta Bank and Dr. Roe).";
        Snapshot snapshot = new Passage(folder)
                .says("The Institute likes order." + LONG + " " + said + LONG)
                .fact("delta,judges,round,,judge,,,stated")
                .fact("organisation:beta,hosts,round,,closing event,,,stated")
                .build();
        assertEquals(said, quote(snapshot, "delta", "judges", "round"));
        // The text is about the Institute: who it is needs no words.
        assertEquals("The Institute closes the year with the Talks Round.", quote(snapshot, "beta", "hosts", "round"));
    }

    @Test
    void titlesAndAbbreviationsAreNotCut() throws IOException, ProblemException {
        String title = "The project Who Talks? Who Listens? asks how children learn to wait for their turn.";
        String abbreviated = "Its members (e.g. the Gamma Office, No. 5 of the U.N. List of Talkers) pay nothing.";
        Snapshot snapshot = new Passage(folder)
                .says("The Institute likes order." + LONG + " " + title + LONG + " " + abbreviated + LONG)
                .initiative("who-talks,Who Talks? Who Listens?,,,project,A project on turns.,,,beta#4")
                .fact("organisation:beta,runs,who-talks,,project on turns,,,stated")
                .fact("gamma,memberOf,organisation:beta,,,,,stated")
                .build();
        assertEquals(title, quote(snapshot, "beta", "runs", "who-talks"));
        assertEquals(abbreviated, quote(snapshot, "gamma", "memberOf", "beta"));
    }

    @Test
    void ofSentencesThatNameTheSameTheOneWithTheRoleOrTheYearIsQuoted() throws IOException, ProblemException {
        Snapshot snapshot = new Passage(folder)
                .says("The Gamma Office likes the Summer School." + LONG
                        + " The Gamma Office lent four tents to the Summer School in 2031." + LONG
                        + " The Gamma Office is to join the Summer School again." + LONG)
                .fact("gamma,supports,school,,lender of tents,,,stated")
                .fact("gamma,participatesIn,school,,,,,stated")
                .fact("gamma,contributesTo,school,,,2031,2031,stated")
                .build();
        assertEquals(
                "The Gamma Office lent four tents to the Summer School in 2031.",
                quote(snapshot, "gamma", "supports", "school"));
        assertEquals(
                "The Gamma Office is to join the Summer School again.",
                quote(snapshot, "gamma", "participatesIn", "school"));
        assertEquals(
                "The Gamma Office lent four tents to the Summer School in 2031.",
                quote(snapshot, "gamma", "contributesTo", "school"));
    }

    @Test
    void aMereWordForTheRelationIsNotWorthAnotherSentence() throws IOException, ProblemException {
        Snapshot snapshot = new Passage(folder)
                .says("The Institute likes order." + LONG
                        + " The Institute runs a kitchen. Then there is the Summer School, with its tents." + LONG)
                .fact("organisation:beta,runs,school,,in tents,,,stated")
                .build();
        assertEquals("Then there is the Summer School, with its tents.", quote(snapshot, "beta", "runs", "school"));
    }

    @Test
    void aSubjectIsFoundByTheWordsThatHintAtIt() throws IOException, ProblemException {
        String hinting = "Students hear lectures and long conversations.";
        String passage = "The Institute likes order." + LONG + " A conversation is rare." + LONG + " " + hinting + LONG;
        Snapshot snapshot = new Passage(folder)
                .says(passage)
                .fact("beta#4,about,dialogue,,,,,stated")
                .fact("beta#4,about,speech,,,,,arguable")
                .build();
        assertEquals(hinting, quote(snapshot, "4", "about", "dialogue"));
        // Where no sentence tells it more than others, the reader sees all.
        assertEquals(passage, quote(snapshot, "4", "about", "speech"));
    }
}
