/** Facts in words: sentences with their relation, time, standing and passages, and why each is held. */
package org.genevagraph.page.facts;
