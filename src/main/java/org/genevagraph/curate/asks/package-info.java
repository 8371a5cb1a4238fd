/** Whom the words of a text ask for something, and which documents they name by symbol or number of a paragraph. */
package org.genevagraph.curate.asks;
