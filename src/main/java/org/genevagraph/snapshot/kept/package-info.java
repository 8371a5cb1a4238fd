/** What was built is kept on the disk, so that the next start reads it instead of building the same again. */
package org.genevagraph.snapshot.kept;
