package org.genevagraph.cli.project;

import java.util.Optional;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.description.CatalogueGraph;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.kept.BuildKey;

/**
 * What the files of a project held when they were read, and what is made of it when somebody needs it: a start from what is kept of the same
 * files needs little.
 */
public final class ReadProject {
    private final InputFiles files;
    private final Optional<Snapshot> known;
    private final Optional<BuildKey> key;
    private QueryCatalogue queries;
    private Inputs inputs;

    /**
     * Of files.
     *
     * @param known the snapshot that was built of the same bytes before, if it is kept
     * @param key stands for them; empty if nothing is kept of them
     */
    ReadProject(InputFiles files, Optional<Snapshot> known, Optional<BuildKey> key) {
        this.files = files;
        this.known = known;
        this.key = key;
    }

    Optional<Snapshot> known() {
        return known;
    }

    Optional<BuildKey> key() {
        return key;
    }

    /**
     * The canned queries. Those of which a snapshot was built before are right.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public synchronized QueryCatalogue queries() throws ProblemException {
        if (queries == null) {
            queries = known.isPresent() ? QueryCatalogue.proven(files) : QueryCatalogue.of(files, Inputs.terms(files));
        }
        return queries;
    }

    /** Everything that a snapshot is built from. What is wrong with queries is told together with what else is wrong. */
    public synchronized Inputs inputs() {
        if (inputs == null) {
            Inputs read = Inputs.of(files);
            try {
                inputs = read.with(CatalogueGraph.NAME, CatalogueGraph.of(queries()));
            } catch (ProblemException e) {
                inputs = read.withFaults(e.problems());
            }
        }
        return inputs;
    }
}
