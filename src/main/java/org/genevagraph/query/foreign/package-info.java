/** Queries whose texts come from outside: what is asked, how it is run, and who else may run it ({@code query.worker}). */
package org.genevagraph.query.foreign;
