package org.genevagraph.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.SparqlText;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.syntax.TurtleFile;

/** Looks at the queries of shapes, which are SHACL's constraints in SPARQL: whether they can be parsed, and do what SHACL lets them. */
final class SparqlConstraints {
    private final ShapesGraph shapes;
    private final Optional<DeclaredTerms> terms;
    private final Problems problems;
    private final Map<String, String> prefixes = new HashMap<>();

    /**
     * Reads the prefixes that the shapes declare for their queries.
     *
     * @param terms what queries may name; empty if anything
     */
    SparqlConstraints(ShapesGraph shapes, Optional<DeclaredTerms> terms, Problems problems) {
        this.shapes = shapes;
        this.terms = terms;
        this.problems = problems;
        shapes.all().stream(Node.ANY, SHACL.declare, Node.ANY).forEach(triple -> {
            Optional<Node> prefix = shapes.value(triple.getObject(), SHACL.prefix);
            Optional<Node> namespace = shapes.value(triple.getObject(), SHACL.namespace);
            if (prefix.filter(Node::isLiteral).isPresent()
                    && namespace.filter(Node::isLiteral).isPresent()) {
                prefixes.put(
                        prefix.get().getLiteralLexicalForm(), namespace.get().getLiteralLexicalForm());
            }
        });
    }

    /** Looks at the queries of a file. */
    void check(TurtleFile file) {
        file.graph().stream(Node.ANY, SHACL.select, Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .forEach(triple -> query(file, triple));
    }

    private void query(TurtleFile file, Triple triple) {
        String text = triple.getObject().getLiteralLexicalForm();
        int begins = ShapesGraph.lineOf(file, triple);
        StringBuilder declared = new StringBuilder();
        // On one line, so that the lines of the query are those of the file.
        prefixes.forEach((prefix, namespace) -> declared.append("PREFIX " + prefix + ": <" + namespace + "> "));
        Optional<Query> query = new SparqlText(file.file(), declared + text, begins).parse(problems);
        terms.ifPresent(known -> known.check(file.file(), TermUse.in(text, prefixes, begins), problems));
        if (query.isEmpty()) {
            return;
        }
        unsupported(query.get())
                .forEach((what, fix) ->
                        problem(file, begins, "the query of a shape " + what + ", which SHACL forbids", fix));
        if (!query.get().isSelectType()) {
            problem(file, begins, "the query of a shape is no SELECT", "write SELECT $this … WHERE { … }");
        } else if (shapes.all().contains(Node.ANY, SHACL.sparql, triple.getSubject())
                && !query.get().getProjectVars().contains(Var.alloc("this"))) {
            problem(file, begins, "the query of a shape does not select $this", "write SELECT $this … WHERE { … }");
        }
    }

    /**
     * What has no meaning once values stand in place of $this, with what to write in its place. The other restrictions, on VALUES and on sub-selects
     * without $this, are for those whose queries see one focus node; ours see the whole graph.
     */
    private static Map<String, String> unsupported(Query query) {
        Map<String, String> found = new TreeMap<>();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementMinus minus) {
                found.put("uses MINUS", "write FILTER NOT EXISTS");
            }

            @Override
            public void visit(ElementService service) {
                found.put("calls another endpoint", "leave SERVICE out");
            }

            @Override
            public void visit(ElementBind bind) {
                if (bind.getVar().getVarName().equals("this")) {
                    found.put("gives $this a value", "take another variable");
                }
            }
        });
        return found;
    }

    private void problem(TurtleFile file, int line, String what, String fix) {
        problems.add(Problem.error(file.file(), line, "", what, fix));
    }
}
