/** What the header of a query says, key by key: its words in each language, parameters, views, and what it looks at. */
package org.genevagraph.query.catalogue.header;
