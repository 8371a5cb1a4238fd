package org.genevagraph.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the graph in one of the RDF formats. */
@Command(
        name = "export",
        description = "Writes the graph: with its named graphs as nq, trig or jsonld, all in one as nt, ttl or rdfxml.",
        mixinStandardHelpOptions = true)
public final class ExportCommand extends ConsoleCommand {
    /** Reads a format in the spelling of the command line. */
    static final class Formats implements ITypeConverter<DumpFormat>, Iterable<String> {
        private static final List<DumpFormat> ALL = List.of(DumpFormat.values());

        @Override
        public DumpFormat convert(String given) {
            return ALL.stream()
                    .filter(format -> format.label().equalsIgnoreCase(given))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("expected one of " + ALL + " but was '" + given + "'"));
        }

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(DumpFormat::label).iterator();
        }
    }

    @Mixin
    private BuiltProject project;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private DumpFormat format;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "Where to write it; gzipped if the name ends in .gz; - is standard output.")
    private Path file;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = project.build(console);
        console.write(file, out -> format.write(snapshot.dataset(), out));
        if (!console.isStandardOutput(file)) {
            console.say("wrote " + file + ", version " + snapshot.version());
        }
        return 0;
    }
}
