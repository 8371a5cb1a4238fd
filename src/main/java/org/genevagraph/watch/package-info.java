/** A limit of time for work on a graph that a file of the project asks for: rules and shapes. */
package org.genevagraph.watch;
