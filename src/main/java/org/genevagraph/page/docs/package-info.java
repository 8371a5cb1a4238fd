/** The documentation: its pages, the examples of code that they show, and how to cite. */
package org.genevagraph.page.docs;
