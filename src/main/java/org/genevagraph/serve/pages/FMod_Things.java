package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.Slice;
import org.genevagraph.page.answers.ComparePage;
import org.genevagraph.page.answers.FindingsAbout;
import org.genevagraph.page.around.Around;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.page.compact.Names;
import org.genevagraph.page.dataset.KindList;
import org.genevagraph.page.dataset.ThingList;
import org.genevagraph.page.facts.StatementPage;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.page.matrix.Strip;
import org.genevagraph.page.questions.QuestionsAbout;
import org.genevagraph.page.things.Brought;
import org.genevagraph.page.things.Description;
import org.genevagraph.page.things.GroupPage;
import org.genevagraph.page.things.SchemaOrg;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.ThingReader;
import org.genevagraph.page.things.sections.Group;
import org.genevagraph.page.views.Facet;
import org.genevagraph.page.views.Place;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.RowFilter;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Paging;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.Iris;

/** A page and RDF for every thing at the path of its own IRI, and for every kind a list of its things. */
public final class FMod_Things implements FusekiModule {
    private static final Forms FORMS = new Forms("a thing", Forms.GRAPHS, true);
    private static final Forms LISTS = new Forms("a list of things", Forms.LISTS, true);

    /** Kinds of which there are so many that a list would help nobody, with what to do instead. */
    private static final Map<String, String> UNLISTED = Map.of(
            "statement", "ask /queries/why for those about a thing",
            "passage", "begin at its document, in /id/document");

    /** The parameter of a document's page that leads to one of its paragraphs. */
    private static final String PARAGRAPH = "paragraph";

    private final Supplier<Served> served;

