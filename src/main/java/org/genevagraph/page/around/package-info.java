/** The small network around one thing, drawn on its page. */
package org.genevagraph.page.around;
