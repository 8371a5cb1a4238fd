/** The SPARQL editor: the query it begins with, the examples, and the terms that it completes. */
package org.genevagraph.page.editor;
