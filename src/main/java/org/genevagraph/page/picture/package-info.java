/** What pictures that the server draws are made of: colours and lines of text. */
package org.genevagraph.page.picture;
