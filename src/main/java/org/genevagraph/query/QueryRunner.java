package org.genevagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.genevagraph.problem.Nearest;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Asks canned queries of one snapshot. */
public final class QueryRunner {
    private static final int TEXT_CHARACTERS = 500;

    private final Snapshot snapshot;
    private final ThingIndex things;
    private final Limits limits;
    private final Lazy<ConnectionIndex> connections;

    /** For a snapshot, under limits. */
    public QueryRunner(Snapshot snapshot, Limits limits) {
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
        Result result = GuardedQuery.of(query.query(), limits)
                .run(snapshot.dataset(), binding(query, values), given(query, values));
        return new Answer(query, result, isEmpty(result) ? note(query, values) : "");
    }

    /**
     * The query as another store can be asked it: the parameters' values stand in place of its variables. Names are looked up in the
     * snapshot.
     *
     * @throws Refusal if a parameter is unknown, missing or not what it should be
     */
    public Query standalone(QueryFile query, Map<String, String> given) throws Refusal {
        Map<String, Node> values = values(query, given);
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
            throw bad("a and b are the same", "name two things");
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
    public Map<String, Node> values(QueryFile query, Map<String, String> given) throws Refusal {
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
            String text = given.getOrDefault(parameter.name(), "").strip();
            if (text.isEmpty()) {
                text = parameter.defaultValue();
            }
            if (!text.isEmpty()) {
                values.put(parameter.name(), value(parameter, text));
            } else if (parameter.required()) {
                throw bad(
                        query.name() + " needs the parameter " + parameter.name() + ": " + parameter.help(),
                        "for example " + parameter.name() + "=" + parameter.example());
            }
        }
        return values;
    }

    private Node value(Parameter parameter, String text) throws Refusal {
        try {
            return switch (parameter.type()) {
                case TEXT -> text(parameter, text);
                case INTEGER -> Literals.integer(text);
                case YEAR -> Literals.year(text);
                case CHOICE -> choice(parameter, text);
                default -> thing(parameter, text);
            };
        } catch (IllegalArgumentException e) {
            throw bad(
                    parameter.name() + ": " + e.getMessage(),
                    "for example " + parameter.name() + "=" + parameter.example());
        }
    }

    private Node thing(Parameter parameter, String text) throws Refusal {
        try {
            return things.find(text, parameter.type().kinds());
        } catch (Refusal e) {
            // Of a query's parameter even an unknown thing is a bad request: the query itself was found.
            throw bad(parameter.name() + ": " + e.getMessage(), e.mend());
        }
    }

    private static Node text(Parameter parameter, String text) throws Refusal {
        if (text.length() > TEXT_CHARACTERS) {
            throw bad(parameter.name() + ": has " + text.length() + " characters", "use at most " + TEXT_CHARACTERS);
        }
        return Literals.text(text);
    }

    private static Node choice(Parameter parameter, String text) throws Refusal {
        if (!parameter.choices().contains(text)) {
            throw bad(
                    parameter.name() + ": '" + text + "' is not a choice",
                    "choose one of " + String.join(", ", parameter.choices()));
        }
        return Literals.text(text);
    }

    private static Refusal bad(String cause, String mend) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, mend);
    }

    private static boolean isEmpty(Result result) {
        return (result instanceof Result.Rows rows && rows.rows().isEmpty())
                || (result instanceof Result.Triples triples && triples.graph().isEmpty());
    }

    /** Why there is nothing: what the query says of it, how closely the organisations were looked at, and what else to ask. */
    private String note(QueryFile query, Map<String, Node> values) {
        List<String> sentences = new ArrayList<>();
        String empty = query.empty().isEmpty() ? "The sources state nothing of the kind." : query.empty();
        for (Map.Entry<String, Node> value : values.entrySet()) {
            empty = empty.replace("{" + value.getKey() + "}", shown(value.getValue()));
        }
        sentences.add(empty);
        values.values().stream().distinct().forEach(value -> addCoverage(value, sentences));
        query.instead().forEach((parameter, sentence) -> {
            String[] pair = parameter.split("=", 2);
            Node current = values.get(pair[0]);
            if (pair.length < 2 || current == null || !shown(current).equals(pair[1])) {
                sentences.add("Ask with " + parameter + ": " + sentence);
            }
        });
        return String.join(" ", sentences);
    }

    private String shown(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : things.label(value);
    }

    private void addCoverage(Node value, List<String> sentences) {
        if (!value.isURI()
                || Iris.parse(value.getURI())
                        .filter(id -> id.kind().equals("organisation"))
                        .isEmpty()) {
            return;
        }
        Graph graph = snapshot.dataset().getDefaultGraph();
        String profiles = graph.stream(value, GG.profiledIn, Node.ANY)
                .map(triple -> Iris.parse(triple.getObject().getURI())
                        .map(Iris.Id::slug)
                        .orElse(""))
                .sorted()
                .collect(Collectors.joining(", "));
        sentences.add(
                profiles.isEmpty()
                        ? things.label(value)
                                + " is only mentioned: no source text is about it, so silence proves little."
                        : things.label(value) + " is profiled: the source text " + profiles + " is about it.");
    }
}
