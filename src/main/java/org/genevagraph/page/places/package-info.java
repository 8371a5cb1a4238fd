/** The list of places: what stands where, and who says so. */
package org.genevagraph.page.places;
