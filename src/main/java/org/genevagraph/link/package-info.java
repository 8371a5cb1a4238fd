/** Identifiers in outside registers proposed for review, as SSSOM: never triples. */
package org.genevagraph.link;
