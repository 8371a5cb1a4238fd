/** Names in running text: known ones, and what looks like one. */
package org.genevagraph.text.names;
