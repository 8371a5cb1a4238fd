/** Commands that help to bring texts, links and rows in. */
package org.genevagraph.cli.curate;
