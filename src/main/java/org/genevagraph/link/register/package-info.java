/** Entries of outside registers – ROR, Wikidata, thesauri, SPARQL results – read one after the other, however many there are. */
package org.genevagraph.link.register;
