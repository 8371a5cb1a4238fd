/** Documents of word processors as the lines that are cited: paragraphs with their numbers, and tables. */
package org.genevagraph.source.word;
