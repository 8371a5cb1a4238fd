/** Rows that others send. */
package org.genevagraph.serve.submit;
