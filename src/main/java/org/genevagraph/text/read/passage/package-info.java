/** What a reader finds in a text: passages with their places, what they align with, and what could not be read. */
package org.genevagraph.text.read.passage;
