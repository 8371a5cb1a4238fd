package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.Mini;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals are a mapping set that loads after somebody has looked at it; what was rejected or linked does not come back. */
class LinkCommandTest {
    private static final String ALPHA =
            "{\"id\":\"https://ror.org/0alpha000\",\"status\":\"active\",\"types\":[\"nonprofit\"],\"names\":[{\"value\":\"Alpha Foundation\",\"types\":[\"ror_display\"]}],\"links\":[{\"type\":\"website\",\"value\":\"https://www.alpha.example\"}]}";
    private static final String BETA =
            "{\"id\":\"https://ror.org/0beta0000\",\"status\":\"active\",\"types\":[\"company\"],\"names\":[{\"value\":\"Beta Institute\",\"types\":[\"ror_display\"]}]}";
    private static final Node ALPHA_THING = Iris.thing("organisation", "alpha");

    @TempDir
    Path folder;

    private Path data;
    private Path register;

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        register = Files.writeString(folder.resolve("ror.json"), "[" + ALPHA + "," + BETA + "]");
    }

    private Mini.Run link(String... options) {
        List<String> words = new ArrayList<>(
                List.of("link", "ror", register.toString(), "--data", data.toString(), "--date", "2026-11-01"));
        words.addAll(List.of(options));
        return Mini.geneva(words.toArray(String[]::new));
    }

    private static String row(String out, String thing) {
        return out.lines()
                .filter(line -> line.startsWith(thing + "\t"))
                .findFirst()
                .orElse("");
    }

    @Test
    void proposesASetThatLoads() throws Exception {
        Mini.Run run = link();
        assertEquals(0, run.status(), run.err());
        String alpha = row(run.out(), "organisation:alpha");
        assertTrue(alpha.contains("\tror:0alpha000\t"), run.out());
        assertTrue(alpha.contains("same website"), alpha);
        assertTrue(alpha.contains("semapv:CompositeMatching"), alpha);
        assertTrue(run.out().contains("#  ror: https://ror.org/\n"), run.out());
        String beta = row(run.out(), "organisation:beta");
        assertTrue(beta.contains("sssom:NoTermFound"), beta);
        assertTrue(beta.contains("another kind"), beta);
        assertTrue(run.err().contains("1 identifier proposed"), run.err());
        Path reviewed = Files.writeString(data.resolve("links/reviewed.sssom.tsv"), run.out());
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(data), Progress.NONE).build();
        assertTrue(snapshot.dataset()
                .getDefaultGraph()
                .contains(ALPHA_THING, SchemaDO.sameAs.asNode(), NodeFactory.createURI("https://ror.org/0alpha000")));
        assertTrue(snapshot.dataset()
                .getDefaultGraph()
                .contains(
                        Iris.thing("organisation", "beta"), GG.notFoundIn, NodeFactory.createURI("https://ror.org/")));
        Mini.Run validate = Mini.geneva("validate", "--data", data.toString());
        assertFalse(
                (validate.out() + validate.err())
                        .contains(reviewed.getFileName().toString()),
                validate.out());
        Mini.Run second = link();
        assertEquals("", row(second.out(), "organisation:alpha"), "linked by now");
        assertEquals("", row(second.out(), "organisation:beta"), "looked for in vain by now");
        assertTrue(row(link("--again").out(), "organisation:alpha").contains(":0alpha000"));
    }

    @Test
    void whatWasRejectedNeverComesBack() throws Exception {
        String set = link().out();
        String alpha = row(set, "organisation:alpha");
        Path refused = Files.writeString(folder.resolve("refused.sssom.tsv"), set);
        Mini.Run run = link("--rejected", refused.toString());
        assertTrue(row(run.out(), "organisation:alpha").contains("NoTermFound"), run.out());
        assertTrue(row(run.out(), "organisation:alpha").contains("rejected before"), run.out());
        Files.writeString(
                data.resolve("links/reviewed.sssom.tsv"),
                set.replace(alpha, alpha.replaceFirst("\t\tskos:", "\tNot\tskos:")));
        Mini.Run denied = link("--again");
        assertEquals(0, denied.status(), denied.err());
        assertTrue(row(denied.out(), "organisation:alpha").contains("NoTermFound"), denied.out());
    }

    @Test
    void whatContradictsALinkIsTold() throws Exception {
        Files.writeString(data.resolve("links/reviewed.sssom.tsv"), link().out().replace(":0alpha000", ":0other000"));
        Mini.Run run = link();
        assertEquals("", row(run.out(), "organisation:alpha"));
        assertTrue(run.err().contains("organisation:alpha is linked with https://ror.org/0other000"), run.err());
        assertTrue(run.err().contains("https://ror.org/0alpha000"), run.err());
        assertTrue(row(link("--again").out(), "organisation:alpha").contains("contradicts the link"));
    }

    @Test
    void ofARegisterThatIsCutOffNothingIsSaidToBeMissing() throws Exception {
        Files.writeString(register, "[" + ALPHA + "," + BETA.substring(0, 60));
        Mini.Run run = link();
        assertEquals(1, run.status());
        assertTrue(row(run.out(), "organisation:alpha").contains(":0alpha000"), run.out());
        assertFalse(run.out().contains("NoTermFound"), run.out());
        assertTrue(run.err().contains("ror.json") && run.err().contains("fetch the file once more"), run.err());
    }

    @Test
    void writesToAFileAndKeepsQuiet() throws Exception {
        Path out = folder.resolve("out.sssom.tsv");
        Mini.Run run = link("--out", out.toString(), "--quiet");
        assertEquals("", run.out() + run.err());
        assertEquals(link().out(), Files.readString(out));
    }

    @Test
    void wrongUseIsTold() {
        assertEquals(2, Mini.geneva("link", "ror", "nowhere.json").status());
        assertEquals(2, Mini.geneva("link", "nonsense", register.toString()).status());
        assertEquals(2, link("--least", "3").status());
        assertEquals(2, link("--kind", "nonsense").status());
        assertEquals(2, Mini.geneva("link", "ror").status(), "neither file nor address");
        assertEquals(
                2,
                Mini.geneva("link", "ror", "--endpoint", "https://ror.example/").status());
        assertEquals(
                2,
                Mini.geneva("link", "wikidata", "--endpoint", "ftp://r.example/")
                        .status());
        assertEquals(2, link("--endpoint", "https://ror.example/").status(), "both");
        Mini.Run help = Mini.geneva("link", "--help");
        assertEquals(0, help.status());
        assertTrue(help.out().contains("geneva link ror"), help.out());
    }

    /** Records of the registry that share a name with one of our organisations, and the links that people have reviewed. */
    @Test
    void findsTheReviewedLinksWithoutAWrongOne() {
        Mini.Run run = Mini.geneva("link", "ror", "src/test/resources/link/ror-extract.json", "--measure");
        assertEquals(0, run.status(), run.err());
        Matcher figures = Pattern.compile(
                        "reviewed links in the register: (\\d+);.*precision ([\\d.]+), recall ([\\d.]+)")
                .matcher(run.out());
        assertTrue(figures.find(), run.out());
        assertTrue(Integer.parseInt(figures.group(1)) >= 20, run.out());
        assertTrue(Double.parseDouble(figures.group(2)) >= 0.99, run.out());
        assertTrue(Double.parseDouble(figures.group(3)) >= 0.70, run.out());
    }
}
