/** Canned queries as their files say them: header, parameters, words in each language. */
package org.genevagraph.query.catalogue;
