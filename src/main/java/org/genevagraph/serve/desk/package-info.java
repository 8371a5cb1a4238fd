/** The page on which a curator turns proposals for a text into rows. */
package org.genevagraph.serve.desk;
