package org.genevagraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.genevagraph.bench.Contestant.Question;
import org.genevagraph.bench.Contestant.Timed;

/** Contestants who take turns in each round. Who has other rows than the first, or is late once, is not timed for that
 * question. */
final class Contest {
    /** Machines that compile what runs often get to it after some answers; slow answers run the same code often enough. */
    private static final int WARM_UP = 25;

    private static final int SLOW_WARM_UP = 3;
    private static final double SLOW = 200;
    private static final int ROUNDS = 7;

    /** Who takes longer the first time, in milliseconds, is asked once, so that the rest is not kept waiting. */
    private static final long ONCE = 2_000;

    private static final int THROUGHPUT_ROUNDS = 3;
    private static final long THROUGHPUT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final List<Contestant> contestants;

    Contest(List<Contestant> contestants) {
        this.contestants = contestants;
    }

    /** Prints a table of medians in Markdown, and after it how each compares with the first over the questions that it answered rightly. */
    void time(List<Question> questions) throws IOException, InterruptedException {
        head("query | rows");
        Map<Contestant, List<Double>> ratios = new HashMap<>();
        for (Question question : questions) {
            Map<Contestant, String> wrong = new HashMap<>();
            Map<Contestant, List<Double>> times = new HashMap<>();
            int rows = rounds(question, times, wrong);
            System.out.println("| `" + question.name() + "` | " + rows + " | "
                    + contestants.stream()
                            .map(contestant -> wrong.getOrDefault(contestant, told(times.get(contestant))))
                            .collect(Collectors.joining(" | "))
                    + " |");
            double first = median(times.get(contestants.get(0)));
            for (Contestant contestant : contestants) {
                if (!wrong.containsKey(contestant)) {
                    ratios.computeIfAbsent(contestant, any -> new ArrayList<>())
                            .add(median(times.get(contestant)) / first);
                }
            }
        }
        System.out.println("| times the first, geometric mean (questions) | | "
                + contestants.stream()
                        .map(contestant -> mean(ratios.getOrDefault(contestant, List.of())))
                        .collect(Collectors.joining(" | "))
                + " |\n");
    }

    /** How many rows the first has. */
    private int rounds(Question question, Map<Contestant, List<Double>> times, Map<Contestant, String> wrong)
            throws IOException, InterruptedException {
        List<String> expected = contestants.get(0).ask(question).rows();
        Set<Contestant> warm = new HashSet<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Contestant contestant : contestants) {
                if (wrong.containsKey(contestant)
                        || (warm.contains(contestant) && round < WARM_UP)
                        || (round > 0 && times.containsKey(contestant) && isSlow(times.get(contestant)))) {
                    continue;
                }
                Timed answer = contestant.ask(question);
                if (round == 0) {
                    if (answer.milliseconds() >= Contestant.LONGEST.toMillis()) {
                        wrong.put(contestant, "over " + Contestant.LONGEST.toSeconds() + " s");
                    } else if (answer.body().isEmpty()) {
                        wrong.put(contestant, "refuses");
                    } else if (!answer.rows().equals(expected)) {
                        wrong.put(contestant, "differs");
                    } else if (answer.milliseconds() >= ONCE) {
                        times.put(contestant, List.of(answer.milliseconds()));
                    }
                } else if (round == SLOW_WARM_UP && answer.milliseconds() >= SLOW) {
                    warm.add(contestant);
                } else if (round >= WARM_UP) {
                    times.computeIfAbsent(contestant, any -> new ArrayList<>()).add(answer.milliseconds());
                }
            }
        }
        return expected.size();
    }

    private static boolean isSlow(List<Double> times) {
        return times.size() == 1 && times.get(0) >= ONCE;
    }

    /** Prints how many answers a second each gives to clients who ask the questions in turn, as fast as they are answered. */
    void throughput(List<Question> questions, int... clients)
            throws IOException, InterruptedException, ExecutionException {
        head("clients");
        // Who has not answered one client in time is not asked by more: it would be started anew for each of them.
        boolean[] silent = new boolean[contestants.size()];
        for (int many : clients) {
            double[][] rates = new double[contestants.size()][THROUGHPUT_ROUNDS];
            for (int round = 0; round < THROUGHPUT_ROUNDS; round++) {
                for (int i = 0; i < contestants.size(); i++) {
                    rates[i][round] = silent[i] ? 0 : rate(contestants.get(i), questions, many);
                }
            }
            for (int i = 0; i < silent.length; i++) {
                silent[i] = Arrays.stream(rates[i]).max().orElse(0) < 1;
            }
            System.out.println("| " + many + " | "
                    + Arrays.stream(rates)
                            .map(each -> String.format(
                                    "%.0f (%.0f–%.0f)",
                                    Arrays.stream(each)
                                            .sorted()
                                            .skip(THROUGHPUT_ROUNDS / 2)
                                            .findFirst()
                                            .orElse(0),
                                    Arrays.stream(each).min().orElse(0),
                                    Arrays.stream(each).max().orElse(0)))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        System.out.println();
    }

    private static double rate(Contestant contestant, List<Question> questions, int clients)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + THROUGHPUT_NANOS;
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int offset = client;
                counts.add(pool.submit(() -> {
                    int answered = 0;
                    for (int i = offset; System.nanoTime() < end; i++) {
                        if (contestant
                                .ask(questions.get(i % questions.size()))
                                .body()
                                .isPresent()) {
                            answered++;
                        }
                    }
                    return answered;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            return sum * 1e9 / THROUGHPUT_NANOS;
        } finally {
            pool.shutdownNow();
        }
    }

    private void head(String first) {
        System.out.println("| " + first + " | "
                + contestants.stream().map(Contestant::name).collect(Collectors.joining(" | ")) + " |");
        System.out.println("|---".repeat(contestants.size() + first.split("\\|").length) + "|");
    }

    private static String mean(List<Double> ratios) {
        return String.format(
                "%.2f (%d)",
                Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0)), ratios.size());
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0.0);
    }

    private static String told(List<Double> times) {
        return times == null
                ? ""
                : times.size() == 1
                        ? String.format("%.0f (once)", times.get(0))
                        : String.format(
                                "%.1f (%.1f–%.1f)",
                                median(times),
                                times.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .min()
                                        .orElse(0),
                                times.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .max()
                                        .orElse(0));
    }
}