    public FMod_Things(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "things";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet("/id", new ThingServlet());
        builder.addServlet("/id/*", new ThingServlet());
        for (AnswerFormat format : LISTS.formats()) {
            builder.addServlet("/id." + format.label(), new ThingServlet());
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ThingServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            // The path of the list of kinds with an ending is a servlet's own, not one below it.
            String path = Optional.ofNullable(request.getPathInfo())
                    .map(below -> below.substring(1))
                    .orElseGet(() -> request.getServletPath().substring("/id".length()));
            int slash = path.indexOf('/');
            String kind = slash < 0 ? path : path.substring(0, slash);
            String slug = slash < 0 ? "" : path.substring(slash + 1);
            try {
                if (slug.isEmpty()) {
                    list(kind, request, reply);
                } else {
                    find(kind, slug, request, reply);
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal, near(refusal, kind, reply));
            }
        }

        /** The things that may be meant by a name that is none, or by one that several have; of a kind that is none, the kinds. */
        private List<Link> near(Refusal refusal, String kind, Reply reply) {
            Wording words = served.get().words(reply.language());
            List<KindPage.Count> kinds = KindPage.counts(words);
            if (!kind.isEmpty()
                    && kinds.stream().noneMatch(count -> count.kind().equals(kind))) {
                List<String> meant = refusal.choices().map(Refusal.Choices::ids).orElse(List.of());
                return meant.isEmpty()
                        ? called(kind).stream().map(words::link).toList()
                        : kinds.stream()
                                .filter(count -> meant.contains(count.kind()))
                                .map(KindPage.Count::type)
                                .sorted(Comparator.comparing(Link::name, new NaturalOrder()))
                                .toList();
            }
            return refusal.fault().map(Refusal.Fault::instead).orElse(List.of()).stream()
                    .map(slug -> words.link(node(kind, slug)))
                    .toList();
        }

        private void list(String path, HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            String ending = LISTS.ending(path);
            String kind = path.substring(0, path.length() - (ending.isEmpty() ? 0 : ending.length() + 1));
            if (UNLISTED.containsKey(kind)) {
                throw new Refusal(Refusal.Reason.NOT_FOUND, "there is no list of every " + kind, UNLISTED.get(kind));
            }
            Wording words = now.words(reply.language());
            List<Node> things = KindPage.things(words.facts(), kind);
            if (!kind.isEmpty() && things.isEmpty()) {
                throw unknownKind(words, kind);
            }
            Optional<AnswerFormat> format = LISTS.choose(ending, request, reply);
            if (kind.isEmpty()) {
                kinds(now, words, format, reply);
                return;
            }
            Result.Rows all = ThingList.rows(words.facts(), things);
            RowFilter filter = RowFilter.take(
                    "the things of a list", ThingList.facets(), Parameters.of(request, RowFilter::isFacet));
            Result.Rows wanted = (Result.Rows) filter.of(all);
            String place = new Place("/id/" + kind, "", filter.wanted()).address();
            if (format.isPresent()) {
                Result listed = format.get().forRows()
                        ? wanted
                        : ThingList.graph(words.facts(), place.substring("/id/".length()), ThingList.things(wanted));
                reply.answer(listed, format.get(), now.snapshot().version());
                return;
            }
            LISTS.announce("/id/" + kind, place.substring(("/id/" + kind).length()), reply);
            Site site = reply.site(now.snapshot());
            reply.page(
                    "thing/kind.jte",
                    Map.of(
                            "page",
                            KindPage.of(
                                    words,
                                    kind,
                                    ThingList.things(wanted),
                                    Paging.take(Parameters.of(request, Slice.OFFSET::equals))
                                            .offset(),
                                    place),
                            "facets",
                            Facet.of(
                                    ThingList.facets(),
                                    all.rows(),
                                    new Place("/id/" + kind, "", filter.wanted()),
                                    (row, facet, value) -> ThingList.name(words, row, facet, value),
                                    site),
                            "all",
                            all.rows().size(),
                            "place",
                            place),
                    now.snapshot());
        }

        private void kinds(Served now, Wording words, Optional<AnswerFormat> format, Reply reply)
                throws IOException, Refusal {
            if (format.isEmpty()) {
                reply.page("thing/kinds.jte", Map.of("kinds", KindPage.counts(words)), now.snapshot());
                return;
            }
            // As data they are the same in every language.
            List<KindPage.Count> counts = KindPage.counts(now.words(Language.EN));
            reply.answer(
                    format.get().forRows() ? KindList.rows(counts) : KindList.graph(counts),
                    format.get(),
                    now.snapshot().version());
        }

        private Refusal unknownKind(Wording words, String kind) {
            List<String> kinds =
                    KindPage.counts(words).stream().map(KindPage.Count::kind).toList();
            Optional<Node> thing = Nearest.of(kind, kinds).isEmpty() ? called(kind) : Optional.empty();
            String cause = "there is no kind of thing '" + kind + "'";
            return thing.isPresent()
                    ? new Refusal(
                            Refusal.Reason.NOT_FOUND,
                            cause,
                            "did you mean " + Paths.of(thing.get().getURI()) + "?")
                    : Refusal.noneOf(Refusal.Reason.NOT_FOUND, cause, "kind", kind, kinds, "kinds are");
        }

        /** The thing that stands where its kind should: {@code /id/gcsp}. */
        private Optional<Node> called(String kind) {
            return served.get().runner().things().meant(kind, SearchIndex.KINDS);
        }

        private void find(String kind, String slug, HttpServletRequest request, Reply reply)
                throws IOException, Refusal {
            Served now = served.get();
            Graph graph = now.snapshot().dataset().getDefaultGraph();
            String ending = isKnown(graph, kind, slug) ? "" : FORMS.ending(slug);
            String name = slug.substring(0, slug.length() - (ending.isEmpty() ? 0 : ending.length() + 1));
            if (!isKnown(graph, kind, name)) {
                Wording words = now.words(reply.language());
                if (KindPage.counts(words).stream()
                        .noneMatch(count -> count.kind().equals(kind))) {
                    throw unknownKind(words, kind);
                }
                redirect(now, kind, name, ending, request, reply);
                return;
            }
            Node thing = node(kind, name);
            Optional<Node> successor = new FactGraph(graph).one(thing, DCTerms.isReplacedBy.asNode());
            if (successor.isPresent()) {
                to(successor.get(), ending, HttpServletResponse.SC_MOVED_PERMANENTLY, request, reply);
                return;
            }
            String paragraph = request.getParameter(PARAGRAPH);
            if (kind.equals("document") && paragraph != null) {
                reply.redirect(HttpServletResponse.SC_FOUND, paragraph(graph, name, paragraph, request));
                return;
            }
            Optional<AnswerFormat> format = FORMS.choose(ending, request, reply);
            if (format.isPresent()) {
                Result description = new Result.Triples(Description.of(graph, thing));
                reply.answer(description, format.get(), now.snapshot().version());
            } else {
                page(now, thing, new Iris.Id(kind, name), request, reply);
            }
        }

        private void page(Served now, Node thing, Iris.Id id, HttpServletRequest request, Reply reply)
                throws IOException, Refusal {
            FORMS.announce(Paths.of(thing.getURI()), reply);
            Wording words = now.words(reply.language());
            if (id.kind().equals("statement")) {
                StatementPage page =
                        StatementPage.of(words, thing, now.snapshot().places().getOrDefault(thing, ""));
                reply.page("thing/statement.jte", Map.of("page", page), now.snapshot());
                return;
            }
            Site site = reply.site(now.snapshot());
            ThingReader reader = ThingReader.of(now.snapshot(), words);
            ThingPage page = reader.page(thing, id);
            String part = Parameters.first(request, GroupPage.PART).orElse("");
            int offset = part.isEmpty()
                    ? 0
                    : Paging.take(Parameters.of(request, Slice.OFFSET::equals)).offset();
            if (part.equals(Brought.PART)) {
                reply.page(
                        "thing/brought-all.jte",
                        Map.of("title", page.title(), "page", reader.brought(thing, offset)),
                        now.snapshot());
                return;
            }
            Optional<Group> group = page.group(part);
            if (group.isPresent()) {
                reply.page(
                        "thing/part.jte",
                        Map.of("page", GroupPage.of(page.title(), group.get(), offset)),
                        now.snapshot());
                return;
            }
            String structured = new SchemaOrg(
                            new FactGraph(now.snapshot().dataset().getDefaultGraph()), words)
                    .of(thing, page.title(), page.sources());
            QuestionsAbout questions = QuestionsAbout.of(
                    thing, now.snapshot().dataset().getDefaultGraph(), now.catalogue(), site, now.pickLists());
            List<Link> findings = now.once(FindingsAbout.class, any -> new FindingsAbout())
                    .of(thing, now.catalogue(), site, now.answerSources());
            reply.page(
                    "thing/page.jte",
                    Map.of(
                            "page",
                            page,
                            "structured",
                            structured,
                            "questions",
                            questions,
                            "findings",
                            findings,
                            "compare",
                            ComparePage.with(thing, now.pickLists()),
                            "around",
                            Around.of(page, now.pickLists().spoken(thing, site), site),
                            "strips",
                            Strip.of(thing, new Names(now.once(Compact.class, Compact::of), now.labels(), site))),
                    now.snapshot());
        }
    }

