/** Texts as people have them, in whatever form and encoding, as the lines that are cited. */
package org.genevagraph.source.given;
