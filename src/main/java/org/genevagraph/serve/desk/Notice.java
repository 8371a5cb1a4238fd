package org.genevagraph.serve.desk;

/** Why something was not done, and what to do: told on the page of the desk, so that whoever works there can go on. */
public record Notice(String cause, String fix) {}
