/** How much of what people found in texts would be proposed if nobody had: the facts of one text are taken away, proposed anew, and compared. */
package org.genevagraph.curate.measure;
