/** Readers of source texts: profiles, treaties and the matrix, as passages. */
package org.genevagraph.text.read;
