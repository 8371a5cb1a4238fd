/** What is told of the data set as a whole: its description, its named graphs, its lists, and what crawlers and browsers look for. */
package org.genevagraph.page.dataset;
