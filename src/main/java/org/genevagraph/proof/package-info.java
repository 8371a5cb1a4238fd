/** The graph against the texts that it was read from: is each fact where it says, and what do the texts say that no fact does? */
package org.genevagraph.proof;
