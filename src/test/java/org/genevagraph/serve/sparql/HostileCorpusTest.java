package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** Hundreds of queries that do too much: each ends, none says anything of the inside, and afterwards nothing is busy. */
@Alone
class HostileCorpusTest {
    private static final Limits TIGHT =
            Limits.STANDARD.withTime(Duration.ofMillis(200)).withRows(2_000);

    /** What a query may take. */
    private static final Duration PROMISED = TIGHT.time().plusSeconds(1);

    /**
     * How many may take longer, of a hundred: a machine that does other things besides stops everybody for a second now and then. What made
     * queries late of itself, one kind that killed its worker each time, was three of a hundred.
     */
    private static final int LATE_OF_HUNDRED = 2;

    /** Nothing on the machine makes a query take as long. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Set<Integer> ANSWERED = Set.of(200, 400, 403, 503);
    private static final long SEED = 20_261_127;

    @Test
    void everyQueryEnds() throws IOException, ProblemException, InterruptedException, ExecutionException {
        Map<String, String> queries = HostileCorpus.queries(SEED);
        assertTrue(queries.size() >= 400, "queries: " + queries.size());
        Snapshot snapshot = Mini.realSnapshot();
        Served served = Served.of(
                snapshot,
                Mini.queries(),
                TIGHT,
                new WorkerPool(snapshot, new Places(2, Duration.ofMillis(200), 1, 4, Duration.ofSeconds(30), 384, 1)));
        try (SnapshotServer server = SnapshotServer.start(served, "127.0.0.1", 0)) {
            Http http = new Http(server.address());
            assertEquals(200, http.get("/sparql?query=ASK%7B%7D").statusCode());
            Map<String, String> wrong = new ConcurrentHashMap<>();
            Map<String, Long> late = new ConcurrentHashMap<>();
            Map<String, Long> slowest = new ConcurrentHashMap<>();
            Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
            ExecutorService clients = Executors.newFixedThreadPool(2);
            List<Future<?>> running = new ArrayList<>();
            queries.forEach((name, query) -> running.add(clients.submit(() -> {
                long start = System.nanoTime();
                HttpResponse<String> response = http.post("/sparql", "application/sparql-query", query);
                long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
                slowest.merge(name.replaceAll(" .*", ""), took, Math::max);
                statuses.merge(response.statusCode(), 1, Integer::sum);
                if (took > PROMISED.toMillis()) {
                    late.put(name, took);
                }
                if (took > LONGEST.toMillis()) {
                    wrong.put(name, "took " + took + " ms");
                }
                // What a query calls by its own name may be told back.
                String body = response.body().replaceAll("<java:[^>]*>", "<…>");
                if (!ANSWERED.contains(response.statusCode())
                        || body.contains("\tat ")
                        || body.contains("java.")
                        || body.contains("Exception")) {
                    wrong.put(name, response.statusCode() + " " + body.substring(0, Math.min(300, body.length())));
                }
            })));
            for (Future<?> one : running) {
                one.get();
            }
            clients.shutdown();
            System.out.println(queries.size() + " hostile queries: " + statuses + ", slowest by kind in ms "
                    + new TreeMap<>(slowest) + ", later than promised in ms " + new TreeMap<>(late));
            assertTrue(late.size() * 100 <= LATE_OF_HUNDRED * queries.size(), () -> "too many are late: " + late);
            assertEquals(Map.of(), wrong);
            Thread.sleep(2_000);
            assertIdle();
            assertEquals(200, http.get("/sparql?query=ASK%7B%7D").statusCode());
            assertEquals(200, http.get("/health").statusCode());
            assertEquals(200, http.get("/id/organisation/gcsp.ttl").statusCode());
        }
    }

    /** Over a second, neither a thread of the server nor a worker does more than a little. */
    private static void assertIdle() throws InterruptedException {
        long before = cpu();
        Thread.sleep(1_000);
        long used = Duration.ofNanos(cpu() - before).toMillis();
        assertFalse(WorkerPool.processes().isEmpty());
        assertTrue(used < 500, "busy for " + used + " ms of a second");
    }

    private static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long total = 0;
        for (long id : threads.getAllThreadIds()) {
            total += Math.max(0, threads.getThreadCpuTime(id));
        }
        for (long pid : WorkerPool.processes()) {
            total += ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO)
                    .toNanos();
        }
        return total;
    }
}
