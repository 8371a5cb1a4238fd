package org.genevagraph.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.shacl.parser.ShapesParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.DeclaredTerms;
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

    private final ShapesGraph shapes;
    private final Problems problems;

    private ShapesCheck(ShapesGraph shapes, Problems problems) {
        this.shapes = shapes;
        this.problems = problems;
    }

    /**
     * Looks at all of them.
     *
     * @param all the files together, since they may refer to each other
     * @param terms what they may name; empty if anything
     */
    static void check(List<TurtleFile> files, Graph all, Optional<DeclaredTerms> terms, Problems problems) {
        Problems found = new Problems();
        ShapesGraph shapes = new ShapesGraph(files, all);
        ShapesCheck check = new ShapesCheck(shapes, found);
        SparqlConstraints queries = new SparqlConstraints(shapes, terms, found);
        for (TurtleFile file : files) {
            terms.ifPresent(declared -> declared.check(file.file(), TermUse.in(file.text(), Map.of(), 1), found));
            file.graph().stream()
                    // Of a misspelt term enough was said.
                    .filter(triple -> terms.isEmpty() || isDeclared(terms.get(), triple.getObject()))
                    .forEach(triple -> check.look(file, triple));
            check.lookAtSubjects(file);
            queries.check(file);
        }
        new RecursiveShapes(shapes, found).check();
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
        } else if (LISTS.contains(property) && !shapes.isList(value)) {
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
        } else if (ShapesGraph.SHAPES.contains(property)) {
            shape(file, triple, value);
        }
        if (ShapesGraph.LISTS_OF_SHAPES.contains(property) && shapes.isList(value)) {
            shapes.list(value).forEach(member -> shape(file, triple, member));
        }
    }

    /** A shape that another one names must be there. */
    private void shape(TurtleFile file, Triple triple, Node shape) {
        if (shape.isLiteral() || !shapes.all().contains(shape, Node.ANY, Node.ANY)) {
            List<String> known = shapes.all().stream(Node.ANY, RDF.type.asNode(), SHACL.NodeShape)
                    .map(named -> ShapesGraph.shown(named.getSubject()))
                    .toList();
            wrong(
                    file,
                    triple.getSubject(),
                    triple.getPredicate(),
                    shape,
                    "is no shape",
                    Nearest.hint(
                            ShapesGraph.shown(shape), known, "write the shape in brackets, or name one that is there"));
        } else if (triple.getPredicate().equals(SHACL.property)
                && !shapes.all().contains(shape, SHACL.path, Node.ANY)) {
            problem(
                    file,
                    ShapesGraph.lineOf(file, shape),
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
                List<Triple> values =
                        shapes.all().stream(subject, property, Node.ANY).toList();
                if (values.size() > 1) {
                    int last = values.stream()
                            .mapToInt(triple -> file.lines().getOrDefault(triple, 0))
                            .max()
                            .orElse(0);
                    problem(
                            file,
                            Math.max(last, 1),
                            "a shape has " + values.size() + " values of " + ShapesGraph.shown(property)
                                    + ", where it can have one",
                            "write a shape of its own for each");
                }
            }
            if (shapes.all().contains(Node.ANY, SHACL.sparql, subject)
                    && !shapes.all().contains(subject, SHACL.select, Node.ANY)) {
                problem(file, ShapesGraph.lineOf(file, subject), "a sh:sparql has no query", "give it sh:select");
            }
            if (shapes.all().contains(subject, RDF.type.asNode(), SHACL.NodeShape)
                    && shapes.all().contains(subject, SHACL.path, Node.ANY)) {
                problem(
                        file,
                        ShapesGraph.lineOf(file, subject),
                        ShapesGraph.shown(subject) + " is a sh:NodeShape and has a sh:path",
                        "put the path into a sh:property [ … ]");
            }
        }
    }

    /** Whatever else Jena does not understand, told at the innermost shape in which it stands. */
    private void parse() {
        for (TurtleFile file : shapes.files()) {
            file.graph().stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(node -> node.isURI() && shapes.all().contains(node, RDF.type.asNode(), SHACL.NodeShape))
                    .forEach(shape -> fault(shape)
                            .ifPresent(fault -> problem(
                                    file,
                                    ShapesGraph.lineOf(file, innermost(shape)),
                                    "is no shape that can be checked: " + fault,
                                    "compare it with the other shapes, and with https://www.w3.org/TR/shacl/")));
        }
    }

    private Node innermost(Node shape) {
        return shapes.within(shape).stream()
                .filter(inner -> fault(inner).isPresent())
                .findFirst()
                .map(this::innermost)
                .orElse(shape);
    }

    private Optional<String> fault(Node shape) {
        try {
            ShapesParser.parseShape(new HashMap<>(), shapes.all(), shape);
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
        if (shapes.isList(path)) {
            List<Node> steps = shapes.list(path);
            return !steps.isEmpty() && steps.stream().allMatch(step -> isPath(step, within));
        }
        List<Triple> said = shapes.all().stream(path, Node.ANY, Node.ANY).toList();
        return said.size() == 1
                && PATHS.contains(said.get(0).getPredicate())
                && isPath(said.get(0).getObject(), within);
    }

    private void wrong(TurtleFile file, Triple triple, String what, String fix) {
        wrong(file, triple.getSubject(), triple.getPredicate(), triple.getObject(), what, fix);
    }

    private void wrong(TurtleFile file, Node subject, Node property, Node value, String what, String fix) {
        OptionalInt line = file.line(Triple.create(subject, property, value));
        problem(file, line.orElse(1), ShapesGraph.shown(property) + " " + ShapesGraph.shown(value) + " " + what, fix);
    }

    private void problem(TurtleFile file, int line, String what, String fix) {
        problems.add(Problem.error(file.file(), line, "", what, fix));
    }
}
