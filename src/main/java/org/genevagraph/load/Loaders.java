package org.genevagraph.load;

import java.util.List;
import java.util.Optional;

/** All loaders; a new kind of table is added here. */
public final class Loaders {
    /** In the order in which their graphs are counted and listed. */
    public static final List<Loader> ALL = List.of(
            new SourceLoader(),
            new OrganisationLoader(),
            new InitiativeLoader(),
            new DocumentLoader(),
            new PlaceLoader(),
            new IssueLoader(),
            new ActionLineLoader(),
            new GoalLoader(),
            new ObjectiveLoader(),
            new CommitmentLoader(),
            new PassageLoader(),
            new StatementLoader(),
            new CitationLoader(),
            new FigureLoader(),
            new ReplacementLoader(),
            new AmendmentLoader(),
            new IssueActionLineLoader(),
            new IssueWordLoader(),
            new EvidenceNoteLoader(),
            new CoverageNoteLoader(),
            new LinkLoader(),
            new RetiredLoader(),
            new NameLoader());

    private Loaders() {}

    /** The loader that reads the table of this name, for example {@code statements/gcsp}. */
    public static Optional<Loader> of(String table) {
        return ALL.stream().filter(loader -> loader.reads(table)).findFirst();
    }
}
