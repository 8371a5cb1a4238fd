/** How files are read and written: which of a folder are the project's, how much of them is taken in, whether they have changed or are damaged. */
package org.genevagraph.files;
