/** One loader for each kind of table, turning its rows into triples and everything doubtful into problems. */
package org.genevagraph.load;
