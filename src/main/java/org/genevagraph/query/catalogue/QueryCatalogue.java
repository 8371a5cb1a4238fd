package org.genevagraph.query.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.syntax.DeclaredTerms;

/** All canned queries, by name, and the examples of queries that call other endpoints. */
public final class QueryCatalogue {
    /** Parameters by which every query is asked for a page of its answer, or a form of it; none can have one of its own of this name. */
    public static final Set<String> RESERVED = Set.of("limit", "offset", "lang", "format", "view", "safe");

    /** What is to be chosen where there is no query of a name. */
    public static final String QUERY = "query";

    private final Map<String, Lazy<QueryFile>> queries;
    private final Map<String, Lazy<QueryFile>> federated;

    private QueryCatalogue(Map<String, Lazy<QueryFile>> queries, Map<String, Lazy<QueryFile>> federated) {
        this.queries = queries;
        this.federated = federated;
    }

    /**
     * Reads the query files of a folder, and those in its sub-folder for queries that call other endpoints; they may use any term.
     *
     * @throws IOException if the folder cannot be read
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static QueryCatalogue read(Path folder) throws IOException, ProblemException {
        return read(folder, Optional.empty());
    }

    /**
     * The same for queries that may use declared terms only.
     *
     * @param terms what they may use; empty if anything
     * @throws IOException if the folder cannot be read
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static QueryCatalogue read(Path folder, Optional<DeclaredTerms> terms) throws IOException, ProblemException {
        return of(InputFiles.queries(folder), terms);
    }

    /**
     * The same of files that have been read.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static QueryCatalogue of(InputFiles files, Optional<DeclaredTerms> terms) throws ProblemException {
        Problems problems = new Problems();
        files.folder(InputFiles.Part.QUERIES)
                .ifPresent(folder -> folder.checkFound(
                        QuerySource.ENDING, "bring back the canned queries that come with the project", problems));
        List<QuerySource> queries = texts(files, InputFiles.Part.QUERIES, problems);
        return of(queries, texts(files, InputFiles.Part.FEDERATED, problems), terms, problems);
    }

    /**
     * The same of files with which nothing is wrong, since a snapshot was built of them: each is parsed when somebody asks for its query
     * first. Who asks one of them need not wait for all.
     */
    public static QueryCatalogue proven(InputFiles files) {
        Map<String, Lazy<QueryFile>> parsed = proven(files, InputFiles.Part.QUERIES);
        Map<String, Lazy<QueryFile>> resolved = new TreeMap<>();
        parsed.forEach((name, query) -> resolved.put(name, proven(problems -> resolve(query.get(), parsed, problems))));
        return new QueryCatalogue(resolved, proven(files, InputFiles.Part.FEDERATED));
    }

    private static Map<String, Lazy<QueryFile>> proven(InputFiles files, InputFiles.Part part) {
        Map<String, Lazy<QueryFile>> parsed = new TreeMap<>();
        for (InputFiles.Held file : files.files(part)) {
            parsed.put(QuerySource.name(file.name()), proven(problems -> {
                QuerySource text = QuerySource.checked(file.shown(), file.name(), file.text(problems), problems)
                        .orElseThrow();
                return text.parse(Optional.empty(), problems).orElse(null);
            }));
        }
        return parsed;
    }

    private static Lazy<QueryFile> proven(Function<Problems, QueryFile> make) {
        return new Lazy<>(() -> {
            Problems problems = new Problems();
            QueryFile query = make.apply(problems);
            if (problems.hasErrors()) {
                throw new IllegalStateException("was proven right: " + problems.sorted());
            }
            return query;
        });
    }

    private static QueryCatalogue of(
            List<QuerySource> querySources,
            List<QuerySource> federatedSources,
            Optional<DeclaredTerms> terms,
            Problems problems)
            throws ProblemException {
        Map<String, Lazy<QueryFile>> queries = parsed(querySources, terms, problems);
        Map<String, Lazy<QueryFile>> resolved = new TreeMap<>();
        queries.forEach((name, query) -> resolved.put(name, made(resolve(query.get(), queries, problems))));
        Map<String, Lazy<QueryFile>> federated = parsed(federatedSources, terms, problems);
        federated.values().forEach(query -> QueryChecks.federated(query.get(), queries.keySet(), problems));
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return new QueryCatalogue(resolved, federated);
    }

    private static Lazy<QueryFile> made(QueryFile query) {
        return new Lazy<>(() -> query);
    }

    private static Map<String, Lazy<QueryFile>> parsed(
            List<QuerySource> texts, Optional<DeclaredTerms> terms, Problems problems) {
        Map<String, Lazy<QueryFile>> queries = new TreeMap<>();
        for (QuerySource text : texts) {
            text.parse(terms, problems).ifPresent(query -> queries.put(query.name(), made(query)));
        }
        return queries;
    }

    private static List<QuerySource> texts(InputFiles files, InputFiles.Part part, Problems problems) {
        return files.files(part).stream()
                .flatMap(file -> QuerySource.checked(file.shown(), file.name(), file.text(problems), problems).stream())
                .toList();
    }

    /** The query with the others by which it is followed; one that is not there, or cannot be asked so, is a problem. */
    private static QueryFile resolve(QueryFile query, Map<String, Lazy<QueryFile>> queries, Problems problems) {
        List<FollowUp> found = new ArrayList<>();
        for (FollowUp followUp : query.followUps()) {
            Lazy<QueryFile> target = queries.get(followUp.name());
            if (target == null) {
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "is followed by '" + followUp.name() + "', which is no query",
                        Nearest.hint(followUp.name(), queries.keySet(), "name a file of this folder")));
            } else {
                QueryChecks.followUp(query, followUp, target.get(), problems);
                found.add(followUp.to(target.get()));
            }
        }
        return query.with(found);
    }

    /** All queries in the order of their names. */
    public Collection<QueryFile> all() {
        return queries.values().stream().map(Lazy::get).toList();
    }

    /**
     * Queries that call other endpoints, in the order of their names: examples for those who ask in SPARQL, which work where the operator
     * allows the calls. They are no canned queries.
     */
    public Collection<QueryFile> federated() {
        return federated.values().stream().map(Lazy::get).toList();
    }

    /**
     * The query of this name.
     *
     * @throws Refusal with the nearest names if there is none
     */
    public QueryFile find(String name) throws Refusal {
        Lazy<QueryFile> query = queries.get(name);
        if (query == null) {
            throw Refusal.noneOf(
                    Refusal.Reason.NOT_FOUND,
                    "there is no query '" + name + "'",
                    QUERY,
                    name,
                    queries.keySet(),
                    "queries are");
        }
        return query.get();
    }
}
