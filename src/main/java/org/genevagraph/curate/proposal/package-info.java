/** What a proposed row is made of: its cells and score, what was found where, its ends, and whether the words state a fact. */
package org.genevagraph.curate.proposal;
