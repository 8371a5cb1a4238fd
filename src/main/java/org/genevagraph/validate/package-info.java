/** Runs the shapes over a graph and counts what they reached, so that silence is not mistaken for assent. */
package org.genevagraph.validate;
