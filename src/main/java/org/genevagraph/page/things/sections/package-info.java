/** The sections of a thing's page: what it is tied to, by relation, and what belongs to it. */
package org.genevagraph.page.things.sections;
