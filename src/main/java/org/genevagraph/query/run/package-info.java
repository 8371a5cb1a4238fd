/** How queries are run on the graph: row by row wherever that is possible, and along paths without recursion. */
package org.genevagraph.query.run;
