/** The address {@code /submit}, where those who have a token send rows for the tables. */
package org.genevagraph.serve.submit;
