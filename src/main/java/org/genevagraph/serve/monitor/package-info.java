/** What those who run a server see of it: who asks what, what takes long, and numbers for Prometheus. */
package org.genevagraph.serve.monitor;
