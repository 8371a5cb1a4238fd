/** Questions to a snapshot: canned queries from files, their parameters, names of things, and limits that hold for every query. */
package org.genevagraph.query;
