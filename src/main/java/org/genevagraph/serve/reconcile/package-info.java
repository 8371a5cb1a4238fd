/** The service with which OpenRefine and others match tables with the graph: the W3C Reconciliation Service API, version 0.2. */
package org.genevagraph.serve.reconcile;
