package org.genevagraph.query.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.frozen.FrozenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which process. */
@Alone
class LaneTest {
    private static final Places TWO = new Places(2, Duration.ofMillis(500), 1, 20, Duration.ofMinutes(1), 128, 0);

    @TempDir
    private Path folder;

    @Test
    void aProcessThatIsGivenBackServesThoseWhoWaitForAnotherToStart() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        String file = file();
        Lane lane = new Lane(2, 0, 0, TWO, Services.NONE, () -> {
            if (started.getAndIncrement() > 0) {
                await(never);
            }
            return file;
        });
        try {
            List<CompletableFuture<String>> all = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> said(lane), task -> new Thread(task).start()))
                    .toList();
            all.forEach(one -> assertEquals("true", one.join()));
        } finally {
            lane.retire();
            never.countDown();
        }
    }

    @Test
    void thePartsOfTheMachineThatTheFirstProcessNeedsAreNotTakenByTheNextOne() throws IOException, Refusal {
        CountDownLatch never = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        String file = file();
        Lane lane = new Lane(2, 0, 0, TWO, Services.NONE, () -> {
            order.add("starts");
            if (order.size() > 1) {
                await(never);
            }
            return file;
        });
        try {
            lane.prepare(() -> order.add("then"));
            // One more than is needed starts, too.
            lane.ask(ask()).close();
            assertEquals(List.of("starts", "then"), order.subList(0, 2));
        } finally {
            lane.retire();
            never.countDown();
        }
    }

    @Test
    void whoComesAfterAProcessThatEndedDoesNotWaitForTheNextOneToStart()
            throws IOException, Refusal, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        String file = file();
        Lane lane = new Lane(1, 1, 0, TWO, Services.NONE, () -> {
            if (started.getAndIncrement() > 1) {
                await(never);
            }
            return file;
        });
        try {
            lane.ask(ask()).close();
            for (int i = 0; WorkerPool.processes().size() < 2; i++) {
                assertTrue(i < 3_000, "there is no spare one");
                Thread.sleep(20);
            }
            ProcessHandle one = ProcessHandle.of(WorkerPool.processes().get(0)).orElseThrow();
            one.destroyForcibly();
            one.onExit().join();
            assertEquals("true", said(lane));
            assertEquals("true", said(lane));
        } finally {
            lane.retire();
            never.countDown();
        }
    }

    @Test
    void whoWaitsForAProcessThatCannotStartIsToldSo() {
        Lane lane = new Lane(2, 0, 0, TWO, Services.NONE, () -> {
            throw new IOException("the disk is full");
        });
        Refusal refusal = assertThrows(Refusal.class, () -> lane.ask(ask()));
        assertEquals(Refusal.Reason.BUSY, refusal.reason());
        assertEquals("the server cannot start a worker for the query", refusal.getMessage());
    }

    @Test
    void aProcessThatStartsForWhatIsServedNoMoreIsEnded() throws IOException, InterruptedException {
        Path pipe = folder.resolve("never-written");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Lane retired = new Lane(1, 0, 0, TWO, Services.NONE, pipe::toString);
        Lane stopped = new Lane(1, 0, 0, TWO, Services.NONE, pipe::toString);
        // Workers of the test before may still be ending.
        Set<ProcessHandle> others = childrenBut(Set.of());
        retired.prepare(() -> {});
        stopped.prepare(() -> {});
        Set<ProcessHandle> workers = childrenBut(others);
        for (int i = 0; workers.size() < 2; i++) {
            assertTrue(i < 3_000, "no two workers have started");
            Thread.sleep(20);
            workers = childrenBut(others);
        }
        retired.retire();
        stopped.stop();
        for (ProcessHandle worker : workers) {
            worker.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static Set<ProcessHandle> childrenBut(Set<ProcessHandle> others) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .collect(Collectors.toSet());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        throw new IOException("the test is over");
    }

    private static String said(Lane lane) {
        try (WrittenAnswer answer = lane.ask(ask())) {
            return answer.text().replace("_askResult", "").strip();
        } catch (Refusal | IOException e) {
            return e.toString();
        }
    }

    private static ForeignQuery ask() {
        return new ForeignQuery("ASK {}", List.of(), List.of(), AnswerFormat.CSV, AnswerFormat.NT, Limits.STANDARD);
    }

    private String file() throws IOException {
        Path file = folder.resolve("mini.nq");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            FrozenFile.write(Mini.snapshot().dataset(), out);
        }
        return file.toString();
    }
}
