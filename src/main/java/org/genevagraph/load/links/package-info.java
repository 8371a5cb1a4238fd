/** What named places outside the source texts say of things: identifiers in other graphs, as SSSOM mapping sets, and plain facts. */
package org.genevagraph.load.links;
