package org.genevagraph.page.views;

/**
 * A piece of what an entry says.
 *
 * @param before the words before it, such as {@code through}; empty if there are none
 * @param cell what it says
 * @param look its class, such as {@code role}; null if it looks as usual
 */
public record Part(String before, Cell cell, String look) {}
