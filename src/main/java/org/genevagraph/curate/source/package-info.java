/** What the tables have to say of a text that is new: its row, its document, its passages. */
package org.genevagraph.curate.source;
