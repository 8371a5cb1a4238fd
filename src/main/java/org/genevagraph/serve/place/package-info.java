/** Where the server stands in the network: how the public reaches it, behind which proxies, and under which names. */
package org.genevagraph.serve.place;
