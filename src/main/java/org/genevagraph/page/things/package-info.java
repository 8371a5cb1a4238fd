/** What the page of a thing shows: what it is, what it has to do with what, and why the graph says so. */
package org.genevagraph.page.things;
