package org.genevagraph.snapshot.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.Test;

/** A binding in an array is the same as one of Jena's, whichever variables have values: rows of both stand in the same sets. */
class FlatBindingTest {
    private static final Var[] VARIABLES = {
        Var.alloc("a"), Var.alloc("b"), Var.alloc("c"), Var.alloc("d"), Var.alloc("e"), Var.alloc("f")
    };

    /** The latter half of them. */
    private static final Var[] LATTER = {VARIABLES[3], VARIABLES[4], VARIABLES[5]};

    private static final Columns COLUMNS = Columns.of(VARIABLES);
    private static final FlatBinding.Copies COPIES = new FlatBinding.Copies();

    @Test
    void itIsTheSameAsAnyOtherOfItsValues() {
        for (int bits = 0; bits < 1 << VARIABLES.length; bits++) {
            Binding others = chained(bits);
            for (Binding flat : List.of(
                    FlatBinding.of(COLUMNS, others),
                    FlatBinding.of(Columns.of(VARIABLES), others),
                    COPIES.of(others),
                    new FlatBinding.Copies().of(others),
                    goneOn(COPIES.of(chained(bits & 7)), bits),
                    goneOn(chained(bits & 7), bits),
                    goneOn(chained(bits), bits),
                    goneOn(FlatBinding.of(COLUMNS, others), bits))) {
                assertEquals(others, flat);
                assertEquals(flat, others);
                assertEquals(flat, FlatBinding.of(COLUMNS, others));
                assertEquals(others.hashCode(), flat.hashCode());
                assertEquals(others.size(), flat.size());
                assertEquals(others.isEmpty(), flat.isEmpty());
                assertEquals(others.varsMentioned(), flat.varsMentioned());
                assertEquals(flat, flat.detach());
                Set<Var> seen = new HashSet<>();
                flat.forEach((variable, value) -> {
                    assertEquals(others.get(variable), value);
                    seen.add(variable);
                });
                assertEquals(others.varsMentioned(), seen);
                for (Var variable : VARIABLES) {
                    // Another object of the same name is the same variable.
                    Var again = Var.alloc(variable.getVarName());
                    assertEquals(others.get(variable), flat.get(again));
                    assertEquals(others.contains(variable), flat.contains(again));
                }
                assertEquals(null, flat.get(Var.alloc("z")));
            }
        }
    }

    @Test
    void anotherValueMakesAnother() {
        Binding one = FlatBinding.of(COLUMNS, BindingFactory.binding(VARIABLES[0], value(1)));
        assertNotEquals(one, FlatBinding.of(COLUMNS, BindingFactory.binding(VARIABLES[0], value(2))));
        assertNotEquals(one, FlatBinding.of(COLUMNS, BindingFactory.binding(VARIABLES[1], value(1))));
        assertNotEquals(one, FlatBinding.of(COLUMNS, BindingFactory.empty()));
    }

    @Test
    void whatIsWorkedOutSeesWhatWasBeforeIt() {
        for (Binding known :
                List.of(COPIES.of(BindingFactory.empty()), BindingFactory.binding(Var.alloc("z"), value(9)))) {
            Binding row = FlatBinding.of(
                    known,
                    VARIABLES,
                    (variable, before) -> before.size() - known.size() == 2 ? null : value(before.size()));
            assertEquals(value(known.size()), row.get(VARIABLES[0]));
            assertEquals(value(known.size() + 1), row.get(VARIABLES[1]));
            assertEquals(known.size() + 2, row.size());
        }
    }

    @Test
    void aRowMayGrowWithoutEnd() {
        Binding row = new FlatBinding.Copies().of(BindingFactory.empty());
        for (int i = 0; i < 300; i++) {
            row = FlatBinding.of(row, new Var[] {Var.alloc("v" + i)}, value(i));
        }
        assertEquals(300, row.size());
        for (int i = 0; i < 300; i++) {
            assertEquals(value(i), row.get(Var.alloc("v" + i)));
        }
        assertEquals(row, FlatBinding.of(row, new Var[] {Var.alloc("v1"), Var.alloc("v299")}, value(1), value(299)));
        assertEquals(row, new FlatBinding.Copies().of(row));
    }

    /** With the values of the latter half, of which some may be known. */
    private static Binding goneOn(Binding known, int bits) {
        Node[] values = new Node[LATTER.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bits >> (i + 3) & 1) == 1 ? value(i + 3) : null;
        }
        return FlatBinding.of(known, LATTER, values);
    }

    private static Binding chained(int bits) {
        Binding binding = BindingFactory.empty();
        for (int i = 0; i < VARIABLES.length; i++) {
            if ((bits >> i & 1) == 1) {
                binding = BindingBuilder.create(binding)
                        .add(VARIABLES[i], value(i))
                        .build();
            }
        }
        return binding;
    }

    private static Node value(int number) {
        return NodeFactory.createLiteralLang("value " + number, "en");
    }
}
