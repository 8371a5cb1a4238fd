/** Terms replaced in a text, as one source describes it. */
package org.genevagraph.text.amend;
