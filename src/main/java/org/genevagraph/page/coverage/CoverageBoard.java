package org.genevagraph.page.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Slice;
import org.genevagraph.page.Text;
import org.genevagraph.page.coverage.OrganisationRow.Silence;
import org.genevagraph.snapshot.Snapshot;

/**
 * What the data cover and where they are silent, in a language.
 *
 * @param sources what each source text gave, by title
 * @param organisations what the sources say of each organisation, those with most facts first
 * @param standings how many statements have each standing, with what it means
 * @param totals how much there is
 * @param gaps where nobody is active; see {@link Gaps}
 */
public record CoverageBoard(
        List<SourceRow> sources,
        List<OrganisationRow> organisations,
        List<Standing> standings,
        Totals totals,
        Gaps gaps) {
    private static final int MOST = 250;

    public CoverageBoard {
        sources = List.copyOf(sources);
        organisations = List.copyOf(organisations);
        standings = List.copyOf(standings);
    }

    /**
     * How sure statements are.
     *
     * @param code the word for it in answers
     * @param concept what people call it
     * @param definition what it means
     * @param statements how many statements have it
     */
    public record Standing(String code, Link concept, Text definition, long statements) {}

    /**
     * How much there is.
     *
     * @param passages passages of source texts
     * @param cited those that a fact cites
     * @param silent those in which somebody found no fact
     * @param figures numbers that sources give
     */
    public record Totals(long passages, long cited, long silent, long figures) {
        /** Passages that no fact cites and of which nobody said that they hold none. */
        public long open() {
            return passages - cited - silent;
        }
    }

    /**
     * Where nobody is active.
     *
     * @param lines how many Action Lines have no narrower line
     * @param withoutFacilitator those that nobody facilitates
     * @param withoutOrganisation those on whose issues no organisation works
     * @param commitments how many commitments there are
     * @param withoutGoal those that contribute to no goal
     * @param idle those none of whose lines has somebody active
     */
    public record Gaps(
            long lines,
            long withoutFacilitator,
            long withoutOrganisation,
            long commitments,
            long withoutGoal,
            long idle) {}

    /** How many organisations a source text is about. */
    public long profiled() {
        return organisations.stream().filter(OrganisationRow::profiled).count();
    }

    /** Of how many organisations the sources do not say this. */
    public long silentOn(Silence silence) {
        return organisations.stream().filter(row -> row.lacks(silence)).count();
    }

    /** The sources for which the page has room; the list of documents has all. */
    public Slice<SourceRow> sourcesShown() {
        return Slice.of(sources, 0, MOST, "/id/document");
    }

    /** The organisations for which the page has room; the list of organisations has all. */
    public Slice<OrganisationRow> organisationsShown() {
        return Slice.of(organisations, 0, MOST, "/id/organisation");
    }

    /** Whether a source names the publisher of any of the texts. */
    public boolean namesPublishers() {
        return sources.stream().anyMatch(source -> !source.publishers().isEmpty());
    }

    /** All statements. */
    public long statements() {
        return standings.stream().mapToLong(Standing::statements).sum();
    }

    /** The board in each language. */
    public record InLanguages(Map<Language, CoverageBoard> boards) {
        /** The boards of a snapshot. */
        public static InLanguages of(Snapshot snapshot, Labels labels) {
            Map<Language, CoverageBoard> boards = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                boards.put(language, new CoverageReader(snapshot, labels, language).board());
            }
            return new InLanguages(boards);
        }

        public InLanguages {
            boards = Map.copyOf(boards);
        }

        /** The board in a language. */
        public CoverageBoard in(Language language) {
            return boards.get(language);
        }
    }
}
