/** Texts as people have them, PDF, DOCX, HTML and Markdown among them, as the lines that are cited. */
package org.genevagraph.source.text;
