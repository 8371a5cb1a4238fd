/** The ways in which a page shows the rows of an answer: to read, as a table, a network, a timeline, a chain, bars; and what they find. */
package org.genevagraph.page.views;
