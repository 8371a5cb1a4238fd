/** What can be read out of texts: passages by number, names, numbers, replaced terms. Knows nothing of RDF. */
package org.genevagraph.text;
