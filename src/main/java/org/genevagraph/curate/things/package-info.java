/** Things that a text describes rather than names: phrases with telling nouns, lists, themes, and what it calls its own or somebody else's. */
package org.genevagraph.curate.things;
