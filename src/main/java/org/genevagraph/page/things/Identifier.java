package org.genevagraph.page.things;

import org.genevagraph.page.Link;
import org.genevagraph.page.Text;

/**
 * What a named source outside the texts gives of a thing: its identifier in a register, a website, a year, a seat, or that a register was
 * searched in vain.
 *
 * @param relation how it stands to the thing, in words: the same, nearly the same, has its seat in
 * @param value the identifier or value, with the address where it leads
 * @param name what it is called there; empty if it does not say
 * @param read the day on which it was read there, as people write it; empty if unknown
 * @param statement the page of the statement behind it, which tells justification, confidence and source
 * @param same whether it is an identifier of the very same thing
 */
public record Identifier(String relation, Link value, Text name, String read, String statement, boolean same) {}
