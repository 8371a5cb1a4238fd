package org.genevagraph.query.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.query.federation.ServicePatterns;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.SparqlText;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.vocabulary.Iris;

/**
 * What a file of a query holds.
 *
 * @param shown how to call it when talking to people
 * @param queryName its name without its ending
 * @param text its text
 * @param isSound whether it is text all through; what else is wrong with it may follow from that
 */
record QuerySource(String shown, String queryName, String text, boolean isSound) {
    static final String ENDING = ".rq";

    /** Those with which nothing was wrong: with each edit of a table all are read again. */
    private static final Cache<QuerySource, Parsed> READ =
            Caffeine.newBuilder().maximumSize(200).softValues().build();

    /** A query, the terms that it uses, and whether others answer parts of it, who declare their own. */
    private record Parsed(QueryFile query, List<TermUse> uses, boolean foreign) {}

    /** The text of a file, if it can be read; whatever in it is no text is a problem. */
    static Optional<QuerySource> checked(String shown, String fileName, Optional<String> text, Problems problems) {
        return text.map(held -> {
            TextFile.check(shown, held, problems);
            String unmarked = TextFile.withoutMark(held);
            Problems strange = new Problems();
            TextFile.check(shown, unmarked, strange);
            return new QuerySource(shown, name(fileName), unmarked, !strange.hasErrors());
        });
    }

    /** The name of the query in a file. */
    static String name(String fileName) {
        return fileName.substring(0, fileName.length() - ENDING.length());
    }

    /**
     * The query.
     *
     * @param terms what it may name; empty if anything
     * @param problems takes what is wrong with it
     * @return empty, with problems, if it cannot be read
     */
    Optional<QueryFile> parse(Optional<DeclaredTerms> terms, Problems problems) {
        Problems own = new Problems();
        Parsed before = READ.getIfPresent(this);
        Optional<QueryFile> query;
        if (before != null) {
            query = Optional.of(before.query);
            check(before.uses, before.foreign, terms, own);
        } else {
            query = read(terms, own);
        }
        if (isSound) {
            problems.addAll(own.sorted());
        }
        return own.hasErrors() ? Optional.empty() : query;
    }

    private Optional<QueryFile> read(Optional<DeclaredTerms> terms, Problems own) {
        if (!Iris.isSlug(queryName)) {
            own.add(Problem.error(shown, 0, "", "is not named like a query", "name it in lower case with hyphens"));
        }
        QueryHeader header = QueryHeader.parse(shown, text, own);
        SparqlText sparql = SparqlText.of(shown, text);
        Problems inQuery = new Problems();
        Query query = sparql.parse(inQuery).orElse(null);
        List<TermUse> uses = new ArrayList<>(header.termUses);
        boolean foreign = false;
        if (query != null) {
            QueryChecks.query(sparql, header, query, own);
            uses.addAll(TermUse.in(text, Map.of(), 1));
            foreign = ServicePatterns.callsService(query);
            check(uses, foreign, terms, own);
        }
        if (!own.hasErrors()) {
            header.checkWords();
        }
        own.addAll(inQuery.sorted());
        if (own.hasErrors()) {
            return Optional.empty();
        }
        QueryFile file = new QueryFile(
                shown,
                queryName,
                header.tags,
                header.parameters.all(),
                header.lookedAt,
                header.words,
                header.rows,
                header.views.views(),
                header.followUps,
                text,
                query);
        if (own.sorted().isEmpty()) {
            READ.put(this, new Parsed(file, List.copyOf(uses), foreign));
        }
        return Optional.of(file);
    }

    private void check(List<TermUse> uses, boolean foreign, Optional<DeclaredTerms> terms, Problems own) {
        terms.ifPresent(declared -> {
            // What stands in another endpoint is declared there.
            if (foreign) {
                declared.checkOwn(shown, uses, own);
            } else {
                declared.check(shown, uses, own);
            }
        });
    }
}
