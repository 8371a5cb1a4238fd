package org.genevagraph.query.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries that nothing inside a process can stop are stopped by ending their process, and the next query does not notice. */
@Alone
class WorkerPoolTest {
    private static final String ENDLESS = "SELECT (SUM(IF(REGEX(\"" + "x".repeat(40)
            + "!\", \"^((x?)*)*(((x?)*)*)*((x*)*)*y$\"), 1, 0)) AS ?n) { ?a ?b ?c }";

    private static final Limits SHORT = Limits.STANDARD.withTime(Duration.ofSeconds(3));

    private final WorkerPool pool = new WorkerPool(
            Mini.snapshot(), new Places(1, Duration.ofMillis(500), 1, 1, Duration.ofMillis(200), 128, 0));

    @AfterEach
    void retire() {
        pool.retire();
    }

    @Test
    void aWorkerThatDoesNotStopIsKilledAndReplaced() throws IOException, Refusal, InterruptedException {
        assertEquals("true", said("ASK {}"));
        ProcessHandle first = onlyWorker();
        // Whatever a query does that nothing inside can stop, a process that is halted is no better.
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", Long.toString(first.pid()))
                        .start()
                        .waitFor());
        Limits quick = Limits.STANDARD.withTime(Duration.ofMillis(400));
        Refusal refusal = assertThrows(Refusal.class, () -> said("ASK {}", quick));
        assertEquals(Refusal.Reason.OVER_LIMIT, refusal.reason());
        assertTrue(refusal.getMessage().contains("more time than 0.4 s"), refusal::getMessage);
        first.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals("true", said("ASK {}"));
        assertTrue(onlyWorker().pid() != first.pid());
    }

    @Test
    void memoryIsTheWorkersOwnAndItsLimitIsTold() throws IOException, Refusal {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> said(
                        "SELECT * { { SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?c), STR(?f)); separator=\""
                                + "x".repeat(20_000) + "\") AS ?n) { ?a ?b ?c . ?d ?e ?f } } }",
                        Limits.STANDARD));
        assertEquals(Refusal.Reason.TOO_LARGE, refusal.reason());
        assertTrue(
                refusal.getMessage().contains("memory") || refusal.getMessage().contains("characters"),
                refusal::getMessage);
        assertEquals("true", said("ASK {}"));
    }

    @Test
    void aWorkerThatDiesBetweenTwoQueriesIsNotNoticed() throws IOException, Refusal {
        said("ASK {}");
        ProcessHandle worker = onlyWorker();
        worker.destroyForcibly();
        worker.onExit().join();
        assertEquals("true", said("ASK {}"));
    }

    @Test
    void shortQueriesDoNotWaitForLongOnes() throws IOException, Refusal, InterruptedException {
        CompletableFuture<String> endless = asking(ENDLESS, Limits.STANDARD.withTime(Duration.ofMinutes(5)));
        // It has left the quick lane when a second process is there.
        waitUntil(() -> WorkerPool.processes().size() == 2);
        for (int i = 0; i < 5; i++) {
            assertEquals("true", said("ASK {}"));
        }
        assertFalse(endless.isDone());
        pool.stop(Duration.ZERO);
        assertEquals("BUSY the server stops", endless.join());
    }

    @Test
    void whatWaitsWhenTheServerStopsIsToldSo() throws InterruptedException, IOException, Refusal {
        Limits quick = Limits.STANDARD.withTime(Duration.ofMillis(500));
        WorkerPool patient = new WorkerPool(
                Mini.snapshot(), new Places(1, Duration.ofMillis(500), 1, 1, Duration.ofMinutes(5), 128, 0));
        try {
            said(patient, "ASK {}", Limits.STANDARD);
            ProcessHandle worker = onlyWorker();
            new ProcessBuilder("kill", "-STOP", Long.toString(worker.pid()))
                    .start()
                    .waitFor();
            CompletableFuture<String> first = asking(patient, "ASK {}", quick);
            CompletableFuture<String> second = asking(patient, "ASK {}", quick);
            patient.stop(Duration.ofMinutes(5));
            List<String> told = List.of(first.join(), second.join());
            assertTrue(
                    told.stream().allMatch(line -> line.startsWith("OVER_LIMIT") || line.startsWith("BUSY")),
                    told::toString);
        } finally {
            patient.retire();
        }
    }

    @Test
    void aWorkerIsReadyBeforeTheFirstQueryAndSignalsToTheGroupDoNotEndIt()
            throws IOException, Refusal, InterruptedException {
        pool.prepare();
        waitUntil(() -> WorkerPool.processes().size() == 2);
        Set<Long> ready = Set.copyOf(WorkerPool.processes());
        for (long pid : ready) {
            for (String signal : List.of("-TERM", "-INT", "-HUP")) {
                assertEquals(
                        0,
                        new ProcessBuilder("kill", signal, Long.toString(pid))
                                .start()
                                .waitFor());
            }
        }
        assertEquals("true", said("ASK {}"));
        assertEquals(ready, Set.copyOf(WorkerPool.processes()));
    }

    private CompletableFuture<String> asking(String query, Limits limits) {
        return asking(pool, query, limits);
    }

    private static CompletableFuture<String> asking(WorkerPool pool, String query, Limits limits) {
        CompletableFuture<String> told = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        told.complete(said(pool, query, limits));
                    } catch (Refusal refusal) {
                        told.complete(refusal.reason() + " " + refusal.getMessage());
                    } catch (IOException | RuntimeException e) {
                        told.completeExceptionally(e);
                    }
                })
                .start();
        return told;
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it takes for ever");
            Thread.sleep(20);
        }
    }

    @Test
    void whoFindsNoPlaceIsToldSo() throws InterruptedException, IOException, Refusal {
        said("ASK {}");
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return said(ENDLESS);
                } catch (Refusal refusal) {
                    return refusal.getMessage();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        List<String> told = all.stream().map(CompletableFuture::join).toList();
        assertTrue(told.contains("all 1 places for queries are taken"), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.contains("more time than")), told::toString);
    }

    @Test
    void anAnswerThroughTheWorkerIsTheAnswer() throws IOException, Refusal {
        ForeignQueries here = new ForeignRun(Mini.snapshot().dataset());
        for (String query : List.of(
                "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o",
                "SELECT * { ?s ?p ?o FILTER (isURI(?o)) } ORDER BY ?s ?p ?o",
                "ASK { ?s ?p 'no' }",
                "CONSTRUCT { ?s a <urn:x:thing> } { ?s ?p ?o }")) {
            for (AnswerFormat format : AnswerFormat.fitting(!query.startsWith("CONSTRUCT"))) {
                assertEquals(written(here, query, format), written(pool, query, format), query);
            }
        }
    }

    @Test
    void refusalsOfTheWorkerComeWithTheirCauseAndFix() {
        Refusal broken = assertThrows(Refusal.class, () -> said("SELECT * { ?s ?p }"));
        assertEquals(Refusal.Reason.BAD_REQUEST, broken.reason());
        assertTrue(broken.getMessage().contains("line 1, column 18"), broken::getMessage);
        Refusal elsewhere = assertThrows(Refusal.class, () -> said("ASK FROM <urn:x:none> { ?s ?p ?o }"));
        assertEquals(Refusal.Reason.FORBIDDEN, elsewhere.reason());
        assertFalse(elsewhere.fix().isEmpty());
    }

    @Test
    void aRetiredPoolKeepsNothing() throws IOException, Refusal, InterruptedException {
        said("ASK {}");
        ProcessHandle worker = onlyWorker();
        pool.retire();
        worker.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        // Whoever still holds the old snapshot is answered.
        assertEquals("true", said("ASK {}"));
        assertEquals(List.of(), WorkerPool.processes());
    }

    private String said(String query) throws IOException, Refusal {
        // What ends by itself has all the time that a busy machine takes.
        return said(query, query.equals(ENDLESS) ? SHORT : Limits.STANDARD);
    }

    private String said(String query, Limits limits) throws IOException, Refusal {
        return said(pool, query, limits);
    }

    private static String said(WorkerPool pool, String query, Limits limits) throws IOException, Refusal {
        try (WrittenAnswer answer =
                pool.answer(new ForeignQuery(query, List.of(), List.of(), AnswerFormat.CSV, AnswerFormat.NT, limits))) {
            return answer.text().replace("_askResult", "").strip();
        }
    }

    private static String written(ForeignQueries queries, String query, AnswerFormat format)
            throws IOException, Refusal {
        AnswerFormat rows = format.forRows() ? format : AnswerFormat.JSON;
        AnswerFormat triples = format.forRows() ? AnswerFormat.NT : format;
        try (WrittenAnswer answer =
                queries.answer(new ForeignQuery(query, List.of(), List.of(), rows, triples, Limits.STANDARD))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            answer.writeTo(bytes);
            assertEquals(answer.length(), bytes.size());
            assertEquals(format, answer.format());
            // Triples come in the order of a hash table.
            return answer.text().lines().sorted().toList().toString();
        }
    }

    private static ProcessHandle onlyWorker() {
        List<Long> workers = WorkerPool.processes();
        assertEquals(1, workers.size());
        return ProcessHandle.of(workers.get(0)).orElseThrow();
    }
}
