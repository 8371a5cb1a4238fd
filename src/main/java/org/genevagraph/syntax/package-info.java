/** The Turtle and SPARQL files that people write: read with the line of everything in them, so that what is wrong has a place. */
package org.genevagraph.syntax;
