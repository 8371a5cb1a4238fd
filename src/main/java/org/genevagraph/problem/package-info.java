/** What is wrong, where, and how to mend it – as data, collected over a whole run. */
package org.genevagraph.problem;
