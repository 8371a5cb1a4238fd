/**
 * Calls from a query to other servers: only to endpoints that the operator named, only from a worker process, and never more than is said.
 * What fails is told with the name of the endpoint; no answer is short in silence.
 */
package org.genevagraph.query.federation;
