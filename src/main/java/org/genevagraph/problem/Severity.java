package org.genevagraph.problem;

/** How bad a problem is. */
public enum Severity {
    /** The data must not be published. */
    ERROR,
    /** Worth a look; publishing goes on. */
    WARNING
}
