/** A brief of two pages about one thing or two, with its evidence as footnotes. */
package org.genevagraph.page.brief;
