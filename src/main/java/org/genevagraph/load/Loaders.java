package org.genevagraph.load;

import java.util.List;
import java.util.Optional;
import org.genevagraph.load.facts.AmendmentLoader;
import org.genevagraph.load.facts.CitationLoader;
import org.genevagraph.load.facts.CommitmentLoader;
import org.genevagraph.load.facts.CoverageNoteLoader;
import org.genevagraph.load.facts.EvidenceNoteLoader;
import org.genevagraph.load.facts.FigureLoader;
import org.genevagraph.load.facts.IssueActionLineLoader;
import org.genevagraph.load.facts.IssueWordLoader;
import org.genevagraph.load.facts.StatementLoader;
import org.genevagraph.load.facts.StatusLoader;
import org.genevagraph.load.links.MappingLoader;
import org.genevagraph.load.links.OutsideFactLoader;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.texts.PassageLoader;
import org.genevagraph.load.texts.SourceLoader;
import org.genevagraph.load.texts.TranslationLoader;
import org.genevagraph.load.things.ActionLineLoader;
import org.genevagraph.load.things.ActorGroupLoader;
import org.genevagraph.load.things.DocumentLoader;
import org.genevagraph.load.things.GoalLoader;
import org.genevagraph.load.things.InitiativeLoader;
import org.genevagraph.load.things.IssueLoader;
import org.genevagraph.load.things.NameLoader;
import org.genevagraph.load.things.ObjectiveLoader;
import org.genevagraph.load.things.OrganisationLoader;
import org.genevagraph.load.things.PlaceLoader;
import org.genevagraph.load.things.ReplacementLoader;
import org.genevagraph.load.things.RetiredLoader;

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
            new ActorGroupLoader(),
            new ActionLineLoader(),
            new GoalLoader(),
            new ObjectiveLoader(),
            new CommitmentLoader(),
            new PassageLoader(),
            new StatementLoader(),
            new StatusLoader(),
            new CitationLoader(),
            new FigureLoader(),
            new ReplacementLoader(),
            new AmendmentLoader(),
            new IssueActionLineLoader(),
            new IssueWordLoader(),
            new EvidenceNoteLoader(),
            new CoverageNoteLoader(),
            new MappingLoader(),
            new OutsideFactLoader(),
            new RetiredLoader(),
            new NameLoader(),
            new TranslationLoader());

    private Loaders() {}

    /** The loader that reads the table of this name, for example {@code statements/gcsp}. */
    public static Optional<Loader> of(String table) {
        return ALL.stream().filter(loader -> loader.reads(table)).findFirst();
    }
}
