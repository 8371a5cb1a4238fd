/**
 * Worker processes in which queries of strangers run.
 *
 * <p>Every query must end, and nothing inside a Java process can be made to: a regular expression, a comparison of durations or the parser
 * itself may work on between any two looks at the clock, {@code Thread.stop} does nothing in newer Java, and memory that one query fills is
 * missing to all. A process can be ended from outside, whatever it does, and has its own memory. So every query whose text came from
 * outside runs in a process of the same program, with its own copy of the snapshot and its own heap; it is killed half a second after its
 * time is up, and replaced. There is no shorter way for cheap queries, since nothing tells which are before they have run. The limits that
 * queries keep by themselves ({@code query.guard}) remain: they tell more exactly what was too much, and spare the worker.
 *
 * <p>Server and worker talk through the worker's standard input and output, so that nothing of it can be reached from a network, and a
 * worker whose server is gone sees the end of its input and goes as well. Answers are written by the worker and taken over as bytes; they
 * are sent when they are whole. The project's own queries, whose texts are known, run in the server.
 */
package org.genevagraph.query.worker;
