/** The catalogue of queries described for programs: JSON, OpenAPI, and triples. */
package org.genevagraph.query.description;
