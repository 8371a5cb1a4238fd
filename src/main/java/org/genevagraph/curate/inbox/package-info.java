/** What readers proposed and nobody has looked at yet. */
package org.genevagraph.curate.inbox;
