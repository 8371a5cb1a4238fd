/** Loaders of what is said of things. */
package org.genevagraph.load.facts;
