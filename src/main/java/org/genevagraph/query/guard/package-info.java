/**
 * Limits that hold for every query, whoever asks it: its text is looked at before it is parsed, functions and reading look at the clock
 * and at what they make. They stop most of what is too much and say what it was; what they cannot stop ends with its process, see
 * {@code query.worker}.
 */
package org.genevagraph.query.guard;
