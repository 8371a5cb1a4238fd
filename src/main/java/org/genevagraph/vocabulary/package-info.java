/** The names: ontology terms, prefixes, IRIs of things and graphs, and literals that are what they claim to be. */
package org.genevagraph.vocabulary;
