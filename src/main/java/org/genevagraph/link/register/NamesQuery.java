package org.genevagraph.link.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * A SELECT with {@code VALUES ?name { … }} in it, in whose place names are put as values.
 *
 * @param text the query
 * @param columns what its columns say, where their names do not tell
 */
public record NamesQuery(String text, Map<Columns.Role, String> columns) {
    private static final Var NAME = Var.alloc("name");
    /** The language that Wikidata gives names which are the same in many. */
    private static final String MANY = "mul";

    /**
     * A query.
     *
     * @throws IllegalArgumentException if it is no SELECT with values for {@code ?name}; the message says what is wrong
     */
    public NamesQuery {
        columns = Map.copyOf(columns);
        values(parse(text));
    }

    /** The query that comes with the program for a kind of register: {@code wikidata} or {@code thesaurus}. */
    public static NamesQuery own(String register) {
        try (InputStream query = NamesQuery.class.getResourceAsStream("/link/" + register + ".rq")) {
            return new NamesQuery(new String(query.readAllBytes(), StandardCharsets.UTF_8), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read", e);
        }
    }

    /** The query for some names: in each of the languages and in none, as written and in capitals, as thesauri write. */
    String with(Collection<String> names, Collection<String> languages) {
        Query query = parse(text);
        Set<Node> literals = new LinkedHashSet<>();
        for (String name : names) {
            for (String spelt : List.of(name, name.toUpperCase(Locale.ROOT))) {
                literals.add(NodeFactory.createLiteralString(spelt));
                languages.forEach(language -> literals.add(NodeFactory.createLiteralLang(spelt, language)));
                literals.add(NodeFactory.createLiteralLang(spelt, MANY));
            }
        }
        ElementData values = values(query);
        values.getRows().clear();
        literals.forEach(literal -> values.add(BindingFactory.binding(NAME, literal)));
        return query.serialize();
    }

    private static Query parse(String text) {
        try {
            Query query = QueryFactory.create(text);
            if (!query.isSelectType()) {
                throw new IllegalArgumentException("is no SELECT");
            }
            return query;
        } catch (QueryParseException e) {
            throw new IllegalArgumentException(
                    "is no SPARQL: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static ElementData values(Query query) {
        ElementData[] found = {null};
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementData data) {
                if (data.getVars().equals(List.of(NAME))) {
                    found[0] = data;
                }
            }
        });
        if (found[0] == null) {
            throw new IllegalArgumentException("has no VALUES ?name { \"\" } in whose place the names are put");
        }
        return found[0];
    }
}
