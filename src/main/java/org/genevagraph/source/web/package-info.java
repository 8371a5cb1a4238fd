/** Web pages as the lines that are cited: their words without what stands around them, their lists and tables. */
package org.genevagraph.source.web;
