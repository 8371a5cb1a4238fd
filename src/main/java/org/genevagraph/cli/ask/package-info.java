/** Commands that ask the graph. */
package org.genevagraph.cli.ask;
