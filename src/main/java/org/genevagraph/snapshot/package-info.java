/** From files to a frozen graph: reads, loads, derives, validates, and publishes the whole or nothing. */
package org.genevagraph.snapshot;
