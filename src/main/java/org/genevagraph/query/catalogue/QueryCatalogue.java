package org.genevagraph.query.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.genevagraph.files.FileTree;
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
    public static final Set<String> RESERVED = Set.of("limit", "offset", "lang", "view", "safe");

    private static final String ENDING = ".rq";

    /** The sub-folder of those that call other endpoints. */
    private static final String FEDERATED = "federated";

    private final Map<String, OnDemand> queries;
    private final Map<String, OnDemand> federated;

    private QueryCatalogue(Map<String, OnDemand> queries, Map<String, OnDemand> federated) {
        this.queries = queries;
        this.federated = federated;
    }

    /** A query that is made of its file when somebody asks for it first. */
    private static final class OnDemand {
        private final Supplier<QueryFile> make;
        private QueryFile made;

        OnDemand(Supplier<QueryFile> make) {
            this.make = make;
        }

        synchronized QueryFile get() {
            if (made == null) {
                made = make.get();
            }
            return made;
        }
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
        Problems problems = new Problems();
        String shown = folder.getFileName() + "/";
        List<Text> queries = texts(folder, shown, problems);
        Path calling = folder.resolve(FEDERATED);
        List<Text> federated =
                Files.isDirectory(calling) ? texts(calling, shown + FEDERATED + "/", problems) : List.of();
        return of(queries, federated, terms, problems);
    }

    /**
     * The same of files that have been read.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static QueryCatalogue of(InputFiles files, Optional<DeclaredTerms> terms) throws ProblemException {
        Problems problems = new Problems();
        List<Text> queries = texts(files, InputFiles.Part.QUERIES, problems);
        return of(queries, texts(files, InputFiles.Part.FEDERATED, problems), terms, problems);
    }

    /**
     * The same of files with which nothing is wrong, since a snapshot was built of them: each is parsed when somebody asks for its query
     * first. Who asks one of them need not wait for all.
     */
    public static QueryCatalogue proven(InputFiles files) {
        Map<String, OnDemand> parsed = proven(files, InputFiles.Part.QUERIES);
        Map<String, OnDemand> resolved = new TreeMap<>();
        parsed.forEach((name, query) -> resolved.put(name, proven(problems -> resolve(query.get(), parsed, problems))));
        return new QueryCatalogue(resolved, proven(files, InputFiles.Part.FEDERATED));
    }

    private static Map<String, OnDemand> proven(InputFiles files, InputFiles.Part part) {
        Map<String, OnDemand> parsed = new TreeMap<>();
        for (InputFiles.Held file : files.files(part)) {
            parsed.put(queryName(file.name()), proven(problems -> {
                Text text = checked(file.shown(), file.name(), file.text(problems), problems)
                        .orElseThrow();
                return parse(text, Optional.empty(), problems);
            }));
        }
        return parsed;
    }

    private static OnDemand proven(Function<Problems, QueryFile> make) {
        return new OnDemand(() -> {
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
        Map<String, OnDemand> queries = parsed(queryTexts, terms, problems);
        Map<String, OnDemand> resolved = new TreeMap<>();
        queries.forEach((name, query) -> resolved.put(name, made(resolve(query.get(), queries, problems))));
        Map<String, OnDemand> federated = parsed(federatedTexts, terms, problems);
        federated.values().forEach(query -> checkFederated(query.get(), queries.keySet(), problems));
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return new QueryCatalogue(resolved, federated);
    }

    private static OnDemand made(QueryFile query) {
        return new OnDemand(() -> query);
    }

    private static Map<String, OnDemand> parsed(List<Text> texts, Optional<DeclaredTerms> terms, Problems problems) {
        Map<String, OnDemand> queries = new TreeMap<>();
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
     */
    private record Text(String shown, String queryName, String text) {}

    private static List<Text> texts(Path folder, String shownFolder, Problems problems) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(path -> path.toString().endsWith(ENDING) && FileTree.isOwn(path))
                    .sorted()
                    .toList();
        }
        List<Text> texts = new ArrayList<>();
        for (Path path : files) {
            String name = path.getFileName().toString();
            String shown = shownFolder + name;
            checked(shown, name, TextFile.read(path, shown, problems), problems).ifPresent(texts::add);
        }
        return texts;
    }

    private static List<Text> texts(InputFiles files, InputFiles.Part part, Problems problems) {
        return files.files(part).stream()
                .flatMap(file -> checked(file.shown(), file.name(), file.text(problems), problems).stream())
                .toList();
    }

    private static Optional<Text> checked(String shown, String fileName, Optional<String> text, Problems problems) {
        text.ifPresent(held -> TextFile.check(shown, held, problems));
        return text.map(held -> new Text(shown, queryName(fileName), held));
    }

    private static String queryName(String fileName) {
        return fileName.substring(0, fileName.length() - ENDING.length());
    }

    /** An example is asked as it stands, by a name that is no canned query's. */
    private static void checkFederated(QueryFile query, Set<String> canned, Problems problems) {
        if (query.endpoints().isEmpty()) {
            problems.add(Problem.error(
                    query.file(),
                    0,
                    "",
                    "calls no endpoint",
                    "name one: SERVICE <https://…> { … }, or put the file among the canned queries"));
        }
        if (!query.parameters().isEmpty()) {
            problems.add(Problem.error(
                    query.file(),
                    0,
                    "",
                    "has parameters, and is asked as it stands",
                    "write the values into the query"));
        }
        if (canned.contains(query.name())) {
            problems.add(
                    Problem.error(query.file(), 0, "", "is called like a canned query", "give the file another name"));
        }
    }

    /** The query with the others by which it is followed; one that is not there, or cannot be asked so, is a problem. */
    private static QueryFile resolve(QueryFile query, Map<String, OnDemand> queries, Problems problems) {
        List<FollowUp> found = new ArrayList<>();
        for (FollowUp followUp : query.followUps()) {
            OnDemand target = queries.get(followUp.name());
            if (target == null) {
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "is followed by '" + followUp.name() + "', which is no query",
                        Nearest.hint(followUp.name(), queries.keySet(), "name a file of this folder")));
            } else {
                checkWith(query, followUp, target.get(), problems);
                found.add(followUp.to(target.get()));
            }
        }
        return query.with(found);
    }

    private static void checkWith(QueryFile query, FollowUp followUp, QueryFile target, Problems problems) {
        for (String name : followUp.with().keySet()) {
            if (target.parameter(name).isEmpty()) {
                List<String> known =
                        target.parameters().stream().map(Parameter::name).toList();
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "gives " + target.name() + " the parameter '" + name + "', which it does not have",
                        Nearest.hint(name, known, "its parameters are " + String.join(", ", known))));
            }
        }
        for (Parameter parameter : target.parameters()) {
            if (parameter.required() && !followUp.with().containsKey(parameter.name())) {
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "does not give " + target.name() + " the parameter '" + parameter.name() + "', which it needs",
                        "add it to 'with'"));
            }
        }
        for (String text : followUp.with().values()) {
            for (String name : HeaderWords.places(text)) {
                if (query.parameter(name).isEmpty()) {
                    problems.add(Problem.error(
                            query.file(),
                            followUp.line(),
                            "",
                            "'" + text + "' names the unknown parameter '" + name + "'",
                            "name one of this query"));
                }
            }
        }
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
            check(sparql, header, query, own);
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
        problems.addAll(own.sorted());
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

    private static void checkViews(SparqlText file, QueryHeader header, Query query, Problems problems) {
        List<String> columns = query.isSelectType()
                ? query.getProjectVars().stream().map(Var::getVarName).toList()
                : List.of();
        for (String column : header.views.views().columns()) {
            // A facet can stand for the documents of the cited passages.
            boolean cited = column.equals("document") && columns.contains("evidence");
            if (!columns.contains(column) && !cited) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(column),
                        "",
                        "calendar, map, views or facets names the column '" + column
                                + "', which the answer does not have",
                        Nearest.hint(column, columns, "columns are " + String.join(", ", columns))));
            }
        }
    }

    private static void checkFindings(SparqlText file, QueryHeader header, Query query, Problems problems) {
        List<String> parameters =
                header.parameters.stream().map(Parameter::name).toList();
        for (QueryWords words : header.words.values()) {
            for (String sentence : words.finding().values()) {
                for (String place : HeaderWords.places(sentence)) {
                    FindingPlace.of(place)
                            .fault(parameters, query.getResultVars())
                            .ifPresent(fault -> problems.add(Problem.error(
                                    file.file(),
                                    file.lineOf(place),
                                    "",
                                    "finding: in '" + sentence + "' " + fault,
                                    "write {count}, {names}, {rows}, a parameter, or {distinct:column|one|# others}")));
                }
            }
        }
    }

    private static void check(SparqlText file, QueryHeader header, Query query, Problems problems) {
        Collection<Var> mentioned = variables(query);
        checkOtherNames(file, header, problems);
        checkViews(file, header, query, problems);
        checkFindings(file, header, query, problems);
        for (Parameter parameter : header.parameters) {
            // A value for a variable that is not there would be ignored, and every row would come back; a search takes
            // it otherwise.
            if (header.rows.isEmpty() && !mentioned.contains(parameter.variable())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is no variable of the query",
                        "name the variable " + parameter.variable() + " or delete the parameter"));
            }
            if (RESERVED.contains(parameter.name())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is taken by the paging of answers",
                        "give it another name"));
            }
            if (query.isSelectType() && query.getProjectVars().contains(parameter.variable())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is also a column",
                        "give the column another name"));
            }
        }
        if (query.isSelectType() && query.getOrderBy() == null) {
            problems.add(Problem.error(
                    file.file(),
                    file.firstLine(),
                    "",
                    "does not order its rows",
                    "add ORDER BY, so that answers can be compared"));
        }
    }

    /** Reports another name of a parameter that something else has already. */
    private static void checkOtherNames(SparqlText file, QueryHeader header, Problems problems) {
        Set<String> taken = new HashSet<>(RESERVED);
        header.parameters.forEach(parameter -> taken.add(parameter.name()));
        for (Parameter parameter : header.parameters) {
            for (String other : parameter.also()) {
                if (!taken.add(other)) {
                    problems.add(Problem.error(
                            file.file(),
                            file.lineOf(parameter.name()),
                            "",
                            "the parameter " + parameter.name() + " is also called " + other + ", which is taken",
                            "delete it from 'also'"));
                }
            }
        }
    }

    private static Collection<Var> variables(Query query) {
        // Printed, the query names every variable with its question mark, in sub-queries and expressions too.
        List<Var> variables = new ArrayList<>();
        Matcher matcher = Pattern.compile("[?$]([A-Za-z_][A-Za-z0-9_]*)").matcher(query.toString());
        while (matcher.find()) {
            variables.add(Var.alloc(matcher.group(1)));
        }
        return variables;
    }

    /** All queries in the order of their names. */
    public Collection<QueryFile> all() {
        return queries.values().stream().map(OnDemand::get).toList();
    }

    /**
     * Queries that call other endpoints, in the order of their names: examples for those who ask in SPARQL, which work where the operator
     * allows the calls. They are no canned queries.
     */
    public Collection<QueryFile> federated() {
        return federated.values().stream().map(OnDemand::get).toList();
    }

    /**
     * The query of this name.
     *
     * @throws Refusal with the nearest names if there is none
     */
    public QueryFile find(String name) throws Refusal {
        OnDemand query = queries.get(name);
        if (query == null) {
            throw new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "there is no query '" + name + "'",
                    Nearest.hint(name, queries.keySet(), "queries are " + String.join(", ", queries.keySet())));
        }
        return query.get();
    }
}
