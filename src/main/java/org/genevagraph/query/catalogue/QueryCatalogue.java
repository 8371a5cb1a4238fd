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
import org.apache.jena.query.Query;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.federation.ServicePatterns;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.SparqlText;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.vocabulary.Iris;

/** All canned queries, by name, and the examples of queries that call other endpoints. */
public final class QueryCatalogue {
    /** Parameters by which every query is asked for a page of its answer, or a form of it; none can have one of its own of this name. */
    public static final Set<String> RESERVED = Set.of("limit", "offset", "lang", "format", "view", "safe");

    /** What is to be chosen where there is no query of a name. */
    public static final String QUERY = "query";

    private static final String ENDING = ".rq";

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
                .ifPresent(folder ->
                        folder.checkFound(".rq", "bring back the canned queries that come with the project", problems));
        List<Text> queries = texts(files, InputFiles.Part.QUERIES, problems);
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
            parsed.put(queryName(file.name()), proven(problems -> {
                Text text = checked(file.shown(), file.name(), file.text(problems), problems)
                        .orElseThrow();
                return parse(text, Optional.empty(), problems);
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
            List<Text> queryTexts, List<Text> federatedTexts, Optional<DeclaredTerms> terms, Problems problems)
            throws ProblemException {
        Map<String, Lazy<QueryFile>> queries = parsed(queryTexts, terms, problems);
        Map<String, Lazy<QueryFile>> resolved = new TreeMap<>();
        queries.forEach((name, query) -> resolved.put(name, made(resolve(query.get(), queries, problems))));
        Map<String, Lazy<QueryFile>> federated = parsed(federatedTexts, terms, problems);
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
            List<Text> texts, Optional<DeclaredTerms> terms, Problems problems) {
        Map<String, Lazy<QueryFile>> queries = new TreeMap<>();
        for (Text text : texts) {
            QueryFile query = parse(text, terms, problems);
            if (query != null) {
                queries.put(query.name(), made(query));
            }
        }
        return queries;
    }

    /**
     * A file of a query.
     *
     * @param shown how to call it when talking to people
     * @param queryName its name without its ending
     * @param isSound whether it is text all through; what else is wrong with it may follow from that
     */
    private record Text(String shown, String queryName, String text, boolean isSound) {}

    private static List<Text> texts(InputFiles files, InputFiles.Part part, Problems problems) {
        return files.files(part).stream()
                .flatMap(file -> checked(file.shown(), file.name(), file.text(problems), problems).stream())
                .toList();
    }

    private static Optional<Text> checked(String shown, String fileName, Optional<String> text, Problems problems) {
        return text.map(held -> {
            TextFile.check(shown, held, problems);
            String unmarked = TextFile.withoutMark(held);
            Problems strange = new Problems();
            TextFile.check(shown, unmarked, strange);
            return new Text(shown, queryName(fileName), unmarked, !strange.hasErrors());
        });
    }

    private static String queryName(String fileName) {
        return fileName.substring(0, fileName.length() - ENDING.length());
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

    /** Reads one query file; null, with problems, if it cannot be. */
    private static QueryFile parse(Text source, Optional<DeclaredTerms> terms, Problems problems) {
        Problems own = new Problems();
        String file = source.shown();
        String name = source.queryName();
        String text = source.text();
        if (!Iris.isSlug(name)) {
            own.add(Problem.error(file, 0, "", "is not named like a query", "name it in lower case with hyphens"));
        }
        QueryHeader header = QueryHeader.parse(file, text, own);
        SparqlText sparql = SparqlText.of(file, text);
        Problems inQuery = new Problems();
        Query query = sparql.parse(inQuery).orElse(null);
        if (query != null) {
            QueryChecks.query(sparql, header, query, own);
            List<TermUse> uses = new ArrayList<>(header.termUses);
            uses.addAll(TermUse.in(text, Map.of(), 1));
            // What stands in another endpoint is declared there.
            boolean foreign = ServicePatterns.callsService(query);
            terms.ifPresent(declared -> {
                if (foreign) {
                    declared.checkOwn(file, uses, own);
                } else {
                    declared.check(file, uses, own);
                }
            });
        }
        if (!own.hasErrors()) {
            header.checkWords();
        }
        own.addAll(inQuery.sorted());
        if (source.isSound()) {
            problems.addAll(own.sorted());
        }
        return own.hasErrors()
                ? null
                : new QueryFile(
                        file,
                        name,
                        header.tags,
                        header.parameters,
                        header.lookedAt,
                        header.words,
                        header.rows,
                        header.views.views(),
                        header.followUps,
                        text,
                        query);
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
