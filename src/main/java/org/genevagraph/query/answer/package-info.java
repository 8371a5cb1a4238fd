/** What a query gave, and the formats in which it is written. */
package org.genevagraph.query.answer;
