/** The project on the disk: its tables, sheets and proposals, read and built. */
package org.genevagraph.cli.project;
