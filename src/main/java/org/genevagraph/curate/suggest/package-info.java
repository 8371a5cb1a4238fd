/** What a program can know of a new text: its names, kinds, statements and issues, proposed as rows, and how well it does on texts whose rows are known. */
package org.genevagraph.curate.suggest;
