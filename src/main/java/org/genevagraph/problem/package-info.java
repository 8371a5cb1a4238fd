/** What is wrong, where, and how to fix it – as data, collected over a whole run. */
package org.genevagraph.problem;
