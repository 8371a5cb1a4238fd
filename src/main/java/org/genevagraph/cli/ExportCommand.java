package org.genevagraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the graph in one of the RDF formats. */
@Command(
        name = "export",
        description = "Writes the graph: with its named graphs as nq, trig or jsonld, all in one as nt, ttl or rdfxml.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends ConsoleCommand {
    /** The formats, in the spelling of the command line. */
    enum Format {
        nq(null, true),
        trig(RDFFormat.TRIG_PRETTY, true),
        jsonld(RDFFormat.JSONLD11_PLAIN, true),
        nt(RDFFormat.NTRIPLES_UTF8, false),
        ttl(RDFFormat.TURTLE_PRETTY, false),
        rdfxml(RDFFormat.RDFXML_PLAIN, false);

        private final RDFFormat rdfFormat;
        private final boolean namedGraphs;

        Format(RDFFormat rdfFormat, boolean namedGraphs) {
            this.rdfFormat = rdfFormat;
            this.namedGraphs = namedGraphs;
        }
    }

    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write it; gzipped if the name ends in .gz.")
    private Path file;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = project.build(console);
        try (OutputStream out = OutputFile.open(file)) {
            if (format == Format.nq) {
                DumpWriter.write(snapshot.dataset(), out);
            } else if (format.namedGraphs) {
                RDFWriter.source(DumpWriter.namedGraphs(snapshot.dataset()))
                        .format(format.rdfFormat)
                        .output(out);
            } else {
                Graph all = GraphFactory.createDefaultGraph();
                GraphUtil.addInto(all, snapshot.dataset().getDefaultGraph());
                Prefixes.ALL.forEach(all.getPrefixMapping()::setNsPrefix);
                RDFWriter.source(all).format(format.rdfFormat).output(out);
            }
        }
        console.say("wrote " + file + ", version " + snapshot.version());
        return 0;
    }
}
