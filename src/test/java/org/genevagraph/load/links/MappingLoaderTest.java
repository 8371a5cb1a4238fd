package org.genevagraph.load.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Sssom;
import org.junit.jupiter.api.Test;

/** Any valid SSSOM set loads, whoever wrote it, and says in the graph what it says. */
class MappingLoaderTest {
    private static final Node ALPHA = Iris.thing("organisation", "alpha");
    private static final Node FIRST = Iris.thing("issue", "speech");
    private static final String HEADER = """
            #mapping_set_id: https://others.example/set
            #license: https://creativecommons.org/publicdomain/zero/1.0/
            #mapping_date: 2026-10-05
            #object_source: ex:register
            #curie_map:
            #  gg: https://w3id.org/geneva-graph/id/
            #  ex: https://others.example/
            """;
    private static final String COLUMNS =
            "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tauthor_id\n";

    @Test
    void thingsAreTheSameAndConceptsMatch() throws Exception {
        Graph graph = load(HEADER
                + COLUMNS
                + row("gg:organisation/alpha", "skos:exactMatch", "", "ex:1")
                + row("gg:organisation/alpha", "skos:relatedMatch", "", "ex:2")
                + row(FIRST.getURI(), "skos:narrowMatch", "", "ex:3")
                + row("ex:4", "skos:narrowMatch", "", FIRST.getURI()));
        assertTrue(graph.contains(ALPHA, SchemaDO.sameAs.asNode(), ex("1")));
        assertTrue(graph.contains(ALPHA, RDFS.seeAlso.asNode(), ex("2")));
        assertTrue(graph.contains(FIRST, SKOS.narrowMatch.asNode(), ex("3")));
        assertTrue(graph.contains(FIRST, SKOS.broadMatch.asNode(), ex("4")), "turned round");
        Node statement = graph.stream(Node.ANY, RDF.object.asNode(), ex("1"))
                .findFirst()
                .orElseThrow()
                .getSubject();
        assertTrue(graph.contains(statement, GG.standing, Iris.concept("standing", "outside")));
        assertTrue(graph.contains(statement, Sssom.slot("predicate_id"), SKOS.exactMatch.asNode()));
        assertEquals(
                "2026-10-05",
                graph.stream(statement, Sssom.slot("mapping_date"), Node.ANY)
                        .findFirst()
                        .orElseThrow()
                        .getObject()
                        .getLiteralLexicalForm());
    }

    @Test
    void aSlipOfTheHeaderIsToldOnce() throws Exception {
        String rows = COLUMNS
                + row("gg:organisation/alpha", "skos:exactMatch", "", "ex:1")
                + row("gg:organisation/beta", "skos:exactMatch", "", "ex:2");
        Map<String, String> told = Map.of(
                HEADER.replace("#  ex:", "#  exx:"),
                "9: object_id: 'ex:1' has no known prefix – the curie_map of the header has exx",
                HEADER.replace("curie_map", "curiemap"),
                "1: curie_map: is missing from the header – write it in place of curiemap",
                HEADER.replace("#license", "#licence"),
                "1: license: is missing from the header – write it in place of licence",
                HEADER.replace("#  ex:", "# ex:"),
                "has a header that is no YAML – ");
        for (Map.Entry<String, String> slip : told.entrySet()) {
            ProblemException e = assertThrows(ProblemException.class, () -> load(slip.getKey() + rows));
            assertTrue(e.problems().get(0).toString().contains(slip.getValue()), e.problems()::toString);
            assertEquals(1, e.problems().size(), e.problems()::toString);
        }
    }

    @Test
    void aDeniedMappingSaysNothing() throws Exception {
        Graph graph = load(HEADER + COLUMNS + row("gg:organisation/alpha", "skos:exactMatch", "Not", "ex:1"));
        assertFalse(graph.contains(Node.ANY, Node.ANY, ex("1")));
    }

    @Test
    void aRegisterSearchedInVainIsTold() throws Exception {
        Graph graph = load(HEADER + COLUMNS + row("gg:organisation/alpha", "skos:exactMatch", "", "sssom:NoTermFound"));
        assertTrue(graph.contains(ALPHA, GG.notFoundIn, ex("register")));
        assertFalse(graph.contains(Node.ANY, SchemaDO.sameAs.asNode(), NodeFactory.createURI(Sssom.NO_TERM_FOUND)));
    }

    @Test
    void windowsLineEndsAndUnknownColumnsAreTaken() throws Exception {
        String set = HEADER
                + "subject_id\tpredicate_id\tobject_id\tmapping_justification\text_shoe_size\n"
                + "gg:organisation/alpha\tskos:exactMatch\tex:1\tsemapv:LexicalMatching\t42\n";
        Snapshot snapshot = build(set.replace("\n", "\r\n"));
        assertTrue(snapshot.dataset().getDefaultGraph().contains(ALPHA, SchemaDO.sameAs.asNode(), ex("1")));
        assertTrue(
                snapshot.warnings().stream()
                        .anyMatch(problem -> problem.toString().contains("ext_shoe_size")),
                snapshot.warnings()::toString);
    }

    private static String row(String subject, String predicate, String modifier, String object) {
        return String.join("\t", subject, predicate, modifier, object, "semapv:LexicalMatching", "0.9", "ex:me") + "\n";
    }

    private static Node ex(String name) {
        return NodeFactory.createURI("https://others.example/" + name);
    }

    private static Graph load(String set) throws IOException, ProblemException {
        return build(set).dataset().getDefaultGraph();
    }

    private static Snapshot build(String set) throws IOException, ProblemException {
        Inputs inputs = Mini.inputs(Mini.DATA);
        List<Inputs.File> tables = new ArrayList<>(inputs.tables());
        tables.add(new Inputs.File("links/others.sssom.tsv", "links/others.sssom.tsv", set));
        return new SnapshotBuilder(inputs.withTables(tables), Progress.NONE).build();
    }
}
