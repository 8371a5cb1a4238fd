/** What is asked and what is answered: canned queries, their answers, and the search. */
package org.genevagraph.page.answers;
