/** What a line of a text is by itself: what begins on it, whether it is wrapped, and what only the page puts there. */
package org.genevagraph.text.read.line;
