/** Rules: SPARQL CONSTRUCT files, run in order, their output in a graph of its own. */
package org.genevagraph.derive;
