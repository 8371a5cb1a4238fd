/** Names that a text says: new ones with the kind that the words beside them tell, other names for one thing, and the words that are no names. */
package org.genevagraph.curate.names;
