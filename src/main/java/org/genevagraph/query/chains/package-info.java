/** Shortest chains between organisations, which SPARQL cannot find. */
package org.genevagraph.query.chains;
