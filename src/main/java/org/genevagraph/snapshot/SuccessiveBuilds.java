package org.genevagraph.snapshot;

import org.apache.jena.graph.Graph;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.validate.EarlierRun;

/**
 * Builds one snapshot after the other of files that change a little from one to the next: the shapes check only what the change touches, and find
 * what they would find in the whole. It holds on to the last snapshot that was sound, and to what the shapes looked up in it.
 */
public final class SuccessiveBuilds {
    private EarlierRun run = EarlierRun.NONE;
    private Graph last = Graph.emptyGraph;

    /**
     * Builds.
     *
     * @throws ProblemException as {@link SnapshotBuilder#build()} does; the next build then follows the last one that was sound
     */
    public synchronized Snapshot build(Inputs inputs, Progress progress) throws ProblemException {
        SnapshotBuilder builder = new SnapshotBuilder(inputs, progress).after(run, last);
        Snapshot built = builder.build();
        run = builder.run();
        last = built.dataset().getDefaultGraph();
        return built;
    }

    /** What the shapes looked up in the last one. */
    synchronized EarlierRun run() {
        return run;
    }
}
