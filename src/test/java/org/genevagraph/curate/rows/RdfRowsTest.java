package org.genevagraph.curate.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What the project writes in Turtle is read as the rows from which it was made. */
class RdfRowsTest {
    private static final int AT_ONCE = 8;
    private static final Map<String, Node> CLASSES = Map.of(
            "organisations", GG.Organisation,
            "initiatives", GG.Initiative,
            "documents", GG.Document,
            "places", GG.Place,
            "issues", GG.PolicyIssue,
            "actor-groups", GG.ActorGroup,
            "figures", GG.Figure,
            "statements/gcsp", GG.Statement,
            "statements/tunis-agenda", GG.Statement);

    @Test
    void everyRowOfEveryTableComesBackFromItsTurtle() throws Exception {
        Inputs inputs = Inputs.read(Mini.HOME, Path.of("data"), Optional.empty());
        for (Map.Entry<String, Node> table : CLASSES.entrySet()) {
            List<String> all = rows(inputs.table(table.getKey()).orElseThrow());
            // What cites two texts could stand in the table of either, and is refused.
            List<String> held = table.getValue().equals(GG.Statement)
                    ? all.stream().filter(row -> sources(row) == 1).toList()
                    : all;
            assertTrue(held.size() > all.size() / 2, table.getKey());
            List<String> back = back(table.getKey(), table.getValue());
            assertTrue(held.size() > 10, table.getKey());
            assertEquals(String.join("\n", held), String.join("\n", back), table.getKey());
        }
    }

    private static long sources(String row) {
        return Pattern.compile("([a-z0-9-]+)#")
                .matcher(row.substring(row.lastIndexOf(",[")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .count();
    }

    private static boolean citesOne(Graph graph, Node statement) {
        return graph.stream(statement, GG.evidence, Node.ANY)
                        .map(triple -> triple.getObject().getURI().replaceFirst("/[^/]*$", ""))
                        .distinct()
                        .count()
                == 1;
    }

    /** The rows that come of the graph of a table, which is written a few things at a time. */
    private static List<String> back(String table, Node type) throws Refusal {
        Graph all = Mini.realSnapshot().dataset().getGraph(Iris.graph(table.replace('/', '-')));
        List<Node> subjects = all.stream(Node.ANY, RDF.type.asNode(), type)
                .map(triple -> triple.getSubject())
                .filter(subject -> !type.equals(GG.Statement) || citesOne(all, subject))
                .toList();
        List<String> back = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            Graph some = GraphFactory.createDefaultGraph();
            subjects.subList(from, Math.min(subjects.size(), from + AT_ONCE))
                    .forEach(subject -> all.stream(subject, Node.ANY, Node.ANY).forEach(some::add));
            String turtle = RDFWriter.source(some).lang(Lang.TURTLE).asString();
            for (Inputs.File file : RdfRows.tables(turtle, Lang.TURTLE)) {
                assertEquals(table, file.table());
                back.addAll(rows(file));
            }
        }
        return back.stream().sorted().toList();
    }

    /** The rows of a table, in which the values of a cell have no order and things are named without their kind. */
    private static List<String> rows(Inputs.File file) {
        List<String> columns = TableText.columns(file.table());
        Problems problems = new Problems();
        List<Row> rows = Table.read(file.shown(), file.table(), file.text(), Layout.of(columns), problems)
                .rows();
        assertEquals(List.of(), problems.sorted());
        return rows.stream()
                .map(row -> columns.stream().map(column -> cell(row, column)).collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    private static String cell(Row row, String column) {
        return Arrays.stream(row.get(column).split(" \\| "))
                .map(value -> List.of("subject", "object", "via").contains(column)
                        ? value.replaceFirst("^[a-z-]+:", "").replaceFirst("#", "/")
                        : value)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static final String THING = """
            @prefix gg: <https://w3id.org/geneva-graph/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @base <https://w3id.org/geneva-graph/id/> .
            <organisation/new> a gg:Organisation ; rdfs:label "New"@en ; skos:altLabel "N", "Newer" ; gg:acronym "N" ;
              gg:kind <organisation-kind/ngo> ; gg:evidence <passage/alpha/3> .
            """;

    @Test
    void whatHasNoColumnIsToldAtOnce() throws Exception {
        String kind = Iris.concept("organisation-kind", "ngo").getURI();
        String turtle = THING.replace("organisation-kind/ngo", kind);
        Inputs.File file = RdfRows.tables(turtle, Lang.TURTLE).get(0);
        assertEquals(
                "id,name,acronym,aliases,kind,summary,website,evidence\nnew,New,N,Newer,ngo,,,alpha#3\n", file.text());
        String more = turtle
                + "<organisation/new> gg:runs <initiative/talks> ; <http://example.org/phone> \"1\" ; skos:prefLabel \"Neu\"@de .\n"
                + "<initiative/other> a gg:Organisation . <initiative/both> a gg:Initiative, gg:Document . [] a skos:Concept .";
        String told = assertThrows(Refusal.class, () -> RdfRows.tables(more, Lang.TURTLE))
                .getMessage();
        for (String words : List.of(
                "a blank node is no statement, no figure and of no class that has a table",
                "/initiative/both> is of two classes",
                "/initiative/other> is called otherwise than https://w3id.org/geneva-graph/id/organisation/{id}",
                "<http://example.org/phone> of <https://w3id.org/geneva-graph/id/organisation/new> has no column in a table of organisations",
                "; and 1 more")) {
            assertTrue(told.contains(words), () -> words + " is not in " + told);
        }
    }
}
