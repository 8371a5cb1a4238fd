/** The description of the data set and of its named graphs in VoID and DCAT, counted from what they hold. */
package org.genevagraph.snapshot.catalogue;
