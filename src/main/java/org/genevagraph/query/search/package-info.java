/** The search box: names first, then descriptions, then words of the texts. */
package org.genevagraph.query.search;
