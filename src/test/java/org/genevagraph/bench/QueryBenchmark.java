package org.genevagraph.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long each canned query takes on the full data, with the examples of its header, in milliseconds: {@code mvn -Pbenchmark
 * test-compile exec:exec}. A
 * benchmark compares side by side and is no test; the machine is shared.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class QueryBenchmark {
    /** The query; all of them are given by {@link #main}. */
    @Param("most-connected")
    public String query;

    private QueryRunner runner;
    private QueryFile file;
    private Map<String, String> examples;

    /** Builds the graph once, and takes the query's examples; a parameter with a default keeps it. */
    @Setup
    public void prepare() throws IOException, ProblemException, Refusal {
        runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
        file = Mini.queries().find(query);
        examples = new HashMap<>();
        file.parameters().stream()
                .filter(parameter -> parameter.defaultValue().isEmpty())
                .forEach(parameter -> examples.put(parameter.name(), parameter.example()));
    }

    /** Asks once. */
    @Benchmark
    public Answer ask() throws Refusal {
        return runner.run(file, examples);
    }

    /** Runs it for every query. */
    public static void main(String[] args) throws IOException, ProblemException, RunnerException {
        String[] queries = Mini.queries().all().stream().map(QueryFile::name).toArray(String[]::new);
        new Runner(new OptionsBuilder()
                        .include(QueryBenchmark.class.getSimpleName())
                        .param("query", queries)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }
}
