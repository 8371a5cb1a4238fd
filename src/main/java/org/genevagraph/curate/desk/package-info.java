/** A text beside what is proposed for it: what is accepted, refused and seen, as one works at it. */
package org.genevagraph.curate.desk;
