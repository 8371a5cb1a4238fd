/** Rows about how two things are tied, proposed from the words between their names: statements, memberships, funding, citations, data lines. */
package org.genevagraph.curate.relations;
