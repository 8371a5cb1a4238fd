package org.genevagraph.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.genevagraph.problem.ParserWords;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.watch.TimeLimit;

/**
 * Checks a graph against shapes. Jena's own verdict is not enough: it is "does not conform" for a mere warning and "conforms" when a shape
 * reached nothing at all.
 */
public final class Validator {
    private static final int CHUNK = 250;

    private final List<TurtleFile> files;
    private final Shapes shapes;
    private final Duration time;
    private final TimeLimit whole;

    private Validator(List<TurtleFile> files, Shapes shapes, Duration time, TimeLimit whole) {
        this.files = files;
        this.shapes = shapes;
        this.time = time;
        this.whole = whole;
    }

    /**
     * With the files of shapes, which may refer to each other.
     *
     * @param terms what the shapes may name; empty if anything
     * @param time how long each shape may take
     * @return empty if the shapes are wrong, which is then told among the problems
     */
    public static Optional<Validator> of(
            List<TurtleFile> files, Optional<DeclaredTerms> terms, Duration time, Problems problems) {
        Graph all = GraphFactory.createDefaultGraph();
        files.forEach(file -> file.addTo(all));
        Problems found = new Problems();
        ShapesCheck.check(files, all, terms, found);
        problems.addAll(found.sorted());
        return found.hasErrors()
                ? Optional.empty()
                : Optional.of(new Validator(List.copyOf(files), Shapes.parse(all), time, TimeLimit.NONE));
    }

    /** The same, with the time that all shapes together may take. */
    public Validator within(TimeLimit limit) {
        return new Validator(files, shapes, time, limit);
    }

    /**
     * Validates.
     *
     * @param graph all facts, the ontology included
     * @param hasTable whether the data holds rows in this table or folder of tables; a shape about such a table must reach them
     */
    public Validation validate(Graph graph, Predicate<String> hasTable) {
        return run(graph, shape -> mustReach(shape, hasTable), Optional.empty());
    }

    /**
     * Validates what differs a little from what was validated before, and finds what {@link #validate(Graph, Predicate)} would. What it looks
     * up is noted for the next run.
     *
     * @param earlier what was found then
     * @param before the graph of that time, in which nothing may have changed since
     */
    public Validation validate(Graph graph, Predicate<String> hasTable, EarlierRun earlier, Graph before) {
        List<String> texts = EarlierRun.texts(files);
        EarlierRun.Since since = earlier == EarlierRun.NONE
                ? (part, nodes, digest) -> Optional.empty()
                : earlier.since(texts, Reads.changedBy(EarlierRun.changes(before, graph)));
        return run(graph, shape -> mustReach(shape, hasTable), Optional.of(since));
    }

    /** Validates what comes from elsewhere, which need not hold something of every class. */
    public Validation validate(Graph graph) {
        return run(graph, shape -> false, Optional.empty());
    }

