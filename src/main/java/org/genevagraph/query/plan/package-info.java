/** How canned queries are answered, worked out before the thing is known that they are asked about. */
package org.genevagraph.query.plan;
