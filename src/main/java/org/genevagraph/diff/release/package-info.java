/** Releases: folders that hold a version of the graph for good, with what changed since the one before. */
package org.genevagraph.diff.release;
