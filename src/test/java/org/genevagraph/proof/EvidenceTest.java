package org.genevagraph.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Fast;
import org.genevagraph.Mini;
import org.genevagraph.Passage;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts against their passages, on the made-up tables and texts. */
class EvidenceTest {
    @TempDir
    private Path folder;

    private static Snapshot build(Path data, Path texts) throws IOException, ProblemException {
        return new SnapshotBuilder(Inputs.read(Mini.HOME, data, Optional.of(texts)), Progress.NONE).build();
    }

    private static String verdict(Snapshot snapshot, String says) {
        List<Proof> proofs = Evidence.check(snapshot).stream()
                .filter(proof -> proof.says().startsWith(says))
                .toList();
        assertEquals(1, proofs.size(), () -> says + ": " + proofs);
        Proof proof = proofs.get(0);
        return proof.verdict() + (proof.because().isEmpty() ? "" : ": " + proof.because());
    }

    @Test
    void namedAtBothEndsWithAWordForTheRelationIsSupported() throws IOException, ProblemException {
        Snapshot snapshot = build(Mini.DATA, Texts.MADE_UP);
        assertEquals("supported", verdict(snapshot, "Gamma Office is a partner in Talks on Talks"));
        assertEquals("supported", verdict(snapshot, "Delta Bank judges Summer School"));
        // "The Institute" is the body that the text is about.
        assertEquals("supported", verdict(snapshot, "Summer School is operated by Beta Institute"));
        assertEquals("supported", verdict(snapshot, "Talks on Talks: talkers: 12.5"));
        assertEquals("supported", verdict(snapshot, "alpha#3 cites Charter of Talks"));
    }

    @Test
    void whatMustBeUnderstoodIsIndirect() throws IOException, ProblemException {
        Snapshot snapshot = build(Mini.DATA, Texts.MADE_UP);
        assertEquals(
                "indirectly: 'Alpha Lab' is seen through 'Alpha Foundation'",
                verdict(snapshot, "Alpha Lab is part of Alpha Foundation"));
        assertEquals("indirectly: no word for 'is based in'", verdict(snapshot, "Alpha Foundation is based in Town"));
        assertEquals(
                "indirectly: 'Talks on Talks' is named in the context, alpha#2; 2019 is in the context",
                verdict(snapshot, "Delta Bank funds Talks on Talks"));
    }

    @Test
    void whatIsNotThereIsNotFoundUnlessSomebodySaysWhy() throws IOException, ProblemException {
        Snapshot snapshot = build(Mini.DATA, Texts.MADE_UP);
        assertEquals(
                "not found: the year 2021 does not occur", verdict(snapshot, "Alpha Foundation runs Talks on Talks"));
        assertEquals("not found: 'First goal' is not named", verdict(snapshot, "Talk every day serves the goal"));
        assertEquals("reasoned: Its statutes say so.", verdict(snapshot, "Alpha Foundation: year of foundation"));
        assertEquals("reasoned: The town lies in it.", verdict(snapshot, "Land is named"));
        assertEquals("reasoned: The passage goes on from the one before.", verdict(snapshot, "beta#2 cites beta#1"));
    }

    @Test
    void quotesThatProveNothingAreRefused() throws IOException, ProblemException {
        Snapshot snapshot = new Passage(folder)
                .says(
                        "The Gamma Office talks. Beta Institute lent a room to Delta Bank, since it rained. Nobody knew why it did so.")
                .fact("delta,partnersIn,school,,guest in a room,,,stated")
                .fact("gamma,partnerOf,delta,,,,,arguable")
                .build();
        assertTrue(verdict(snapshot, "Delta Bank is a partner in Summer School").startsWith("indirectly"));
        Graph graph = new GraphMem2Fast();
        GraphUtil.addInto(graph, snapshot.dataset().getDefaultGraph());
        Map<String, String> quotes = Map.of(
                "Delta Bank is a partner in Summer School",
                "Nobody knew why it did so.",
                "Gamma Office is a partner of Delta Bank",
                "The Gamma Office talks.");
        Evidence.check(snapshot)
                .forEach(proof -> quotes.forEach((says, quote) -> {
                    if (proof.says().startsWith(says)) {
                        graph.remove(proof.fact(), GG.quote, Node.ANY);
                        graph.add(proof.fact(), GG.quote, NodeFactory.createLiteralLang(quote, "en"));
                    }
                }));
        Snapshot misquoting = RealProofTest.with(snapshot, graph);
        assertEquals(
                "misquoted: the words quoted from beta#4 name neither end, role nor relation",
                verdict(misquoting, "Delta Bank is a partner in Summer School"));
        assertEquals(
                "misquoted: the words quoted from beta#4 leave out an end that the passage names",
                verdict(misquoting, "Gamma Office is a partner of Delta Bank"));
        graph.remove(Node.ANY, GG.quote, Node.ANY);
        assertEquals(
                "misquoted: no words of beta#4 are quoted",
                verdict(RealProofTest.with(snapshot, graph), "Gamma Office is a partner of Delta Bank"));
    }

    @Test
    void changedWordsAreTold() throws IOException, ProblemException {
        Path texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
        Path beta = texts.resolve("beta.txt");
        Files.writeString(beta, Files.readString(beta).replace("lectures", "teaches"));
        Snapshot snapshot = build(Mini.DATA, texts);
        assertTrue(verdict(snapshot, "Delta Bank judges Summer School").startsWith("text changed"));
        assertEquals("supported", verdict(snapshot, "Beta Institute is named"));
        String warnings = snapshot.warnings().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertTrue(
                warnings.contains("beta.txt:2: passage 2 has other words than those that the facts were read from"),
                warnings);
    }

    @Test
    void anotherNumberOfWordsIsTold() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path beta = data.resolve("passages/beta.csv");
        Files.writeString(beta, Files.readString(beta).replace(",8,c69879", ",9,c69879"));
        assertEquals(
                List.of("passage 1 has 8 words, and not 9 – write 8 into its row of passages/beta.csv"),
                build(data, Texts.MADE_UP).warnings().stream()
                        .filter(warning -> warning.message().contains(" words"))
                        .map(warning -> warning.message() + " – " + warning.fix())
                        .toList());
    }

    @Test
    void missingAndSurplusPassagesAreTold() throws IOException, ProblemException {
        Path texts = folder.resolve("texts");
        Files.createDirectories(texts);
        String alpha = Files.readString(Texts.MADE_UP.resolve("alpha.txt"));
        Files.writeString(texts.resolve("alpha.txt"), alpha.replaceFirst("We wish.*", "\nWhat else is there to say?"));
        Snapshot snapshot = build(Mini.DATA, texts);
        assertEquals(
                List.of("passage 4 of passages/alpha.csv is missing", "passage 5 is not in passages/alpha.csv"),
                snapshot.warnings().stream().map(Problem::message).sorted().toList());
        assertEquals("no text", verdict(snapshot, "Delta Bank judges Summer School"));
    }

    @Test
    void placesAreTheRowsThatSaySo() throws IOException, ProblemException {
        Map<String, String> places = Evidence.check(build(Mini.DATA, Texts.MADE_UP)).stream()
                .collect(Collectors.toMap(Proof::says, Proof::place, (one, other) -> one));
        String data = Mini.DATA.toString();
        assertEquals(data + "/statements/beta.csv:4", places.get("Delta Bank judges Summer School, examiner"));
        assertEquals(data + "/organisations.csv:2", places.get("Alpha Foundation is named"));
    }
}
