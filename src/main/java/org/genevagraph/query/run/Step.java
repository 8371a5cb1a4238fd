package org.genevagraph.query.run;

import java.util.Iterator;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a part of a query makes of a row that is known before it. */
@FunctionalInterface
interface Step {
    /** The rows that go on from one, in the order in which they are found. */
    Iterator<Binding> from(Binding row);
}
