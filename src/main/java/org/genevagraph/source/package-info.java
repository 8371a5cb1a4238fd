/** Files as they are: tables, rows and cells that remember where they stand. Knows nothing of RDF. */
package org.genevagraph.source;
