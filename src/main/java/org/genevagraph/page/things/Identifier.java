package org.genevagraph.page.things;

/**
 * What the thing is called in a register elsewhere.
 *
 * @param register the host of the register
 * @param iri the identifier
 * @param match how well it fits, as SKOS and OWL name it: {@code exactMatch}, {@code closeMatch}, {@code sameAs}
 */
public record Identifier(String register, String iri, String match) {}
