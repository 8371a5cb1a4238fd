/** The coverage board: what was read when, what it gave, and where the sources are silent. */
package org.genevagraph.page.coverage;
