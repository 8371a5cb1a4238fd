/** What queries are known to answer: their examples, and commands written down with what they print. */
package org.genevagraph.query.golden;
