/** The reference of the ontology: its terms, what the shapes ask of them, and how the graph uses them. */
package org.genevagraph.page.ontology;
