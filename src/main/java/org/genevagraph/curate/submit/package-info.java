/** Rows from outside: who may send them, and how they get into the tables so that none is lost and none is there in part. */
package org.genevagraph.curate.submit;
