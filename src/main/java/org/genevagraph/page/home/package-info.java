/** What the home page shows. */
package org.genevagraph.page.home;
