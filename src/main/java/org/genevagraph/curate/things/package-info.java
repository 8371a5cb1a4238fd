/** Things that the words of a text name or describe and the graph does not know: new names, phrases with telling nouns, and the kinds that words tell. */
package org.genevagraph.curate.things;
