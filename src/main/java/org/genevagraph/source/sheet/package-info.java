/** Spreadsheets, read and written as text: every cell is what a person sees in it. */
package org.genevagraph.source.sheet;
