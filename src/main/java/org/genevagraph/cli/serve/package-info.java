/** The command that serves the graph, and what it is set to. */
package org.genevagraph.cli.serve;
