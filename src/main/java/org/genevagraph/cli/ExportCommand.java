package org.genevagraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the graph in one of the RDF formats. */
@Command(
        name = "export",
        description = "Writes the graph: with its named graphs as nq, trig or jsonld, all in one as nt, ttl or rdfxml.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends ConsoleCommand {
    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private DumpFormat format;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write it; gzipped if the name ends in .gz.")
    private Path file;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = project.build(console);
        try (OutputStream out = OutputFile.open(file)) {
            format.write(snapshot.dataset(), out);
        }
        console.say("wrote " + file + ", version " + snapshot.version());
        return 0;
    }
}
