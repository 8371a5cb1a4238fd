package org.genevagraph.cli.project;

import org.genevagraph.files.InputLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much may be read: an option of every command that reads tables. */
public final class ReadingLimit {
    @Option(
            names = InputLimit.OPTION,
            paramLabel = "SIZE",
            converter = InputLimitConverter.class,
            defaultValue = "${env:GENEVA_INPUT_LIMIT:-" + InputLimit.STANDARD + "}",
            description =
                    "The most that may be read of what the graph is built from, such as 200MiB: of all files together, of one file a third, and rows of "
                            + "a table in proportion. What is built takes many times as much memory. Or GENEVA_INPUT_LIMIT; "
                            + InputLimit.STANDARD + " if not said.")
    @SuppressWarnings("UnusedVariable") // The program reads it, of every command alike, before one runs.
    private InputLimit limit;

    /** Sizes as options have them. */
    private static final class InputLimitConverter implements ITypeConverter<InputLimit> {
        @Override
        public InputLimit convert(String text) {
            try {
                return InputLimit.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
