/** Pages and pictures for readers, and the files that they need. */
package org.genevagraph.serve.pages;
