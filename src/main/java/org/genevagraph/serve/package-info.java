/** An embedded Fuseki that serves one snapshot at a time, read-only: one module for each feature. */
package org.genevagraph.serve;
