/** Limits that hold for every query, whoever asks it. */
package org.genevagraph.query.guard;
