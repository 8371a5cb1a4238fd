/** The matrix: how many commitments stand where two of objectives, Action Lines and goals cross, and which. */
package org.genevagraph.page.matrix;
