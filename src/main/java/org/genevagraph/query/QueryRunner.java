package org.genevagraph.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.FollowUp;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.ParameterType;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.QueryWords;
import org.genevagraph.query.chains.ConnectionIndex;
import org.genevagraph.query.chains.GivenRows;
import org.genevagraph.query.engine.Engine;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Asks canned queries of one snapshot. */
public final class QueryRunner {
    private static final int TEXT_CHARACTERS = 500;
    private static final int TITLE_CHARACTERS = 1000;

    private final Snapshot snapshot;
    private final ThingIndex things;
    private final Limits limits;
    private final Lazy<ConnectionIndex> connections;
    private final QueryListener listener;
    private final Optional<Engine> engine;

    /** For a snapshot in memory, under limits. */
    public QueryRunner(Snapshot snapshot, Limits limits) {
        this(snapshot, limits, Optional.empty(), QueryListener.NONE);
    }

    /**
     * For a snapshot, under limits.
     *
     * @param engine the engine in which it was published, if queries are run there
     * @param listener listens to what is asked
     */
    public QueryRunner(Snapshot snapshot, Limits limits, Optional<Engine> engine, QueryListener listener) {
        this.engine = engine;
        this.listener = listener;
        this.snapshot = snapshot;
        this.things = ThingIndex.of(snapshot.dataset().getDefaultGraph());
        this.limits = limits;
        this.connections =
                new Lazy<>(() -> ConnectionIndex.of(snapshot.dataset().getDefaultGraph()));
    }

    /** The snapshot that it asks. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The names of the snapshot's things. */
    public ThingIndex things() {
        return things;
    }

    /** The limits under which it asks. */
    public Limits limits() {
        return limits;
    }

    /**
     * Asks.
     *
     * @param given parameters as people write them
     * @throws Refusal if a parameter is unknown, missing or not what it should be, or the query goes over the limits
     */
    public Answer run(QueryFile query, Map<String, String> given) throws Refusal {
        Map<String, Node> values = values(query, given);
        Result result = heard(query, values);
        return new Answer(query, values, result, isEmpty(result) ? note(query, values) : "");
    }

