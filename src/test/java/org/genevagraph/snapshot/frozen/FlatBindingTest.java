package org.genevagraph.snapshot.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
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

    @Test
    void itIsTheSameAsAnyOtherOfItsValues() {
        for (int bits = 0; bits < 1 << VARIABLES.length; bits++) {
            Binding others = chained(bits);
            for (Binding flat : new Binding[] {
                FlatBinding.of(VARIABLES, others), FlatBinding.of(VARIABLES.clone(), others), withParent(bits)
            }) {
                assertEquals(others, flat);
                assertEquals(flat, others);
                assertEquals(flat, FlatBinding.of(VARIABLES, others));
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
        Binding one = FlatBinding.of(VARIABLES, BindingFactory.binding(VARIABLES[0], value(1)));
        assertNotEquals(one, FlatBinding.of(VARIABLES, BindingFactory.binding(VARIABLES[0], value(2))));
        assertNotEquals(one, FlatBinding.of(VARIABLES, BindingFactory.binding(VARIABLES[1], value(1))));
        assertNotEquals(one, FlatBinding.of(VARIABLES, BindingFactory.empty()));
    }

    /** Half of the values in a parent. */
    private static Binding withParent(int bits) {
        Var[] own = {VARIABLES[3], VARIABLES[4], VARIABLES[5]};
        Node[] values = new Node[own.length];
        for (int i = 0; i < own.length; i++) {
            values[i] = (bits >> (i + 3) & 1) == 1 ? value(i + 3) : null;
        }
        return new FlatBinding(chained(bits & 7), own, values);
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
