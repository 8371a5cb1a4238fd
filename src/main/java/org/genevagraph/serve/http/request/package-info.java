/** What a request says: its address, parameters, headers and types, as all that answers requests reads them. */
package org.genevagraph.serve.http.request;