    /** Runs all shapes; what they look up is noted if it is said what still holds of an earlier run. */
    private Validation run(Graph graph, Predicate<Shape> mustReach, Optional<EarlierRun.Since> since) {
        Problems problems = new Problems();
        List<Task> tasks = new ArrayList<>();
        int shapesRun = 0;
        long focusNodes = 0;
        long constraints = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            if (shape.deactivated()) {
                continue;
            }
            Limited limited = new Limited(shape);
            List<Node> nodes = limited.run(problems, () -> List.copyOf(VLib.focusNodes(limited.watch(graph), shape)));
            if (nodes.isEmpty() && mustReach.test(shape)) {
                limited.wrong(
                        problems,
                        "the shape " + shape.getShapeNode() + " reaches no focus node",
                        "correct its target, or delete it");
            }
            tasks.addAll(tasks(limited, nodes));
            shapesRun += nodes.isEmpty() ? 0 : 1;
            focusNodes += nodes.size();
            constraints += (long) nodes.size() * countConstraints(shape);
        }
        // The graph does not change any more, so that focus nodes can be looked at side by side.
        Map<EarlierRun.Part, EarlierRun.Found> parts = new ConcurrentHashMap<>();
        AtomicInteger anew = new AtomicInteger();
        List<ReportEntry> entries = tasks.parallelStream()
                .flatMap(task -> (since.isPresent()
                                ? run(task, graph, since.get(), parts, anew, problems)
                                : run(task, graph, problems))
                        .stream())
                .toList();
        ValidationReport.Builder report = ValidationReport.create();
        entries.forEach(report::addReportEntry);
        return new Validation(
                findings(entries),
                problems.sorted(),
                shapesRun,
                focusNodes,
                constraints,
                report.build().getGraph(),
                new EarlierRun(EarlierRun.texts(files), parts, anew.get()));
    }

    /** A shape and some of its focus nodes. */
    private record Task(Limited shape, EarlierRun.Part part, List<Node> nodes) {
        /** Stands for the focus nodes, in whatever order. */
        long digest() {
            return nodes.stream()
                    .mapToLong(node -> spread(node) * (spread(node) | 1))
                    .sum();
        }

        private static long spread(Node node) {
            return node.hashCode() * 0x9E3779B97F4A7C15L;
        }
    }

    /** The focus nodes of a shape in parts of some, so that one that comes or goes changes one part and not the rest. */
    private static List<Task> tasks(Limited shape, List<Node> nodes) {
        int parts = Integer.highestOneBit(Math.max(1, 2 * (nodes.size() - 1) / CHUNK));
        List<List<Node>> divided = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            divided.add(new ArrayList<>());
        }
        nodes.forEach(node -> divided.get((int) (Task.spread(node) >>> Integer.SIZE) & (parts - 1))
                .add(node));
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            if (!divided.get(i).isEmpty()) {
                tasks.add(new Task(shape, new EarlierRun.Part(shape.shape.getShapeNode(), i, parts), divided.get(i)));
            }
        }
        return tasks;
    }

    private List<ReportEntry> run(Task task, Graph graph, Problems problems) {
        return task.shape().run(problems, () -> {
            Graph watched = task.shape().watch(graph);
            ValidationContext context = ValidationContext.create(shapes, watched);
            task.nodes().forEach(node -> VLib.validateShape(context, watched, task.shape().shape, node));
            return List.copyOf(context.generateReport().getEntries());
        });
    }

    private List<ReportEntry> run(
            Task task,
            Graph graph,
            EarlierRun.Since since,
            Map<EarlierRun.Part, EarlierRun.Found> parts,
            AtomicInteger anew,
            Problems problems) {
        int nodes = task.nodes().size();
        long digest = task.digest();
        EarlierRun.Found found = since.found(task.part(), nodes, digest).orElse(null);
        if (found == null) {
            anew.incrementAndGet();
            Reads reads = new Reads();
            List<ReportEntry> entries = run(task, reads.of(graph), problems);
            if (task.shape().told.get()) {
                // What went wrong is to be told the next time as well.
                return entries;
            }
            found = new EarlierRun.Found(nodes, digest, reads.noted(), entries);
        }
        parts.put(task.part(), found);
        return found.entries();
    }

    /** A shape with the time that all its focus nodes together may take; what ends it is told once. */
    private final class Limited {
        private final Shape shape;
        private TimeLimit limit;
        private final AtomicBoolean told = new AtomicBoolean();

        Limited(Shape shape) {
            this.shape = shape;
        }

        synchronized Graph watch(Graph graph) {
            // The time begins when it is first run, not while others are.
            limit = limit == null ? TimeLimit.in(time).within(whole) : limit;
            return limit.watch(graph);
        }

        <T> List<T> run(Problems problems, Supplier<List<T>> work) {
            try {
                return told.get() ? List.of() : work.get();
            } catch (QueryCancelledException e) {
                wrong(
                        problems,
                        "the shape " + shape.getShapeNode() + " takes longer than " + TimeLimit.inWords(time)
                                + ", which is the limit",
                        "join the patterns of its queries by variables that they share");
            } catch (StackOverflowError e) {
                wrong(
                        problems,
                        "the shape " + shape.getShapeNode() + " nests too deep to be checked",
                        "write it in a flatter way");
            } catch (JenaException | IllegalArgumentException | ClassCastException e) {
                wrong(
                        problems,
                        "the shape " + shape.getShapeNode() + " cannot be checked: " + ParserWords.of(e),
                        "compare it with the other shapes");
            }
            return List.of();
        }

        void wrong(Problems problems, String what, String fix) {
            if (!told.getAndSet(true)) {
                TurtleFile file = files.stream()
                        .filter(one -> one.line(shape.getShapeNode()).isPresent())
                        .findFirst()
                        .orElseThrow();
                synchronized (problems) {
                    problems.add(Problem.error(
                            file.file(), file.line(shape.getShapeNode()).getAsInt(), "", what, fix));
                }
            }
        }
    }

    /** A shape about tables that are not there may find nothing; every other must. */
    private boolean mustReach(Shape shape, Predicate<String> hasTable) {
        List<String> tables = shapes.getGraph().stream(shape.getShapeNode(), GG.table, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
        return tables.isEmpty() || tables.stream().anyMatch(hasTable);
    }

    private static long countConstraints(Shape shape) {
        return shape.getConstraints().size()
                + shape.getPropertyShapes().stream()
                        .mapToLong(Validator::countConstraints)
                        .sum();
    }

    private List<Finding> findings(List<ReportEntry> entries) {
        Map<Finding, Boolean> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ReportEntry entry : entries) {
            boolean wholeGraph = entry.focusNode().equals(GG.ONTOLOGY) && entry.value() != null;
            Optional<Node> asked = entry.resultPath() == null ? askedFor(entry.source()) : Optional.empty();
            Finding finding = new Finding(
                    wholeGraph ? entry.value() : entry.focusNode(),
                    asked.orElse(property(entry.resultPath())),
                    wholeGraph || asked.isPresent() ? null : entry.value(),
                    WARNINGS.contains(entry.severity().level().getURI()) ? Severity.WARNING : Severity.ERROR,
                    entry.message());
            if (seen.putIfAbsent(finding, true) == null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static final Set<String> WARNINGS =
            Set.of("http://www.w3.org/ns/shacl#Warning", "http://www.w3.org/ns/shacl#Info");

    /** The property that a shape of alternatives asks for, which a report does not name. */
    private Optional<Node> askedFor(Node shape) {
        return shapes.getGraph().stream(shape, GG.asksFor, Node.ANY)
                .map(Triple::getObject)
                .findFirst();
    }

    private static Node property(Path path) {
        return path instanceof P_Link link ? link.getNode() : null;
    }
}
