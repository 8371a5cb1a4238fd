/** What the search shows: things, questions, terms and guides. */
package org.genevagraph.page.search;
