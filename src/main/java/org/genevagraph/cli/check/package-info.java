/** Commands that say what is wrong with tables, or fix it. */
package org.genevagraph.cli.check;
