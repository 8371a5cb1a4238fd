/** Loaders of the things themselves. */
package org.genevagraph.load.things;
