package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.SafeCells;
import org.genevagraph.vocabulary.Literals;
import org.junit.jupiter.api.Test;

/** Cells that a spreadsheet would run are escaped on request; everything else is as it was. */
class SafeCellsTest {
    private static final Var X = Var.alloc("x");

    private static String csv(Node value) throws IOException, Refusal {
        Binding row = BindingFactory.binding(X, value);
        Result safe = SafeCells.of(new Result.Rows(List.of(X), List.of(row)), AnswerFormat.CSV);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerFormat.CSV.write(safe, out);
        return out.toString(StandardCharsets.UTF_8).replaceFirst("x\r\n", "").replaceFirst("\r\n$", "");
    }

    @Test
    void formulasAreEscaped() throws IOException, Refusal {
        for (String formula : List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "|cmd", "%x", " =1", "\uFF1D1")) {
            assertEquals("'" + formula, csv(NodeFactory.createLiteralString(formula)));
            assertEquals("'" + formula, csv(Literals.english(formula)));
        }
        assertEquals("\"'=HYPERLINK(\"\"x\"\",1)\"", csv(Literals.english("=HYPERLINK(\"x\",1)")));
    }

    @Test
    void othersStay() throws IOException, Refusal {
        assertEquals("-5", csv(Literals.integer("-5")));
        assertEquals("-0.5", csv(Literals.decimal("-0.5")));
        assertEquals("A = B", csv(Literals.english("A = B")));
        assertEquals("https://example.org/", csv(NodeFactory.createURI("https://example.org/")));
    }

    @Test
    void theWishIsTakenFromTheParameters() throws Refusal {
        Map<String, String> parameters = new TreeMap<>(Map.of("safe", "true", "x", "y"));
        assertEquals(true, SafeCells.take(parameters));
        assertEquals(Map.of("x", "y"), parameters);
        assertEquals(false, SafeCells.take(parameters));
        assertThrows(Refusal.class, () -> SafeCells.take(new TreeMap<>(Map.of("safe", "maybe"))));
    }

    @Test
    void theCommandLineHasItToo() {
        Mini.Run run = Mini.geneva(
                "query",
                "partners",
                "organisation=alpha",
                "--safe",
                "--format",
                "json",
                "--data",
                Mini.DATA.toString());
        assertEquals(
                "only cells of csv and tsv can be made safe for spreadsheets – take one of these, or leave safe out\n",
                run.err());
        assertEquals(2, run.status());
    }
}
