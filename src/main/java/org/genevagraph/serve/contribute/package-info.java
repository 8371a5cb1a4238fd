/** The forms on which readers propose facts, at {@code /contribute}. */
package org.genevagraph.serve.contribute;
