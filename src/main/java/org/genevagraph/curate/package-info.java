/** From a text to rows of the tables: what a program can know of a new text, and what a curator proposes. Writes no file. */
package org.genevagraph.curate;
