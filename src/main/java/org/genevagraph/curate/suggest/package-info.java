/** What a program can know of a new text, proposed as rows of all tables: things, statements, figures, requests, audiences and issues. */
package org.genevagraph.curate.suggest;
