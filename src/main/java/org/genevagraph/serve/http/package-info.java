/** What every address shares: its request, its reply, its pages of rows, its errors. */
package org.genevagraph.serve.http;
