package org.genevagraph.serve.pages;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.ontology.OntologyReference;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.FormatNames;
import org.genevagraph.vocabulary.Iris;

/** The ontology at {@code /ontology}: a page, or RDF by Accept or by ending. */
public final class FMod_Ontology implements FusekiModule {
    static final String PATH = "/ontology";
    private static final Forms FORMS = new Forms("the ontology", Forms.GRAPHS, false);

    private final Supplier<Served> served;

    public FMod_Ontology(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "ontology";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        // A servlet can stand for a path and for what lies below, but not for all endings of a path.
        builder.addFilter("/*", new OntologyFilter());
    }

    private final class OntologyFilter implements Filter {
        @Override
        public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest request = (HttpServletRequest) anyRequest;
            String path = request.getRequestURI();
            if (!path.matches(PATH + "([./].*)?")) {
                chain.doFilter(anyRequest, anyResponse);
                return;
            }
            if (request.getMethod().equals("POST")) {
                ((HttpServletResponse) anyResponse).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
            Reply reply = new Reply(request, (HttpServletResponse) anyResponse);
            try {
                if (isNamed(path)) {
                    // A version of the ontology, or a part of it with terms of its own: what there is of it is the
                    // ontology.
                    reply.redirect(HttpServletResponse.SC_SEE_OTHER, PATH);
                    return;
                }
                answer(path.substring(PATH.length()), request, reply);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private static OntologyReference reference(Served now) {
            return now.once(OntologyReference.class, snapshot -> OntologyReference.of(snapshot, now.labels()));
        }

        /** Whether the ontology has an IRI of this path, or terms in a namespace of it. */
        private boolean isNamed(String path) {
            String iri = Iris.BASE + path.substring(1);
            return path.startsWith(PATH + "/")
                    && reference(served.get()).graph().stream()
                            .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                            .anyMatch(node -> node.isURI()
                                    && (node.getURI().equals(iri)
                                            || node.getURI().startsWith(iri + "#")));
        }

        private void answer(String rest, HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            OntologyReference reference = reference(now);
            Optional<AnswerFormat> format =
                    rest.isEmpty() || !FORMS.ending(rest).isEmpty()
                            ? FORMS.choose(FORMS.ending(rest), request, reply)
                            : Optional.of(format(rest, reference));
            if (format.isPresent()) {
                reply.answer(
                        new Result.Triples(reference.graph()),
                        format.get(),
                        now.snapshot().version());
            } else {
                reply.page("ontology/page.jte", Map.of("reference", reference), now.snapshot());
            }
        }

        private static AnswerFormat format(String rest, OntologyReference reference) throws Refusal {
            if (rest.startsWith("/")) {
                String term = rest.substring(1);
                String hint = Nearest.of(term, reference.in(Language.EN).names()).stream()
                        .map(name -> PATH + "#" + name)
                        .collect(Collectors.joining(", "));
                throw new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "there is nothing at " + PATH + rest,
                        hint.isEmpty() ? "all terms stand at " + PATH : "did you mean " + hint + "?");
            }
            String ending = rest.substring(1);
            List<String> endings =
                    Forms.GRAPHS.stream().map(AnswerFormat::label).toList();
            return AnswerFormat.of(ending)
                    .filter(AnswerFormat::forGraphs)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.NOT_FOUND,
                            "the ontology has no format '" + ending + "'",
                            FormatNames.hint(ending, endings)));
        }
    }
}
