package org.genevagraph.load.row;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.table.Row;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Writes the facts of one row about one subject: each method takes a column's cell, checks it and emits what it says. */
public final class RowFacts {
    /** What has more words or letters is a name or a sentence: "AI for Good" has three. */
    private static final int MOST_WORDS = 4;

    private static final int LONGEST_ACRONYM = 30;

    private static final Pattern FAR_OFF = Pattern.compile("(?:[03-9]\\d|2[2-9])\\d{2}(?:-\\d{2}){0,2}");

    /** What to do about a cell that should hold a date and does not. */
    public static final String DATE_FIX = "write a year, month or day: 2021, 2021-03 or 2021-03-15";

    private final Node subject;
    private final Row row;
    private final Loading loading;

    public RowFacts(Node subject, Row row, Loading loading) {
        this.subject = subject;
        this.row = row;
        this.loading = loading;
    }

    /** Says of which class the subject is. */
    public RowFacts type(Node type, String column) {
        return fact(RDF.type.asNode(), type, column);
    }

    /** The one English name. */
    public RowFacts name(String column) {
        String name = row.get(column);
        if (name.isEmpty()) {
            problem(column, "is empty", "give it a name");
            return this;
        }
        single(column);
        return label(name, column);
    }

    /** A cell that says more than it is for is warned of, and taken all the same. */
    public RowFacts atMost(int characters, String column) {
        int length = row.get(column).length();
        if (length > characters) {
            loading.problems()
                    .add(Problem.warning(
                            row.table().file(),
                            row.line(),
                            column,
                            "has " + length + " characters",
                            "say it in at most " + characters));
        }
        return this;
    }

    /** The one English name, put together from other cells. */
    public RowFacts label(String name, String column) {
        fact(SKOS.prefLabel.asNode(), Literals.english(name), column);
        return fact(RDFS.label.asNode(), Literals.english(name), column);
    }

    /** Acronyms, which are other names as well. */
    public RowFacts acronyms(String column) {
        for (String acronym : row.list(column)) {
            if (acronym.split(" ").length > MOST_WORDS || acronym.length() > LONGEST_ACRONYM) {
                problem(
                        column,
                        "'" + acronym + "' is no acronym",
                        "give the short form alone; longer names are aliases");
                continue;
            }
            fact(GG.acronym, Literals.text(acronym), column);
            otherName(acronym, column);
        }
        return this;
    }

    /** Other names. */
    public RowFacts aliases(String column) {
        row.list(column).forEach(alias -> otherName(alias, column));
        return this;
    }

    RowFacts otherName(String name, String column) {
        return fact(SKOS.altLabel.asNode(), Literals.text(name), column);
    }

    /** A code by which people call it as well, for example {@code C10}. */
    public RowFacts codeAsName(String column) {
        String code = row.get(column);
        return code.isEmpty() ? this : otherName(code, column);
    }

    /** A number by which people call it as well, with what stands before it: {@code SDG 9}. */
    public RowFacts numberAsName(String before, String column) {
        String number = row.get(column);
        return number.isEmpty() ? this : otherName(before + number, column);
    }

    /** A concept of a scheme of the ontology. */
    public RowFacts concept(String column, Node property, String scheme) {
        return concept(row.get(column), column, property, scheme);
    }

    /** Concepts of a scheme of the ontology, each once; nothing if the cell is empty. */
    public RowFacts concepts(String column, Node property, String scheme) {
        row.list(column).stream().distinct().forEach(slug -> concept(slug, column, property, scheme));
        return this;
    }

    private RowFacts concept(String slug, String column, Node property, String scheme) {
        Optional<Node> concept = loading.ontology().concept(scheme, slug);
        if (concept.isEmpty()) {
            Collection<String> known = loading.ontology().concepts(scheme);
            if (known.isEmpty()) {
                // One fault, however many cells name one of them.
                loading.problems()
                        .add(Problem.error(
                                "ontology/schemes.ttl",
                                0,
                                "",
                                loading.ontology().isWithoutConcepts()
                                        ? "declares no concept of any scheme"
                                        : "declares no concept of the scheme " + scheme,
                                "bring them back, each with skos:inScheme"));
                loading.things().miss();
                return this;
            }
            problem(
                    column,
                    slug.isEmpty() ? "is empty" : "'" + slug + "' is no " + scheme.replace('-', ' '),
                    Nearest.hint(slug, known, "choose one of " + String.join(", ", known)));
            return this;
        }
        return fact(property, concept.get(), column);
    }

