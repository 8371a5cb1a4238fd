package org.genevagraph.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.shacl.parser.ShapesParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.SparqlText;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.syntax.TurtleFile;

/**
 * Looks at shapes before they are run. Jena takes many a slip in silence – a shape that is not there, an unknown severity, a shape within itself
 * – and says others without a place.
 */
final class ShapesCheck {
    private static final Set<Node> ONE_NUMBER = Set.of(
            SHACL.minCount,
            SHACL.maxCount,
            SHACL.minLength,
            SHACL.maxLength,
            SHACL.qualifiedMinCount,
            SHACL.qualifiedMaxCount);
    private static final Set<Node> ONE_TRUTH =
            Set.of(SHACL.closed, SHACL.uniqueLang, SHACL.deactivated, SHACL.qualifiedValueShapesDisjoint);
    private static final Set<Node> IRIS = Set.of(
            SHACL.class_,
            SHACL.datatype,
            SHACL.equals,
            SHACL.disjoint,
            SHACL.lessThan,
            SHACL.lessThanOrEquals,
            SHACL.targetClass,
            SHACL.targetSubjectsOf,
            SHACL.targetObjectsOf);
    private static final Set<Node> LISTS =
            Set.of(SHACL.in, SHACL.languageIn, SHACL.and, SHACL.or, SHACL.xone, SHACL.ignoredProperties);
    private static final Set<Node> LISTS_OF_SHAPES = Set.of(SHACL.and, SHACL.or, SHACL.xone);
    private static final Set<Node> SHAPES = Set.of(SHACL.property, SHACL.node, SHACL.not, SHACL.qualifiedValueShape);
    private static final Set<Node> TEXTS = Set.of(SHACL.message, SHACL.pattern, SHACL.flags, SHACL.select, SHACL.ask);
    private static final Set<Node> SEVERITIES = Set.of(SHACL.Violation, SHACL.Warning, SHACL.Info);
    private static final Set<Node> NODE_KINDS = Set.of(
            SHACL.BlankNode,
            SHACL.IRI,
            SHACL.Literal,
            SHACL.BlankNodeOrIRI,
            SHACL.BlankNodeOrLiteral,
            SHACL.IRIOrLiteral);
    private static final Set<Node> PATHS = Set.of(
            SHACL.inversePath, SHACL.alternativePath, SHACL.zeroOrMorePath, SHACL.oneOrMorePath, SHACL.zeroOrOnePath);

    private final List<TurtleFile> files;
    private final Graph all;
    private final Problems problems;
    private final Map<String, String> prefixes = new HashMap<>();

    private ShapesCheck(List<TurtleFile> files, Graph all, Problems problems) {
        this.files = files;
        this.all = all;
        this.problems = problems;
        all.stream(Node.ANY, SHACL.declare, Node.ANY).forEach(triple -> {
            Optional<Node> prefix = value(triple.getObject(), SHACL.prefix);
            Optional<Node> namespace = value(triple.getObject(), SHACL.namespace);
            if (prefix.filter(Node::isLiteral).isPresent()
                    && namespace.filter(Node::isLiteral).isPresent()) {
                prefixes.put(
                        prefix.get().getLiteralLexicalForm(), namespace.get().getLiteralLexicalForm());
            }
        });
    }

    /**
     * Looks at all of them.
     *
     * @param all the files together, since they may refer to each other
     * @param terms what they may name; empty if anything
     */
    static void check(List<TurtleFile> files, Graph all, Optional<DeclaredTerms> terms, Problems problems) {
        Problems found = new Problems();
        ShapesCheck check = new ShapesCheck(files, all, found);
        for (TurtleFile file : files) {
            terms.ifPresent(declared -> declared.check(file.file(), TermUse.in(file.text(), Map.of(), 1), found));
            file.graph().stream()
                    // Of a misspelt term enough was said.
                    .filter(triple -> terms.isEmpty() || isDeclared(terms.get(), triple.getObject()))
                    .forEach(triple -> check.look(file, triple));
            check.lookAtSubjects(file);
            check.queries(file, terms);
        }
        check.circles();
        // What Jena says of shapes that are wrong already says the same in other words.
        if (!found.hasErrors()) {
            check.parse();
        }
        problems.addAll(found.sorted());
    }

    private static boolean isDeclared(DeclaredTerms terms, Node value) {
        return !value.isURI() || !value.getURI().startsWith(SHACL.getURI()) || terms.declares(value.getURI());
    }

