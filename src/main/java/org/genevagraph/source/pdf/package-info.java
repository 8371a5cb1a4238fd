/** PDFs as the lines that are cited: pages, columns, and what was set in columns by blanks. */
package org.genevagraph.source.pdf;
