/** The whole graph as files: one writer for every format, and the files that a server hands out. */
package org.genevagraph.snapshot.dump;