    private void look(TurtleFile file, Triple triple) {
        Node property = triple.getPredicate();
        Node value = triple.getObject();
        if (ONE_NUMBER.contains(property)
                && !(value.isLiteral()
                        && value.getLiteralDatatype().equals(XSDDatatype.XSDinteger)
                        && value.getLiteral().isWellFormed()
                        && !value.getLiteralLexicalForm().startsWith("-"))) {
            wrong(file, triple, "is no whole number", "write digits only, without quotes");
        } else if (ONE_TRUTH.contains(property)
                && !(value.isLiteral()
                        && value.getLiteralDatatype().equals(XSDDatatype.XSDboolean)
                        && value.getLiteral().isWellFormed())) {
            wrong(file, triple, "is neither true nor false", "write true or false, without quotes");
        } else if (IRIS.contains(property) && !value.isURI()) {
            wrong(file, triple, "is no IRI", "name a class, property or data type, without quotes");
        } else if (LISTS.contains(property) && !isList(value)) {
            wrong(file, triple, "is no list", "write it in parentheses, separated by blanks: (one other)");
        } else if (TEXTS.contains(property) && !Util.isSimpleString(value) && !Util.isLangString(value)) {
            wrong(file, triple, "is no text", "write it in quotes");
        } else if (property.equals(SHACL.severity) && !SEVERITIES.contains(value)) {
            wrong(file, triple, "is no severity", "write sh:Violation, sh:Warning or sh:Info");
        } else if (property.equals(SHACL.nodeKind) && !NODE_KINDS.contains(value)) {
            wrong(
                    file,
                    triple,
                    "is no kind of node",
                    "write sh:IRI, sh:Literal, sh:BlankNode, or two of them such as sh:BlankNodeOrIRI");
        } else if (property.equals(SHACL.pattern)) {
            pattern(file, triple);
        } else if (property.equals(SHACL.path) && !isPath(value, new HashSet<>())) {
            wrong(file, triple, "is no path", "name a property, or a path such as [ sh:inversePath gg:partOf ]");
        } else if (SHAPES.contains(property)) {
            shape(file, triple, value);
        }
        if (LISTS_OF_SHAPES.contains(property) && isList(value)) {
            list(value).forEach(member -> shape(file, triple, member));
        }
    }

    /** A shape that another one names must be there. */
    private void shape(TurtleFile file, Triple triple, Node shape) {
        if (shape.isLiteral() || !all.contains(shape, Node.ANY, Node.ANY)) {
            List<String> known = all.stream(Node.ANY, RDF.type.asNode(), SHACL.NodeShape)
                    .map(named -> shown(named.getSubject()))
                    .toList();
            wrong(
                    file,
                    triple.getSubject(),
                    triple.getPredicate(),
                    shape,
                    "is no shape",
                    Nearest.hint(shown(shape), known, "write the shape in brackets, or name one that is there"));
        } else if (triple.getPredicate().equals(SHACL.property) && !all.contains(shape, SHACL.path, Node.ANY)) {
            problem(
                    file,
                    lineOf(file, shape),
                    "a property shape has no sh:path",
                    "say of which property: sh:path gg:…");
        }
    }

    private void pattern(TurtleFile file, Triple triple) {
        try {
            Pattern.compile(triple.getObject().getLiteralLexicalForm());
        } catch (PatternSyntaxException e) {
            wrong(
                    file,
                    triple,
                    "is no regular expression: " + e.getDescription(),
                    "close every bracket; write a backslash twice");
        }
    }

    private void lookAtSubjects(TurtleFile file) {
        Set<Node> subjects = new LinkedHashSet<>();
        file.graph().stream().forEach(triple -> subjects.add(triple.getSubject()));
        for (Node subject : subjects) {
            for (Node property : List.of(
                    SHACL.path,
                    SHACL.minCount,
                    SHACL.maxCount,
                    SHACL.datatype,
                    SHACL.nodeKind,
                    SHACL.pattern,
                    SHACL.select)) {
                List<Triple> values = all.stream(subject, property, Node.ANY).toList();
                if (values.size() > 1) {
                    int last = values.stream()
                            .mapToInt(triple -> file.lines().getOrDefault(triple, 0))
                            .max()
                            .orElse(0);
                    problem(
                            file,
                            Math.max(last, 1),
                            "a shape has " + values.size() + " values of " + shown(property)
                                    + ", where it can have one",
                            "write a shape of its own for each");
                }
            }
            if (all.contains(Node.ANY, SHACL.sparql, subject) && !all.contains(subject, SHACL.select, Node.ANY)) {
                problem(file, lineOf(file, subject), "a sh:sparql has no query", "give it sh:select");
            }
            if (all.contains(subject, RDF.type.asNode(), SHACL.NodeShape)
                    && all.contains(subject, SHACL.path, Node.ANY)) {
                problem(
                        file,
                        lineOf(file, subject),
                        shown(subject) + " is a sh:NodeShape and has a sh:path",
                        "put the path into a sh:property [ … ]");
            }
        }
    }

