/** The description of the data set, its graphs, its shapes, and what crawlers, browsers and language models look for first. */
package org.genevagraph.serve.discovery;