    private Result heard(QueryFile query, Map<String, Node> values) throws Refusal {
        long begun = System.nanoTime();
        QueryListener.Asked asked = new QueryListener.Asked(
                query.name(),
                () -> values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + written(value.getValue()))
                        .collect(Collectors.joining(" ")));
        try {
            Result result = result(query, values);
            listener.ended(asked, Duration.ofNanos(System.nanoTime() - begun), null);
            return result;
        } catch (Refusal refusal) {
            listener.ended(asked, Duration.ofNanos(System.nanoTime() - begun), refusal);
            throw refusal;
        }
    }

    private Result result(QueryFile query, Map<String, Node> values) throws Refusal {
        if (engine.isPresent()) {
            Result result = engine.get().ask(bound(query, values), limits, limits.time());
            return result instanceof Result.Rows rows
                    ? new Result.Rows(query.query().getProjectVars(), rows.rows())
                    : result;
        }
        return GuardedQuery.of(query.query(), limits)
                .run(snapshot.dataset(), binding(query, values), given(query, values));
    }

    /**
     * The query as another store can be asked it: the parameters' values stand in place of its variables. Names are looked up in the
     * snapshot.
     *
     * @throws Refusal if a parameter is unknown, missing or not what it should be
     */
    public Query standalone(QueryFile query, Map<String, String> given) throws Refusal {
        return bound(query, values(query, given));
    }

    private Query bound(QueryFile query, Map<String, Node> values) throws Refusal {
        return QueryTransformOps.transform(
                QueryFactory.create(BoundQuery.text(query, values)),
                given(query, values).transform());
    }

    /**
     * The text of the same, for people: after a comment that says what it asks, laid out as in its file.
     *
     * @throws Refusal if a parameter is unknown, missing or not what it should be
     */
    public String text(QueryFile query, Map<String, String> given) throws Refusal {
        String comment = "# " + query.summary() + "\n";
        return query.rows().isEmpty()
                ? comment + BoundQuery.text(query, values(query, given))
                : comment + "# The rows in VALUES were found by a search that SPARQL cannot do.\n"
                        + standalone(query, given).toString().strip();
    }

    private GivenRows given(QueryFile query, Map<String, Node> values) throws Refusal {
        if (query.rows().isEmpty()) {
            return GivenRows.NONE;
        }
        if (values.get("a").equals(values.get("b"))) {
            throw wrong("b", Refusal.Wrong.REPEATED, "a and b are the same", "name two things");
        }
        return GivenRows.connections(connections.get(), values);
    }

    private static Binding binding(QueryFile query, Map<String, Node> values) {
        BindingBuilder binding = BindingBuilder.create();
        for (Parameter parameter : query.parameters()) {
            Node value = values.get(parameter.name());
            if (value != null) {
                binding.add(parameter.variable(), value);
            }
        }
        return binding.build();
    }

    /**
     * The values of a query's parameters, defaults included, as terms that stand in place of its variables.
     *
     * @throws Refusal if one is unknown, missing or not what it should be
     */
    public Map<String, Node> values(QueryFile query, Map<String, String> asked) throws Refusal {
        Map<String, String> given = query.named(asked);
        List<String> known = query.parameters().stream().map(Parameter::name).toList();
        for (String name : new TreeMap<>(given).keySet()) {
            if (!known.contains(name)) {
                throw bad(
                        query.name() + " has no parameter '" + name + "'",
                        Nearest.hint(
                                name,
                                known,
                                known.isEmpty() ? "it has none" : "its parameters are " + String.join(", ", known)));
            }
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            value(query, parameter, given).ifPresent(value -> values.put(parameter.name(), value));
        }
        return values;
    }

    /** Everything that is wrong with the values of a query's parameters, by the parameter's name, in their order. */
    public Map<String, Refusal> faults(QueryFile query, Map<String, String> asked) {
        Map<String, String> given = query.named(asked);
        Map<String, Refusal> faults = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            try {
                value(query, parameter, given);
            } catch (Refusal refusal) {
                faults.put(parameter.name(), refusal);
            }
        }
        return faults;
    }

    private Optional<Node> value(QueryFile query, Parameter parameter, Map<String, String> given) throws Refusal {
        String text = given.getOrDefault(parameter.name(), "").strip();
        if (text.isEmpty()) {
            text = parameter.defaultValue();
        }
        if (text.isEmpty() && parameter.required()) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MISSING,
                    query.name() + " needs the parameter " + parameter.name() + ": " + parameter.help(),
                    "for example " + parameter.name() + "=" + parameter.example());
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(value(parameter, text));
    }

    private Node value(Parameter parameter, String text) throws Refusal {
        if (parameter.type() != ParameterType.TEXT
                && parameter.kinds().isEmpty()
                && text.length() > Nearest.MOST_CHARACTERS) {
            throw tooLong(parameter, text, Nearest.MOST_CHARACTERS);
        }
        try {
            return switch (parameter.type()) {
                case TEXT -> text(parameter, text);
                case INTEGER -> Literals.integer(text);
                case YEAR -> Literals.year(text);
                case DATE -> Literals.date(text);
                case CHOICE -> choice(parameter, text);
                default -> thing(parameter, text);
            };
        } catch (IllegalArgumentException e) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MALFORMED,
                    parameter.name() + ": " + e.getMessage(),
                    "for example " + parameter.name() + "=" + parameter.example());
        }
    }

    private Node thing(Parameter parameter, String text) throws Refusal {
        try {
            return things.find(text, parameter.kinds());
        } catch (Refusal e) {
            // Of a query's parameter even an unknown thing is a bad request: the query itself was found.
            Refusal.Fault fault = e.fault().orElseThrow();
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    parameter.name() + ": " + e.getMessage(),
                    e.fix(),
                    new Refusal.Fault(parameter.name(), fault.wrong(), fault.instead()));
        }
    }

    /** The most characters that the value of a parameter can have; of things also the longest title counts as a name. */
    public static int mostCharacters(Parameter parameter) {
        if (!parameter.kinds().isEmpty()) {
            return TITLE_CHARACTERS;
        }
        return parameter.type() == ParameterType.TEXT ? TEXT_CHARACTERS : Nearest.MOST_CHARACTERS;
    }

    private static Node text(Parameter parameter, String text) throws Refusal {
        if (text.length() > TEXT_CHARACTERS) {
            throw tooLong(parameter, text, TEXT_CHARACTERS);
        }
        return Literals.text(text);
    }

    private static Refusal tooLong(Parameter parameter, String text, int most) {
        return wrong(
                parameter.name(),
                Refusal.Wrong.MALFORMED,
                parameter.name() + ": has " + text.length() + " characters",
                "use at most " + most);
    }

    private static Node choice(Parameter parameter, String text) throws Refusal {
        if (!parameter.choices().contains(text)) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MALFORMED,
                    parameter.name() + ": '" + text + "' is not a choice",
                    "choose one of " + String.join(", ", parameter.choices()));
        }
        return Literals.text(text);
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }

    private static Refusal wrong(String parameter, Refusal.Wrong wrong, String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix, new Refusal.Fault(parameter, wrong, List.of()));
    }

    private static boolean isEmpty(Result result) {
        return (result instanceof Result.Rows rows && rows.rows().isEmpty())
                || (result instanceof Result.Triples triples && triples.graph().isEmpty());
    }

    /** Why there is nothing: what the query says of it, how closely the organisations were looked at, and what else to ask. */
    private String note(QueryFile query, Map<String, Node> values) {
        List<String> sentences = new ArrayList<>();
        QueryWords words = query.words("en");
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(name, shown(value)));
        sentences.add(
                words.empty().isEmpty()
                        ? "The sources state nothing of the kind."
                        : QueryWords.filled(words.empty(), named));
        if (!words.looked().isEmpty()) {
            sentences.add("Looked at: " + String.join("; ", words.looked().values()) + ".");
        }
        values.values().stream().distinct().forEach(value -> addCoverage(value, sentences));
        words.instead().forEach((parameter, sentence) -> {
            String[] pair = parameter.split("=", 2);
            Node current = values.get(pair[0]);
            if (pair.length < 2 || current == null || !shown(current).equals(pair[1])) {
                sentences.add("Ask with " + parameter + ": " + sentence);
            }
        });
        for (Followed followed : followed(query, values, "en")) {
            sentences.add(followed.sentence());
            if (followed.offered()) {
                sentences.add("Ask: ./geneva query " + followed.query().name() + " "
                        + followed.given().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" "))
                        + ".");
            }
        }
        return String.join(" ", sentences);
    }

    /**
     * What came of a follow-up.
     *
     * @param query the query that was asked
     * @param given its parameters, things by their slugs
     * @param sentence what to say of it
     * @param offered whether it has an answer to look at
     */
    public record Followed(QueryFile query, Map<String, String> given, String sentence, boolean offered) {}

    /** Asks what a query without an answer is followed by, and tells in a language what came of it. */
    public List<Followed> followed(QueryFile query, Map<String, Node> values, String language) {
        Map<String, String> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, written(value)));
        List<Followed> all = new ArrayList<>();
        for (FollowUp followUp : query.followUps()) {
            QueryFile next = followUp.target().orElseThrow();
            Map<String, String> given = new LinkedHashMap<>();
            followUp.with().forEach((name, text) -> given.put(name, QueryWords.filled(text, written)));
            try {
                // Its own follow-ups are not asked: two queries may follow each other.
                Result result = result(next, values(next, given));
                Map<String, String> sentences = isEmpty(result) ? followUp.none() : followUp.some();
                String sentence = sentences.getOrDefault(language, sentences.getOrDefault("en", ""));
                if (!sentence.isEmpty()) {
                    all.add(new Followed(next, given, QueryWords.filled(sentence, columns(result)), !isEmpty(result)));
                }
            } catch (Refusal refusal) {
                // What cannot be asked, such as the connection of a thing with itself, is not told.
            }
        }
        return all;
    }

    private static String written(Node value) {
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : Iris.parse(value.getURI()).map(Iris.Id::slug).orElse(value.getURI());
    }

    /** What stands in each column of an answer, each value once. */
    private static Map<String, String> columns(Result result) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (result instanceof Result.Rows rows) {
            for (Var variable : rows.variables()) {
                columns.put(
                        variable.getVarName(),
                        rows.rows().stream()
                                .map(row -> row.get(variable))
                                .filter(node -> node != null && node.isLiteral())
                                .map(Node::getLiteralLexicalForm)
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
        }
        return columns;
    }

    private String shown(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : things.label(value);
    }

    private void addCoverage(Node value, List<String> sentences) {
        if (isOrganisation(value)) {
            String profiles = String.join(", ", profiles(value));
            sentences.add(
                    profiles.isEmpty()
                            ? things.label(value)
                                    + " is only mentioned: no source text is about it, so silence proves little."
                            : things.label(value) + " is profiled: the source text " + profiles + " is about it.");
        }
    }

    /** Whether a value of a parameter is an organisation, of which silence says more or less as it has a profile or not. */
    public static boolean isOrganisation(Node value) {
        return value.isURI()
                && Iris.parse(value.getURI())
                        .filter(id -> id.kind().equals("organisation"))
                        .isPresent();
    }

    /** The slugs of the source texts that are about an organisation, in their order. */
    public List<String> profiles(Node organisation) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        return graph.stream(organisation, GG.profiledIn, Node.ANY)
                .map(triple -> Iris.parse(triple.getObject().getURI())
                        .map(Iris.Id::slug)
                        .orElse(""))
                .sorted()
                .toList();
    }
}
