package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.diff.release.Release;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.page.Language;
import org.genevagraph.page.changes.ChangesPage;
import org.genevagraph.page.changes.ChangesWords;
import org.genevagraph.page.docs.Citation;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Negotiation;

/** What changed from release to release, at {@code /changes}: a page, a feed, JSON, and the files of changes that each release has. */
public final class FMod_Changes implements FusekiModule {
    private static final String ATOM = "application/atom+xml";
    private static final Map<String, String> FILES = Map.of(
            Release.CHANGES, Reply.JSON_TYPE,
            Release.WORDS, "text/plain; charset=utf-8",
            Release.PATCH, "application/rdf-patch");

    private final Supplier<Served> served;

    public FMod_Changes(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(ChangesPage.PATH, new ChangesServlet(""));
        builder.addServlet(ChangesPage.PATH + ChangesPage.FEED, new ChangesServlet(ATOM));
        builder.addServlet(ChangesPage.PATH + ".json", new ChangesServlet(Reply.JSON_TYPE));
        builder.addServlet(ChangesPage.PATH + "/*", new FileServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ChangesServlet extends HttpServlet {
        private final String type;

        /** With the media type that it sends; empty for whatever the client likes best. */
        ChangesServlet(String type) {
            this.type = type;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                String wanted = type.isEmpty()
                        ? reply.chooseOrRefuse("the changes", List.of(Negotiation.HTML, ATOM, Reply.JSON_TYPE))
                        : type;
                Served now = served.get();
                if (wanted.equals(Reply.JSON_TYPE)) {
                    reply.json(json(now.releases()), now.snapshot().version());
                    return;
                }
                ChangesPage page =
                        ChangesPage.of(now.releases(), now.snapshot(), now.labels(), reply.site(now.snapshot()));
                Map<String, Object> values =
                        Map.of("page", page, "origin", Address.origin(request), "author", Citation.AUTHOR);
                if (wanted.equals(Negotiation.HTML)) {
                    reply.page("changes/page.jte", Map.of("page", page), now.snapshot());
                } else {
                    reply.document("changes/feed.jte", values, now.snapshot(), ATOM);
                }
            } catch (ProblemException e) {
                throw broken(e);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }

    /** A release that was whole when the server started is not any more: told in the log, not to the client. */
    private static IOException broken(ProblemException e) {
        return new IOException(e.getMessage(), e);
    }

    private static JsonValue json(Releases releases) {
        JsonBuilder json = JsonBuilder.create().startObject().key("releases").startArray();
        for (Releases.Kept kept : releases.all()) {
            Release release = kept.release();
            json.startObject()
                    .pair("release", release.version())
                    .pair("date", release.date())
                    .pair("graph", release.graph())
                    .pair("triples", release.triples());
            json.key("files").startArray();
            if (!release.previous().isEmpty()) {
                FILES.keySet().stream()
                        .sorted()
                        .forEach(file -> json.value(ChangesPage.PATH + "/" + release.version() + "/" + file));
            }
            json.finishArray();
            if (!release.previous().isEmpty()) {
                json.pair("previous", release.previous());
            }
            json.finishObject();
        }
        return json.finishArray().finishObject().build();
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class FileServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            Served now = served.get();
            String[] path = String.valueOf(request.getPathInfo()).split("/", -1);
            // Only files of these names in folders that the server has found itself.
            Optional<Path> file = path.length == 3 && FILES.containsKey(path[2])
                    ? now.releases()
                            .of(path[1])
                            .map(kept -> kept.folder().resolve(path[2]))
                            .filter(Files::isRegularFile)
                    : Optional.empty();
            if (file.isEmpty()) {
                reply.refuse(new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "no release has such a file of changes",
                        ChangesPage.PATH + " lists those that there are"));
                return;
            }
            byte[] body;
            try {
                body = bytes(now.releases().of(path[1]).orElseThrow(), file.get(), reply.language());
            } catch (ProblemException e) {
                throw broken(e);
            }
            reply.versioned(body, FILES.get(path[2]), now.snapshot().version());
        }

        /** What a file holds; of the one in words, which a release has in English alone, what it says in the reader's language. */
        private static byte[] bytes(Releases.Kept kept, Path file, Language language)
                throws IOException, ProblemException {
            return file.endsWith(Release.WORDS) && language != Language.EN
                    ? ChangesWords.of(kept.release(), Release.changes(kept.folder(), language.tag()), language)
                            .getBytes(StandardCharsets.UTF_8)
                    : Files.readAllBytes(file);
        }
    }
}
