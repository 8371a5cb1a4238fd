package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.genevagraph.snapshot.dump.Dumps;

/** The whole graph at {@code /dump}: a list of files, and the files, whole or in parts. No query makes them, so that no limit cuts them. */
public final class FMod_Dump implements FusekiModule {
    /** The path of the list; the files stand below it. */
    public static final String PATH = "/dump";

    /** The files are gzip themselves, not something else that is compressed on its way: what is saved is what was hashed. */
    private static final String GZIP = "application/gzip";

    private final Supplier<Served> served;

    public FMod_Dump(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "dump";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new DumpServlet());
        builder.addServlet(PATH + "/*", new DumpServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class DumpServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                Served now = served.get();
                if (request.getPathInfo() == null) {
                    list(reply, now.snapshot(), Address.of(request));
                } else {
                    DumpFormat format = format(request.getPathInfo().substring(1));
                    Dumps dumps = now.once(Dumps.class, Dumps::new);
                    reply.file(dumps.file(format), GZIP, now.snapshot().version());
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private static void list(Reply reply, Snapshot snapshot, String address) throws IOException, Refusal {
            if (reply.chooseOrRefuse("the list of dumps", List.of(Negotiation.HTML, Reply.JSON_TYPE))
                    .equals(Negotiation.HTML)) {
                reply.page("site/dump.jte", Map.of("snapshot", snapshot, "address", address, "path", PATH), snapshot);
                return;
            }
            JsonBuilder json = JsonBuilder.create()
                    .startObject()
                    .pair("version", snapshot.version())
                    .key("files")
                    .startArray();
            for (DumpFormat format : DumpFormat.dumps()) {
                json.startObject()
                        .pair("path", reply.path(PATH + "/" + format.fileName()))
                        .pair("format", format.title())
                        .pair("mediaType", format.mediaType())
                        .pair("compressed", GZIP)
                        .pair("namedGraphs", format.namedGraphs())
                        .pair("triples", format.triples(snapshot))
                        .finishObject();
            }
            json.finishArray().key("graphs").startArray();
            snapshot.triplesPerGraph()
                    .forEach((graph, triples) -> json.startObject()
                            .pair("graph", graph)
                            .pair("triples", triples)
                            .finishObject());
            reply.json(json.finishArray().finishObject().build(), snapshot.version());
        }

        private static DumpFormat format(String name) throws Refusal {
            List<String> names =
                    DumpFormat.dumps().stream().map(DumpFormat::fileName).toList();
            return DumpFormat.dumps().stream()
                    .filter(format -> format.fileName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.NOT_FOUND,
                            "there is no dump '" + name + "'",
                            Nearest.hint(name, names, "files are " + String.join(", ", names))));
        }
    }
}