    private void queries(TurtleFile file, Optional<DeclaredTerms> terms) {
        file.graph().stream(Node.ANY, SHACL.select, Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .forEach(triple -> query(file, triple, terms));
    }

    private void query(TurtleFile file, Triple triple, Optional<DeclaredTerms> terms) {
        String text = triple.getObject().getLiteralLexicalForm();
        int begins = lineOf(file, triple);
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
        } else if (all.contains(Node.ANY, SHACL.sparql, triple.getSubject())
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

    /** A shape within itself has no end. */
    private void circles() {
        Set<Node> done = new HashSet<>();
        Set<Node> told = new HashSet<>();
        for (TurtleFile file : files) {
            file.graph().stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(Node::isURI)
                    .forEach(shape -> circle(shape, new LinkedHashSet<>(), done, told));
        }
    }

    private void circle(Node shape, Set<Node> above, Set<Node> done, Set<Node> told) {
        if (!above.add(shape)) {
            if (told.add(shape)) {
                files.stream()
                        .filter(file -> file.line(shape).isPresent())
                        .findFirst()
                        .ifPresent(file -> problem(
                                file,
                                lineOf(file, shape),
                                "the shape " + shown(shape) + " is checked within itself",
                                "take one of its sh:property, sh:node or the like out of the circle"));
            }
            return;
        }
        if (done.add(shape)) {
            for (Node within : within(shape)) {
                circle(within, above, done, told);
            }
        } else if (above.stream().anyMatch(node -> within(shape).contains(node))) {
            within(shape).stream().filter(above::contains).forEach(node -> circle(node, above, done, told));
        }
        above.remove(shape);
    }

    private List<Node> within(Node shape) {
        List<Node> within = new ArrayList<>();
        SHAPES.forEach(property ->
                all.stream(shape, property, Node.ANY).map(Triple::getObject).forEach(within::add));
        LISTS_OF_SHAPES.forEach(property -> all.stream(shape, property, Node.ANY)
                .map(Triple::getObject)
                .filter(this::isList)
                .forEach(list -> within.addAll(list(list))));
        return within;
    }

    /** Whatever else Jena does not understand, told at the innermost shape in which it stands. */
    private void parse() {
        for (TurtleFile file : files) {
            file.graph().stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(node -> node.isURI() && all.contains(node, RDF.type.asNode(), SHACL.NodeShape))
                    .forEach(shape -> fault(shape)
                            .ifPresent(fault -> problem(
                                    file,
                                    lineOf(file, innermost(shape)),
                                    "is no shape that can be checked: " + fault,
                                    "compare it with the other shapes, and with https://www.w3.org/TR/shacl/")));
        }
    }

    private Node innermost(Node shape) {
        return within(shape).stream()
                .filter(inner -> fault(inner).isPresent())
                .findFirst()
                .map(this::innermost)
                .orElse(shape);
    }

    private Optional<String> fault(Node shape) {
        try {
            ShapesParser.parseShape(new HashMap<>(), all, shape);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll("_:\\S+", "…"));
        }
    }

    private boolean isPath(Node path, Set<Node> above) {
        if (path.isURI()) {
            return true;
        }
        if (path.isLiteral() || above.contains(path)) {
            return false;
        }
        // The same step may stand twice in a path, only not within itself.
        Set<Node> within = new HashSet<>(above);
        within.add(path);
        if (isList(path)) {
            List<Node> steps = list(path);
            return !steps.isEmpty() && steps.stream().allMatch(step -> isPath(step, within));
        }
        List<Triple> said = all.stream(path, Node.ANY, Node.ANY).toList();
        return said.size() == 1
                && PATHS.contains(said.get(0).getPredicate())
                && isPath(said.get(0).getObject(), within);
    }

    private boolean isList(Node node) {
        return node.equals(RDF.nil.asNode())
                || (all.contains(node, RDF.first.asNode(), Node.ANY)
                        && all.contains(node, RDF.rest.asNode(), Node.ANY));
    }

    private List<Node> list(Node node) {
        return GraphList.members(GNode.create(all, node));
    }

    private Optional<Node> value(Node subject, Node property) {
        return all.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    private void wrong(TurtleFile file, Triple triple, String what, String fix) {
        wrong(file, triple.getSubject(), triple.getPredicate(), triple.getObject(), what, fix);
    }

    private void wrong(TurtleFile file, Node subject, Node property, Node value, String what, String fix) {
        OptionalInt line = file.line(Triple.create(subject, property, value));
        problem(file, line.orElse(1), shown(property) + " " + shown(value) + " " + what, fix);
    }

    private void problem(TurtleFile file, int line, String what, String fix) {
        problems.add(Problem.error(file.file(), line, "", what, fix));
    }

    private static int lineOf(TurtleFile file, Node subject) {
        return file.line(subject).orElse(1);
    }

    private static int lineOf(TurtleFile file, Triple triple) {
        return file.line(triple).orElse(1);
    }

    /** As it stands in the files, more or less. */
    private static String shown(Node node) {
        if (node.isLiteral()) {
            return "'" + node.getLiteralLexicalForm() + "'";
        }
        if (!node.isURI()) {
            return "[ … ]";
        }
        String local = node.getURI()
                .substring(1
                        + Math.max(node.getURI().lastIndexOf('#'), node.getURI().lastIndexOf('/')));
        return node.getURI().startsWith(SHACL.getURI()) ? "sh:" + local : local;
    }
}
