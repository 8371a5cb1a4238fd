/** What all loaders share: rows, cells, things, and the statements that they make. */
package org.genevagraph.load.row;
