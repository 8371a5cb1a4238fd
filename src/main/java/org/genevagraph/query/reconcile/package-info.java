/** Matches names in other people's tables with things, and looks up what is known of these. */
package org.genevagraph.query.reconcile;
