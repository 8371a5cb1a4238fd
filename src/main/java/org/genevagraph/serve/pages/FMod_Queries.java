package org.genevagraph.serve.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Paths;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.Site;
import org.genevagraph.page.answers.AnswerPage;
import org.genevagraph.page.answers.TakeAway;
import org.genevagraph.page.questions.AskForm;
import org.genevagraph.page.questions.QuestionsPage;
import org.genevagraph.page.views.Place;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.RowFilter;
import org.genevagraph.query.answer.SafeCells;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.description.CatalogueGraph;
import org.genevagraph.query.description.CatalogueJson;
import org.genevagraph.query.description.OpenApi;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Paging;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.FormatNames;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;

/** The catalogue at {@code /queries} and the canned queries below it, each with its formats as endings. */
public final class FMod_Queries implements FusekiModule {
    private static final String SOURCE = "rq";
    private static final String SOURCE_TYPE = "application/sparql-query";
    private static final String PAGE = "html";

    private final Supplier<Served> served;

    public FMod_Queries(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet("/queries", new QueriesServlet());
        builder.addServlet("/queries/*", new QueriesServlet());
        builder.addServlet("/openapi.json", new OpenApiServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class QueriesServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response);
        }

        /** Parameters can be longer than an address. */
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            if (request.getPathInfo() == null) {
                super.doPost(request, response);
            } else {
                answer(request, response);
            }
        }

        private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                String path = request.getPathInfo();
                if (path == null) {
                    catalogue(reply);
                } else {
                    query(path.substring(1), request, response, reply);
                }
            } catch (Refusal refusal) {
                reply.refuse(
                        refusal,
                        refusal.choices()
                                .map(choices -> instead(choices, request, reply))
                                .orElse(List.of()));
            }
        }

        /** The questions that may be meant by a name that is none; the views of an answer that has no such view. */
        private List<Link> instead(Refusal.Choices choices, HttpServletRequest request, Reply reply) {
            Language language = reply.language();
            if (choices.of().equals(Place.VIEW)) {
                String others = request.getParameterMap().entrySet().stream()
                        .filter(one ->
                                !Set.of(Place.VIEW, Site.LANGUAGE_PARAMETER).contains(one.getKey()))
                        .map(one -> one.getKey() + "=" + Paths.encoded(one.getValue()[0]) + "&")
                        .collect(Collectors.joining());
                return ProblemLinks.of(
                        choices,
                        request.getServletPath() + request.getPathInfo() + "?" + others + Place.VIEW + "=",
                        view -> Messages.text(language, "answer.view-" + view));
            }
            if (!choices.near()) {
                return List.of(new Link(Messages.text(language, "ask.all"), "/queries"));
            }
            Map<String, QueryFile> queries = served.get().catalogue().all().stream()
                    .collect(Collectors.toMap(QueryFile::name, Function.identity()));
            return ProblemLinks.of(
                    choices,
                    "/queries/",
                    name -> queries.get(name).words(language.tag()).summary());
        }

        private void catalogue(Reply reply) throws IOException, Refusal {
            Served now = served.get();
            String version = now.snapshot().version();
            List<String> types = new ArrayList<>(List.of(Reply.JSON_TYPE, Negotiation.HTML));
            Forms.GRAPHS.forEach(format -> types.add(format.mediaType()));
            String type = reply.chooseOrRefuse("the catalogue", types);
            Optional<AnswerFormat> graph = Forms.GRAPHS.stream()
                    .filter(format -> format.mediaType().equals(type))
                    .findFirst();
            if (graph.isPresent()) {
                reply.answer(new Result.Triples(CatalogueGraph.of(now.catalogue())), graph.get(), version);
            } else if (type.equals(Negotiation.HTML)) {
                Site site = reply.site(now.snapshot());
                reply.page(
                        "site/queries.jte",
                        Map.of("page", QuestionsPage.of(now.catalogue(), site, now.pickLists())),
                        now.snapshot());
            } else {
                reply.json(CatalogueJson.of(now.catalogue()), version);
            }
        }

        private void query(String path, HttpServletRequest request, HttpServletResponse response, Reply reply)
                throws IOException, Refusal {
            int dot = path.lastIndexOf('.');
            Served now = served.get();
            QueryFile query = now.catalogue().find(dot < 0 ? path : path.substring(0, dot));
            String version = now.snapshot().version();
            String ending = dot < 0 ? negotiated(query, reply) : path.substring(dot + 1);
            if (ending.equals(SOURCE)) {
                reply.versioned(query.text().getBytes(StandardCharsets.UTF_8), SOURCE_TYPE, version);
                return;
            }
            Optional<AnswerFormat> format = AnswerFormat.of(ending);
            if (format.isEmpty() && !ending.equals(PAGE)) {
                throw unknownFormat(query, ending);
            }
            if (ending.equals(PAGE)) {
                page(query, request, response, reply, now);
                return;
            }
            Map<String, String> parameters = Parameters.of(request);
            Paging paging = Paging.take(parameters);
            parameters.remove(Place.VIEW);
            boolean safe = SafeCells.take(parameters);
            RowFilter filter = RowFilter.take(query, parameters);
            Answer all = now.runner().run(query, parameters);
            Answer answer = all.with(filter.of(all.result()));
            tellNote(answer, response);
            Result part = paging.of(answer.result(), request, response);
            reply.answer(answer.with(safe ? SafeCells.of(part, format.get()) : part), format.get(), now.snapshot());
        }

        private void page(
                QueryFile query, HttpServletRequest request, HttpServletResponse response, Reply reply, Served now)
                throws IOException, Refusal {
            Site site = reply.site(now.snapshot());
            Map<String, String> parameters = Parameters.of(request);
            // Pages have no cells that could be run.
            parameters.remove(SafeCells.PARAMETER);
            RowFilter filter = RowFilter.take(query, parameters);
            String view = parameters.getOrDefault(Place.VIEW, "").strip();
            parameters.remove(Place.VIEW);
            Map<String, Object> values = new HashMap<>();
            values.put("lists", now.pickLists());
            if (isOnlyBegun(query, parameters, now) && (parameters.isEmpty() || reply.toBrowser())) {
                values.put("form", AskForm.begun(query, parameters, site, now.pickLists()));
                reply.page("site/query.jte", values, now.snapshot());
                return;
            }
            Paging paging = Paging.take(parameters);
            Answer answer;
            try {
                answer = now.runner().run(query, parameters);
            } catch (Refusal refusal) {
                if (refusal.fault().isEmpty() || !reply.toBrowser()) {
                    throw refusal;
                }
                values.put(
                        "form",
                        AskForm.refused(
                                query,
                                parameters,
                                refusal.fault().get(),
                                now.runner().parameters(),
                                site,
                                now.pickLists()));
                reply.page(HttpServletResponse.SC_BAD_REQUEST, "site/query.jte", values, now.snapshot());
                return;
            }
            tellNote(answer, response);
            TakeAway takeAway =
                    TakeAway.of(answer, Address.of(request), now.runner().text(query, parameters), now.pickLists());
            AnswerPage page = AnswerPage.of(
                    answer,
                    new AnswerPage.Wish(view, filter, paging.offset(), paging.isWhole() ? 0 : paging.limit()),
                    takeAway,
                    site,
                    now.answerSources());
            new Paging(Math.max(1, page.last() - page.first() + 1), paging.offset())
                    .of(filter.of(answer.result()), request, response);
            values.put("form", AskForm.answered(query, answer.values(), site, now.pickLists()));
            values.put("page", page);
            reply.page("site/query.jte", values, now.snapshot());
        }

        /** Whether something that the question needs was not asked for yet, and nothing is wrong with the rest. */
        private static boolean isOnlyBegun(QueryFile query, Map<String, String> parameters, Served now) {
            List<String> known =
                    query.parameters().stream().map(Parameter::name).toList();
            return query.parameters().stream()
                            .anyMatch(parameter -> parameter.isNeeded() && !parameters.containsKey(parameter.name()))
                    && known.containsAll(parameters.keySet())
                    && now.runner().parameters().faults(query, parameters).keySet().stream()
                            .noneMatch(parameters::containsKey);
        }

        private static void tellNote(Answer answer, HttpServletResponse response) {
            if (!answer.note().isEmpty()) {
                response.setHeader("X-Answer-Note", headerText(answer.note()));
            }
        }

        private String negotiated(QueryFile query, Reply reply) throws Refusal {
            List<AnswerFormat> formats = AnswerFormat.fitting(query);
            List<String> types = new ArrayList<>(
                    formats.stream().map(AnswerFormat::mediaType).toList());
            types.add(Negotiation.HTML);
            types.add(SOURCE_TYPE);
            String type = reply.chooseOrRefuse("an answer of this query", types);
            return switch (type) {
                case Negotiation.HTML -> PAGE;
                case SOURCE_TYPE -> SOURCE;
                default -> formats.get(types.indexOf(type)).label();
            };
        }

        private static Refusal unknownFormat(QueryFile query, String ending) {
            List<String> endings = new ArrayList<>(AnswerFormat.fitting(query).stream()
                    .map(AnswerFormat::label)
                    .toList());
            endings.add(PAGE);
            endings.add(SOURCE);
            return new Refusal(
                    Refusal.Reason.NOT_FOUND, "there is no format '" + ending + "'", FormatNames.hint(ending, endings));
        }

        /** Headers are ASCII; everything else in them is told by its code. */
        private static String headerText(String text) {
            StringBuilder ascii = new StringBuilder();
            text.codePoints().forEach(c -> {
                if (c >= ' ' && c < 127) {
                    ascii.appendCodePoint(c);
                } else {
                    ascii.append(String.format("\\u%04X", c));
                }
            });
            return ascii.toString();
        }
    }

    /** The description of the queries for programs. */
    @SuppressWarnings("serial") // Never serialized.
    private final class OpenApiServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse("the description of the queries", List.of(Reply.JSON_TYPE));
                Served now = served.get();
                String version = now.snapshot().version();
                reply.json(OpenApi.of(now.catalogue(), version, Address.of(request)), version);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }
}
