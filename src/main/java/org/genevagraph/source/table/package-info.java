/** Tables as they are: rows and cells that remember where they stand, and what is wrong with a file as a whole. */
package org.genevagraph.source.table;
