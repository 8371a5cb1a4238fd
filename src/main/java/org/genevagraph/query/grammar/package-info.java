/** Sentences with names in them, in English and French: what a name takes before it there. */
package org.genevagraph.query.grammar;
