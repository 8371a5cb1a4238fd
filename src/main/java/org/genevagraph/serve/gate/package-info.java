/** What stands before every address: the snapshot that it answers from, security headers, health. */
package org.genevagraph.serve.gate;
