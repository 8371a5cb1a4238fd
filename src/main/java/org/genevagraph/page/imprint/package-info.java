/** Who answers for an installation of the site, and how an error in it is reported. */
package org.genevagraph.page.imprint;
