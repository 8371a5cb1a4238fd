/** How files are read: which of a folder are the project's, how much of them is taken in, and whether they have changed. */
package org.genevagraph.files;
