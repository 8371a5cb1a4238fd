/** What holds back requests before anything of them is served: who sends too many, too slowly, or more than there are threads for. */
package org.genevagraph.serve.traffic;
