package org.genevagraph.conformance;

/**
 * What came of a test.
 *
 * @param test the test
 * @param outcome whether it was passed
 * @param told what came in place of what should
 */
record Verdict(SuiteCase test, Outcome outcome, String told) {
    /** How a test can end. */
    enum Outcome {
        PASSED,
        DEVIATES,
        /** It is about something that the server does not do for anyone. */
        NOT_OFFERED
    }
}
