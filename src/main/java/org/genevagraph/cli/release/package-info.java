/** Commands that build the graph, compare it with another and hand it on. */
package org.genevagraph.cli.release;
