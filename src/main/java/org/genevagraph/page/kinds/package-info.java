/** The lists of all things of a kind. */
package org.genevagraph.page.kinds;
