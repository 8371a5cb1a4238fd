/** Proposed rows: what they say, what is wrong with them, and how the tables read with them. Writes no file but through {@link org.genevagraph.curate.rows.TableFiles}. */
package org.genevagraph.curate.rows;