    /** Where a paragraph of a document stands, however its number is written: {@code 72(l)}, {@code 72 l)}, {@code 72.l}, {@code para. 72}. */
    private static String paragraph(Graph graph, String document, String written, HttpServletRequest request) {
        String number = written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(paragraphs?|paragraphe|para|par|§|no|n°)\\.?\\s*", "")
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("(?<=\\d)(?=[a-z])", ".")
                .replaceAll("^\\.|\\.$", "");
        String language = request.getParameter(Site.LANGUAGE_PARAMETER);
        String chosen = language == null ? "" : "?" + Site.LANGUAGE_PARAMETER + "=" + Paths.encoded(language);
        return isKnown(graph, "passage", document + "/" + number)
                ? "/id/passage/" + document + "/" + number + chosen
                : "/id/document/" + document + chosen + "#passages";
    }

    private static Node node(String kind, String slug) {
        return NodeFactory.createURI(Iris.BASE + "id/" + kind + "/" + slug);
    }

    private static boolean isKnown(Graph graph, String kind, String slug) {
        return graph.contains(node(kind, slug), Node.ANY, Node.ANY);
    }

    /** Leads from another name of a thing, such as its acronym, to its own path. */
    private static void redirect(
            Served now, String kind, String name, String ending, HttpServletRequest request, Reply reply)
            throws IOException, Refusal {
        Node meant = now.runner().things().find(name, List.of(kind));
        to(meant, ending, HttpServletResponse.SC_FOUND, request, reply);
    }

    private static void to(Node thing, String ending, int status, HttpServletRequest request, Reply reply) {
        String path = Paths.of(thing.getURI()) + (ending.isEmpty() ? "" : "." + ending);
        reply.redirect(status, request.getQueryString() == null ? path : path + "?" + request.getQueryString());
    }
}
