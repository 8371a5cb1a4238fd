/** What the pages of the site show, as plain values: no HTTP, and no HTML but in the templates that take them. */
package org.genevagraph.page;