    /** Checks that the cell holds one value: a bar separates values in other columns, and means nothing here. */
    public void single(String column) {
        if (row.get(column).indexOf('|') >= 0) {
            problem(column, "takes one value, and has a bar as between several", "write one, without a bar");
        }
    }

    /** A text in the project's own English words; nothing if the cell is empty. */
    public RowFacts english(String column, Node property) {
        single(column);
        return value(column, property, Literals::english, "");
    }

    /** A text in no particular language; nothing if the cell is empty. */
    public RowFacts text(String column, Node property) {
        return value(column, property, Literals::text, "");
    }

    /** A date; nothing if the cell is empty. */
    public RowFacts date(String column, Node property) {
        return ofOurTime(column).value(column, property, Literals::date, DateHint.of(row.get(column)));
    }

    /** A year; nothing if the cell is empty. */
    public RowFacts year(String column, Node property) {
        return ofOurTime(column).value(column, property, Literals::year, NumberHint.year(row.get(column)));
    }

    /** Tells a year before 1000 or after 2199: nobody governed anything digital then, and a digit is soon mistyped. */
    private RowFacts ofOurTime(String column) {
        if (FAR_OFF.matcher(row.get(column)).matches()) {
            problem(column, "'" + row.get(column) + "' is far from our time", "write the year that the passage says");
        }
        return this;
    }

    /** A whole number; nothing if the cell is empty. */
    public RowFacts integer(String column, Node property) {
        return value(column, property, Literals::integer, NumberHint.whole(row.get(column)));
    }

    /** A number; nothing if the cell is empty. */
    public RowFacts decimal(String column, Node property) {
        return value(column, property, Literals::decimal, NumberHint.decimal(row.get(column)));
    }

    /** The address of a Web page; nothing if the cell is empty. */
    public RowFacts page(String column, Node property) {
        return value(column, property, Literals::webIri, NumberHint.page(row.get(column)));
    }

    /** The things of some kinds that the cell names. */
    public RowFacts references(String column, Node property, Collection<String> kinds) {
        for (Node object : resolveAll(column, kinds)) {
            fact(property, object, column);
        }
        return this;
    }

    /** The passages that say so; an evidence cell that names no known passage is a problem. */
    public RowFacts evidence(String column) {
        return references(column, GG.evidence, List.of("passage"));
    }

    /** The standing of a statement, where the kind of table decides it. */
    public RowFacts standing(String standing, String column) {
        return fact(GG.standing, Iris.concept("standing", standing), column);
    }

    /** A role in given words instead of a cell's. */
    public RowFacts role(String role, String column) {
        return fact(GG.role, Literals.english(role), column);
    }

    /** All things that a cell names; unknown ones are problems. */
    public List<Node> resolveAll(String column, Collection<String> kinds) {
        return row.list(column).stream()
                .flatMap(reference ->
                        loading.things().resolve(reference, kinds, row, column, loading.problems()).stream())
                .toList();
    }

    /** The same of a cell without which its row says nothing; that it is empty is a problem. */
    public List<Node> needed(String column, Collection<String> kinds) {
        needed(column);
        return resolveAll(column, kinds);
    }

    /** The values of a cell without which its row says nothing; that it is empty is a problem. */
    public List<String> needed(String column) {
        List<String> values = row.list(column);
        if (values.isEmpty()) {
            problem(column, "is empty", "fill it in, or delete the row");
        }
        return values;
    }

    /** Emits one triple and remembers which cell said it. */
    public RowFacts fact(Node property, Node object, String column) {
        loading.sink().triple(Triple.create(subject, property, object));
        loading.origins().add(subject, property, object, row.cell(column));
        return this;
    }

    private RowFacts value(String column, Node property, Function<String, Node> make, String fix) {
        if (row.get(column).isEmpty()) {
            return this;
        }
        try {
            return fact(property, make.apply(row.get(column)), column);
        } catch (IllegalArgumentException e) {
            problem(column, e.getMessage(), fix);
            return this;
        }
    }

    public void problem(String column, String message, String fix) {
        loading.problems().add(Problem.error(row.table().file(), row.line(), column, message, fix));
    }

    /** Says in which scheme a concept is and what stands above it. */
    public RowFacts inScheme(String scheme, String broaderColumn, String kind) {
        fact(SKOS.inScheme.asNode(), Iris.scheme(scheme), "id");
        references(broaderColumn, SKOS.broader.asNode(), List.of(kind));
        if (row.get(broaderColumn).isEmpty()) {
            fact(SKOS.topConceptOf.asNode(), Iris.scheme(scheme), "id");
        }
        return this;
    }
}
