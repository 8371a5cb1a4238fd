package org.genevagraph.diff.release;

/**
 * A file of a release.
 *
 * @param name its name
 * @param bytes how many it has
 * @param sha256 its hash, in hexadecimal digits
 */
record ReleasedFile(String name, long bytes, String sha256) {}
