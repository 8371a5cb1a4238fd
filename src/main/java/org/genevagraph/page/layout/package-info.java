/** Lays out graphs in the plane: boxes and the lines between them, as plain numbers, the same every time. */
package org.genevagraph.page.layout;
