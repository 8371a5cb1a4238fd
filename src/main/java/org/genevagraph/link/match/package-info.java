/** Whether an entry of a register is one of our things: by names, place, website, kind and symbol, with the reasons in words. */
package org.genevagraph.link.match;
