/** What every address shares: its reply, its pages of rows, its errors. What a request says is read in a room of its own, {@code request}. */
package org.genevagraph.serve.http;
