/** What is answered: canned queries and what can be seen in their answers. */
package org.genevagraph.page.answers;
