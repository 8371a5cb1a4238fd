/** The command line: one class for each command, which reads its arguments, calls one operation and prints what came of it. */
package org.genevagraph.cli;
