package org.genevagraph.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why tests are not passed, from a file: on each line a pattern of their names, a bar between blanks, and the reason.
 *
 * @param all the reasons in their order; the first that fits a name is taken
 */
record Reasons(List<Reason> all) {
    private static final Path FILE = Path.of("src/test/resources/conformance/reasons.txt");

    private static final String BAR = " | ";

    /**
     * A reason.
     *
     * @param tests which tests, by their names
     * @param why why
     */
    record Reason(Pattern tests, String why) {}

    static Reasons read() throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int bar = line.indexOf(BAR);
                reasons.add(new Reason(
                        Pattern.compile(line.substring(0, bar).strip()),
                        line.substring(bar + BAR.length()).strip()));
            }
        }
        return new Reasons(List.copyOf(reasons));
    }

    Optional<Reason> of(SuiteCase test) {
        return all.stream()
                .filter(reason -> reason.tests().matcher(test.name()).matches())
                .findFirst();
    }
}
