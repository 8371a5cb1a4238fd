/** SPARQL engines of others, in which the graph can lie instead of in memory: published there version by version, and asked there. */
package org.genevagraph.query.engine;
