/** Things by the names that people give them. */
package org.genevagraph.query.names;
