/** The network as files for other programs: GraphML, Cytoscape JSON, rows. */
package org.genevagraph.page.network.files;
