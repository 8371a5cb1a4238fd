/** The network page: which organisations are tied, by what, and the picture of it. */
package org.genevagraph.page.network;
