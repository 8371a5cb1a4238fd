package org.genevagraph.serve.contribute;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.contribute.ProposalForm;
import org.genevagraph.page.contribute.ProposalPage;
import org.genevagraph.page.imprint.Imprint;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.traffic.Attempts;
import org.genevagraph.serve.traffic.Clients;
import org.genevagraph.watch.TimeLimit;

/**
 * Takes proposals of readers at {@code /contribute}, if the operator wants that. A proposal is put into a folder and changes no fact, so that a
 * form that a page of somebody else makes a browser send can do no more than that. Of the sender nothing is kept.
 */
public final class FMod_Contribute implements FusekiModule {
    private static final String FILED = "filed/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Duration WHILE = Duration.ofHours(1);
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_OF_ALL = 300;
    private static final String ALL = "all";

    private final Supplier<Served> served;
    private final Attempts ofOne = new Attempts(MOST_OF_ONE, WHILE, System::nanoTime);
    private final Attempts ofAll = new Attempts(MOST_OF_ALL, WHILE, System::nanoTime);

    public FMod_Contribute(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "contribute";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(ProposalPage.PATH, new ContributeServlet());
        builder.addServlet(ProposalPage.PATH + "/*", new ContributeServlet());
    }

    /** Lets the browser say to this server, and to no other, from which page a form is sent; without that it says nothing that can be trusted. */
    public static void tellOrigin(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "same-origin");
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ContributeServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse("the form", List.of(Negotiation.HTML));
                Served now = served.get();
                String path = rest(request);
                if (path.isEmpty()) {
                    reply.page(
                            "contribute/index.jte", Map.of("open", now.inbox().isPresent()), now.snapshot());
                    return;
                }
                inbox(now);
                if (path.startsWith(FILED)
                        && ID.matcher(path.substring(FILED.length())).matches()) {
                    String back = Parameters.first(request, Imprint.ABOUT)
                            .flatMap(Imprint::page)
                            .orElse("");
                    reply.page(
                            "contribute/filed.jte",
                            Map.of("id", path.substring(FILED.length()), "back", back, "imprint", now.imprint()),
                            now.snapshot());
                    return;
                }
                ProposalForm form = form(path);
                tellOrigin(response);
                Site site = reply.site(now.snapshot());
                reply.page(
                        "contribute/form.jte",
                        Map.of("page", ProposalPage.begun(form, given(form, request), now.offered(), site)),
                        now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            if (rest(request).isEmpty()) {
                super.doPost(request, response);
                return;
            }
            Reply reply = new Reply(request, response);
            try {
                Served now = served.get();
                Inbox inbox = inbox(now);
                ProposalForm form = form(rest(request));
                if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
                    throw new Refusal(
                            Refusal.Reason.FORBIDDEN,
                            "the form was sent by a page of another site",
                            "open " + form.path() + " here, and send its form");
                }
                Site site = reply.site(now.snapshot());
                Optional<String> draft = Parameters.first(request, ProposalPage.DRAFT);
                Map<String, String> given = given(form, request);
                ProposalPage page = draft.isPresent() && !draft.get().equals(ProposalPage.CHECKED)
                        ? ProposalPage.begun(form, given, now.offered(), site)
                        : ProposalPage.sent(form, given, now.pickLists(), now.offered(), site);
                if (draft.isPresent() || !page.faults().isEmpty()) {
                    tellOrigin(response);
                    int status = page.faults().isEmpty() ? HttpServletResponse.SC_OK : UNPROCESSABLE;
                    reply.page(status, "contribute/form.jte", Map.of("page", page), now.snapshot());
                    return;
                }
                put(page, inbox, now, request, response, reply);
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private void put(
                ProposalPage page,
                Inbox inbox,
                Served now,
                HttpServletRequest request,
                HttpServletResponse response,
                Reply reply)
                throws IOException {
            String network = String.valueOf(Clients.network(Arrival.of(request).client()));
            if (!ofOne.take(network) || !ofAll.take(ALL)) {
                response.setIntHeader("Retry-After", (int) WHILE.toSeconds());
                reply.problem(
                        TOO_MANY_REQUESTS,
                        "too many proposals have come within an hour",
                        "keep yours, and send it in " + TimeLimit.inWords(WHILE));
                return;
            }
            Contribution contribution = page.contribution(
                    now.pickLists(),
                    now.offered(),
                    now.snapshot().version(),
                    LocalDate.now(Clock.systemUTC()).toString());
            boolean there;
            try {
                there = inbox.put(contribution);
            } catch (IOException e) {
                // What the system says of its disk is for whoever runs the server.
                there = false;
            }
            if (there) {
                reply.redirect(
                        SEE_OTHER, ProposalPage.PATH + "/" + FILED + contribution.id() + asked(contribution, request));
            } else {
                reply.problem(
                        INSUFFICIENT_STORAGE,
                        "there is no room for further proposals; yours was not kept",
                        "keep it, and send it when those that wait have been looked at");
            }
        }

        /** What leads from the thanks back to the page that the proposal is about, in the language that the reader chose. */
        private static String asked(Contribution contribution, HttpServletRequest request) {
            List<String> asked = new ArrayList<>();
            Imprint.page(contribution.about())
                    .ifPresent(about -> asked.add(Imprint.ABOUT + "=" + Paths.encoded(about)));
            Parameters.first(request, Site.LANGUAGE_PARAMETER)
                    .ifPresent(language -> asked.add(Site.LANGUAGE_PARAMETER + "=" + Paths.encoded(language)));
            return asked.isEmpty() ? "" : "?" + String.join("&", asked);
        }

        private static String rest(HttpServletRequest request) {
            String path = request.getPathInfo();
            return path == null ? "" : path.substring(1);
        }

        private static Inbox inbox(Served now) throws Refusal {
            return now.inbox()
                    .orElseThrow(
                            () -> new Refusal(
                                    Refusal.Reason.NOT_FOUND,
                                    "this server takes no proposals by form: whoever runs it has not set --contribute",
                                    "report an error as /imprint says, or propose a change of the tables; see /docs/contribute"));
        }

        private static ProposalForm form(String path) throws Refusal {
            Optional<ProposalForm> form = ProposalForm.of(path);
            return form.orElseThrow(() ->
                    new Refusal(Refusal.Reason.NOT_FOUND, "there is no such form", "take one of " + ProposalPage.PATH));
        }

        private static Map<String, String> given(ProposalForm form, HttpServletRequest request) {
            Map<String, String> given = new LinkedHashMap<>();
            for (ProposalForm.Input input : form.inputs()) {
                Parameters.first(request, input.name()).ifPresent(value -> given.put(input.name(), value));
            }
            return given;
        }
    }
}
