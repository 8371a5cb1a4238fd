/** What changed from release to release. */
package org.genevagraph.page.changes;
