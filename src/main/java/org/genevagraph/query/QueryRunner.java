package org.genevagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.FollowUp;
import org.genevagraph.query.catalogue.Lazy;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.query.chains.ConnectionIndex;
import org.genevagraph.query.chains.GivenRows;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.grammar.English;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.guard.OverLimit;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.plan.QueryPlan;
import org.genevagraph.query.plan.QueryPlans;
import org.genevagraph.query.plan.SettledConditions;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Asks canned queries of one snapshot. */
public final class QueryRunner {
    private final Snapshot snapshot;
    private final ThingIndex things;
    private final ParameterValues parameters;
    private final Limits limits;
    private final Lazy<ConnectionIndex> connections;
    private final QueryListener listener;
    private final Optional<Store> store;
    private final QueryPlans plans = new QueryPlans();

    /** For a snapshot in memory, under limits. */
    public QueryRunner(Snapshot snapshot, Limits limits) {
        this(snapshot, limits, Optional.empty(), QueryListener.NONE);
    }

    /**
     * For a snapshot, under limits.
     *
     * @param store where it was published, if queries are run there
     * @param listener listens to what is asked
     */
    public QueryRunner(Snapshot snapshot, Limits limits, Optional<Store> store, QueryListener listener) {
        this.store = store;
        this.listener = listener;
        this.snapshot = snapshot;
        this.things = ThingIndex.of(snapshot.dataset().getDefaultGraph());
        this.parameters = new ParameterValues(things);
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
        Map<String, Node> values = parameters.of(query, given);
        Result result;
        try {
            result = heard(query, values);
        } catch (Refusal refusal) {
            List<String> open = query.parameters().stream()
                    .map(Parameter::name)
                    .filter(name -> !values.containsKey(name))
                    .toList();
            throw OverLimit.narrowed(refusal, open);
        }
        return new Answer(query, values, result, isEmpty(result) ? note(query, values) : "");
    }

    private Result heard(QueryFile query, Map<String, Node> values) throws Refusal {
        QueryListener.Asked asked = new QueryListener.Asked(
                query.name(),
                () -> values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + written(value.getValue()))
                        .collect(Collectors.joining(" ")));
        return listener.heard(asked, () -> result(query, values));
    }

    private Result result(QueryFile query, Map<String, Node> values) throws Refusal {
        if (store.isPresent()) {
            return store.get().ask(bound(query, values), limits, limits.time());
        }
        // A plan holds neither the template of a CONSTRUCT nor rows that are found for one question only.
        if (query.query().isSelectType() && query.rows().isEmpty()) {
            QueryPlan plan = plans.of(query, values, (asked, any) -> QueryPlan.of(bound(asked, any)));
            return GuardedQuery.of(plan, limits).run(snapshot.dataset(), BindingFactory.empty());
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
        return bound(query, parameters.of(query, given));
    }

    private Query bound(QueryFile query, Map<String, Node> values) throws Refusal {
        Set<Var> missing = query.parameters().stream()
                .filter(parameter -> !values.containsKey(parameter.name()))
                .map(Parameter::variable)
                .collect(Collectors.toSet());
        Query bound = QueryFactory.create(BoundQuery.text(query, values));
        return SettledConditions.in(
                QueryTransformOps.transform(bound, given(query, values).transform()), missing);
    }

    /**
     * The text of the same, for people: after a comment that says what it asks, laid out as in its file.
     *
     * @throws Refusal if a parameter is unknown, missing or not what it should be
     */
    public String text(QueryFile query, Map<String, String> given) throws Refusal {
        String comment = "# " + query.summary() + "\n";
        return query.rows().isEmpty()
                ? comment + BoundQuery.text(query, parameters.of(query, given))
                : comment + "# The rows in VALUES were found by a search that SPARQL cannot do.\n"
                        + standalone(query, given).toString().strip();
    }

    private GivenRows given(QueryFile query, Map<String, Node> values) throws Refusal {
        if (query.rows().isEmpty()) {
            return GivenRows.NONE;
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

    /** The values of parameters, as people write them. */
    public ParameterValues parameters() {
        return parameters;
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
        values.forEach((name, value) -> named.put(name, spoken(value)));
        sentences.add(
                words.empty().isEmpty()
                        ? "The sources state nothing of the kind."
                        : English.agreed(QueryWords.filled(words.empty(), named)));
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
                Result result = result(next, parameters.of(next, given));
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

    /** What a value is called in a sentence, which then takes its article. */
    private String spoken(Node value) {
        return value.isLiteral() ? shown(value) : English.named(shown(value), value.getURI());
    }

    private void addCoverage(Node value, List<String> sentences) {
        if (isOrganisation(value)) {
            String profiles = String.join(", ", profiles(value));
            sentences.add(English.agreed(spoken(value)
                    + (profiles.isEmpty()
                            ? " is only mentioned: no source text is about it, so silence proves little."
                            : " is profiled: the source text " + profiles + " is about it.")));
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
