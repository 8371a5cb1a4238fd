/** The forms on which readers propose facts and report errors. */
package org.genevagraph.page.contribute;
