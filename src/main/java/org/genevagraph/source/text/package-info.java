/** Lines of a text that are cited, and the numbers and rows that every form of a text has. */
package org.genevagraph.source.text;
