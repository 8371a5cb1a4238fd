package org.genevagraph.cli;

/** How a report is printed. */
enum ReportFormat {
    /** For people. */
    text,
    /** For programs. */
    json
}
