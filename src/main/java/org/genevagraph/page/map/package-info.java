/** The implementation map: from objectives over commitments and Action Lines to those who facilitate and those who are active. */
package org.genevagraph.page.map;
