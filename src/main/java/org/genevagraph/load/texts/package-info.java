/** Passages, their words, what they mention and which sentence says a fact. */
package org.genevagraph.load.texts;
