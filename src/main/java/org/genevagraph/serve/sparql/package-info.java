/** The SPARQL endpoint. */
package org.genevagraph.serve.sparql;
