package org.genevagraph.serve.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.curate.desk.Checked;
import org.genevagraph.curate.desk.Desk;
import org.genevagraph.curate.desk.DeskTables;
import org.genevagraph.curate.desk.DeskView;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/**
 * The desk at {@code /desk}: a page of forms. What is posted needs the word that only this server's own pages have, and must not come from a
 * page of somebody else; the gate has looked at Host and Origin before.
 */
public final class FMod_Desk implements FusekiModule {
    /** Where it is. */
    public static final String PATH = "/desk";

    private static final String CELL = "cell.";
    private static final String OPEN = "open";
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;

    private final Desk desk;
    private final Supplier<Served> served;
    private final String word = UUID.randomUUID().toString();

    /**
     * For a desk.
     *
     * @param served what is served now, which is what the desk wrote last
     */
    public FMod_Desk(Desk desk, Supplier<Served> served) {
        this.desk = desk;
        this.served = served;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new DeskServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class DeskServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response, () -> {
                String own = request.getParameter(Draft.OWN);
                Optional<Draft> draft = own != null && desk.tables().contains(own)
                        ? Optional.of(new Draft(Draft.OWN, own, cells(own, request), Optional.empty()))
                        : opened(given(request, OPEN));
                show(request, response, HttpServletResponse.SC_OK, draft);
            });
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response, () -> {
                checkOrigin(request);
                String key = given(request, "key");
                String table = given(request, "table");
                DeskView before = desk.look();
                switch (given(request, "action")) {
                    case "accept" -> {
                        Map<String, String> cells = cells(table, request);
                        // Cells may have been changed after the look.
                        boolean seen = DeskTables.digest(table, cells).equals(given(request, "seen"));
                        after(
                                request,
                                response,
                                new Draft(key, table, cells, Optional.of(desk.accept(key, table, cells, seen))),
                                before);
                    }
                    case "check" -> {
                        Map<String, String> cells = cells(table, request);
                        after(
                                request,
                                response,
                                new Draft(key, table, cells, Optional.of(desk.check(key, table, cells))),
                                before);
                    }
                    case "table" -> {
                        Draft draft = new Draft(key, known(table), cells(table, request), Optional.empty());
                        show(request, response, HttpServletResponse.SC_OK, Optional.of(draft));
                    }
                    case "refuse" -> {
                        desk.refuse(key, given(request, "reason"));
                        next(request, response, key, before);
                    }
                    case "undo" -> {
                        desk.undo();
                        back(request, response, before);
                    }
                    default ->
                        throw new Refusal(
                                Refusal.Reason.BAD_REQUEST,
                                "the form does not say what to do",
                                "take one of the buttons of the page");
                }
            });
        }

        /** A reader's proposal with its faults: the one that is asked for, or the first of the page. */
        private Optional<Draft> opened(String key) throws IOException, ProblemException, Refusal {
            Optional<DeskView.Proposal> proposal = key.isEmpty()
                    ? desk.look().all().stream().findFirst()
                    : desk.look().proposal(key);
            Optional<Checked> checked = proposal.isEmpty()
                    ? Optional.empty()
                    : desk.opened(proposal.get().key());
            return checked.map(any -> new Draft(
                    proposal.get().key(), proposal.get().table(), proposal.get().cells(), checked));
        }

        /** Something that a request asks for. */
        private interface Work {
            void run() throws IOException, ProblemException, Refusal;
        }

        private void answer(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
            try {
                work.run();
            } catch (Refusal refusal) {
                refuse(request, response, refusal);
            } catch (ProblemException e) {
                // Somebody changed the tables, and they are wrong now.
                Problem first = e.problems().get(0);
                new Reply(request, response)
                        .problem(
                                HttpServletResponse.SC_CONFLICT,
                                "the tables are not right any more: " + first,
                                "correct them – 'geneva validate' tells all faults – and load the page again");
            }
        }

        /** Whoever works at the desk goes on there, with the row as it was in the form; programs and pages of others get a problem. */
        private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
                throws IOException {
            Reply reply = new Reply(request, response);
            if (!request.getMethod().equals("POST") || !reply.toBrowser() || !isOwn(request)) {
                reply.refuse(refusal);
                return;
            }
            String key = given(request, "key");
            String table = given(request, "table");
            try {
                boolean hasRow = desk.tables().contains(table);
                Optional<Draft> draft = hasRow
                        ? Optional.of(new Draft(key, table, cells(table, request), Optional.empty()))
                        : Optional.empty();
                show(
                        request,
                        response,
                        Reply.status(refusal),
                        draft,
                        Optional.of(new Notice(refusal.getMessage(), refusal.fix())));
            } catch (ProblemException | Refusal e) {
                reply.refuse(refusal);
            }
        }

        private static boolean isOwn(HttpServletRequest request) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }

        /** Browsers say from where a form was sent; and only pages of this server know the word. */
        private void checkOrigin(HttpServletRequest request) throws Refusal {
            boolean knows = MessageDigest.isEqual(
                    word.getBytes(StandardCharsets.UTF_8),
                    given(request, "word").getBytes(StandardCharsets.UTF_8));
            if (!isOwn(request) || !knows) {
                throw new Refusal(
                        Refusal.Reason.FORBIDDEN,
                        "the form was not sent by a page of this desk, or the desk was started anew since",
                        "look at the row again, and send it from here");
            }
        }

        private String known(String table) throws Refusal {
            if (!desk.tables().contains(table)) {
                throw new Refusal(Refusal.Reason.NOT_FOUND, "there is no such table", "take one of the list");
            }
            return table;
        }

        private void after(HttpServletRequest request, HttpServletResponse response, Draft draft, DeskView before)
                throws IOException, ProblemException {
            Checked checked = draft.checked().orElseThrow();
            if (checked.written()) {
                next(request, response, draft.key(), before);
            } else {
                show(
                        request,
                        response,
                        checked.isSound() ? HttpServletResponse.SC_OK : UNPROCESSABLE,
                        Optional.of(draft));
            }
        }

        /** Leads to what stands now where the settled proposal stood. */
        private void next(HttpServletRequest request, HttpServletResponse response, String key, DeskView before)
                throws IOException, ProblemException {
            List<DeskView.Proposal> left = desk.look().all();
            int at = 0;
            while (at < before.all().size() && !before.all().get(at).key().equals(key)) {
                at++;
            }
            int place = Math.min(at, left.size() - 1);
            new Reply(request, response).redirect(SEE_OTHER, place < 0 ? PATH : address(left.get(place)));
        }

        /** Leads to what stands there again. */
        private void back(HttpServletRequest request, HttpServletResponse response, DeskView before)
                throws IOException, ProblemException {
            Optional<DeskView.Proposal> again = desk.look().all().stream()
                    .filter(proposal -> before.proposal(proposal.key()).isEmpty())
                    .findFirst();
            new Reply(request, response)
                    .redirect(SEE_OTHER, again.map(DeskServlet::address).orElse(PATH));
        }

        /** Where a proposal is seen; a reader's with its faults. */
        private static String address(DeskView.Proposal proposal) {
            String opened = proposal.sent().isPresent() ? "?" + OPEN + "=" + proposal.key() : "";
            return PATH + opened + "#p-" + proposal.key();
        }

        private void show(HttpServletRequest request, HttpServletResponse response, int status, Optional<Draft> draft)
                throws IOException, ProblemException {
            Optional<Notice> changed = desk.look().changed().stream()
                    .findFirst()
                    .map(warning -> new Notice(warning.message(), warning.fix()));
            show(request, response, status, draft, changed);
        }

        private void show(
                HttpServletRequest request,
                HttpServletResponse response,
                int status,
                Optional<Draft> draft,
                Optional<Notice> notice)
                throws IOException, ProblemException {
            Map<String, Object> values = new HashMap<>();
            Reply reply = new Reply(request, response);
            values.put("view", desk.look());
            values.put("tables", desk.tables());
            values.put("word", word);
            values.put("draft", draft.orElse(null));
            values.put(
                    "told",
                    draft.flatMap(Draft::checked)
                            .map(checked -> ToldFact.of(checked, served.get(), reply.language()))
                            .orElse(List.of()));
            values.put("notice", notice.orElse(null));
            values.put(
                    "asked",
                    request.getMethod().equals("POST") || !given(request, OPEN).isEmpty());
            // A page without referrer has its forms sent with the origin null, as pages of others may have.
            response.setHeader("Referrer-Policy", "same-origin");
            reply.page(status, "desk/page.jte", values, desk.snapshot());
        }

        private Map<String, String> cells(String table, HttpServletRequest request) throws Refusal {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String column : DeskTables.columns(known(table))) {
                cells.put(column, given(request, CELL + column));
            }
            return cells;
        }

        private static String given(HttpServletRequest request, String name) {
            return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        }
    }
}
