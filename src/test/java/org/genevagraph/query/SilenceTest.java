package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.LookedAt;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;
import org.junit.jupiter.api.Test;

/**
 * Silence is true: every canned query is asked with every thing that fits its parameters, and may answer nothing only where no fact of those that
 * its header looks at names the thing, as subject, as object or as what the fact runs through.
 */
class SilenceTest {
    private static final int LEAST_PAIRS = 3000;
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);

    /** A query asked with one thing for one parameter. */
    private record Pair(QueryFile query, Parameter parameter, Node thing) {
        private boolean isSilent() {
            try {
                return ((Result.Rows) RUNNER.run(query, Map.of(parameter.name(), thing.getURI()))
                                .result())
                        .rows()
                        .isEmpty();
            } catch (Refusal refusal) {
                throw new AssertionError(this + ": " + refusal.line(), refusal);
            }
        }

        @Override
        public String toString() {
            Iris.Id id = Iris.parse(thing.getURI()).orElseThrow();
            return query.name() + " " + parameter.name() + "=" + id.kind() + ":" + id.slug();
        }
    }

    private static List<QueryFile> queries() throws IOException, ProblemException {
        return List.copyOf(Mini.queries().all());
    }

    /** The parameters of a query that can be asked with one thing alone. */
    private static Stream<Parameter> askedAlone(QueryFile query) {
        return query.parameters().stream()
                .filter(parameter -> !parameter.kinds().isEmpty())
                .filter(parameter -> query.parameters().stream()
                        .filter(other ->
                                other.required() && other.defaultValue().isEmpty())
                        .allMatch(parameter::equals));
    }

    @Test
    void everyQueryAboutAThingSaysWhatItLooksAt() throws IOException, ProblemException {
        assertEquals(
                List.of(),
                queries().stream()
                        .filter(query -> askedAlone(query).findAny().isPresent())
                        .filter(query -> query.lookedAt().equals(LookedAt.NOTHING))
                        .map(QueryFile::name)
                        .toList());
    }

    @Test
    void noAnswerIsEmptyWhereAFactNamesTheThing() throws Exception {
        Map<String, List<Node>> things = things();
        List<Pair> pairs = new ArrayList<>();
        List<Pair> named = new ArrayList<>();
        for (QueryFile query : queries()) {
            Set<Node> facts = named(query.lookedAt());
            askedAlone(query)
                    .forEach(parameter -> parameter.kinds().stream()
                            .flatMap(kind -> things.getOrDefault(kind, List.of()).stream())
                            .map(thing -> new Pair(query, parameter, thing))
                            .forEach(pair -> {
                                pairs.add(pair);
                                if (facts.contains(pair.thing())) {
                                    named.add(pair);
                                }
                            }));
        }
        assertTrue(pairs.size() > LEAST_PAIRS, "pairs: " + pairs.size());
        Set<String> silent = named.parallelStream()
                .filter(Pair::isSilent)
                .map(Pair::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Integer> counts = new TreeMap<>();
        silent.forEach(pair -> counts.merge(pair.split(" ", -1)[0], 1, Integer::sum));
        assertEquals(
                "",
                String.join("\n", silent),
                () -> pairs.size() + " pairs, " + named.size() + " with facts, " + silent.size() + " of them silent: "
                        + counts);
    }

    private static Map<String, List<Node>> things() {
        Map<String, List<Node>> things = new HashMap<>();
        Mini.realSnapshot().dataset().getDefaultGraph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .forEach(thing -> Iris.parse(thing.getURI())
                        .ifPresent(id -> things.computeIfAbsent(id.kind(), kind -> new ArrayList<>())
                                .add(thing)));
        return things;
    }

    /** The things that facts name which a query has to look at. */
    private static Set<Node> named(LookedAt looked) throws Refusal {
        if (looked.facts().isEmpty()) {
            return Set.of();
        }
        String kinds = looked.kinds().isEmpty()
                ? ""
                : looked.kinds().stream()
                        .map(kind -> "STRSTARTS(STR(?other), '" + Iris.BASE + "id/" + kind + "/')")
                        .collect(Collectors.joining(" || ", "FILTER (", ")"));
        StringBuilder query = new StringBuilder();
        Prefixes.ALL.forEach((prefix, namespace) -> query.append("PREFIX ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append(">\n"));
        query.append("SELECT DISTINCT ?thing WHERE {\n { SELECT DISTINCT ?named WHERE {\n")
                .append("{ ?named ")
                .append(joined(looked.facts(), "|"))
                .append(" ?other } UNION { VALUES ?wanted { ")
                .append(joined(
                        looked.facts().stream().filter(P_Link.class::isInstance).toList(), " "))
                .append(" } ?property rdfs:subPropertyOf* ?wanted . ?statement rdf:predicate ?property .\n")
                .append("{ ?statement rdf:subject ?named ; rdf:object|gg:via ?other } UNION ")
                .append("{ ?statement rdf:object ?named ; rdf:subject|gg:via ?other } UNION ")
                .append("{ ?statement gg:via ?named ; rdf:subject|rdf:object ?other } }\n")
                .append("FILTER (isIRI(?named)) ")
                .append(kinds)
                .append("} }\n ?thing (")
                .append(looked.through().isEmpty() ? "gg:none" : joined(looked.through(), "|"))
                .append(")? ?named }");
        Result.Rows rows = (Result.Rows) GuardedQuery.parse(query.toString(), Limits.STANDARD)
                .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        return rows.rows().stream().map(row -> row.get("thing")).collect(Collectors.toSet());
    }

    private static String joined(List<Path> paths, String separator) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(separator));
    }
}
