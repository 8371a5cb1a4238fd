package org.genevagraph.cli.check;

/** How a report is printed. */
public enum ReportFormat {
    /** For people. */
    text,
    /** For programs. */
    json
}
