package org.genevagraph.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Fast;
import org.genevagraph.derive.Rule;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.validate.Validator;
import org.genevagraph.watch.TimeLimit;

/** The programs of a snapshot, which say what follows from its tables and what must hold: rules and shapes. */
final class Programs {
    /** Shapes with which nothing was wrong: with each edit of a table the same are read again. */
    private static final Cache<ShapesRead, ShapesFound> FOUND =
            Caffeine.newBuilder().maximumSize(4).softValues().build();

    private final Inputs inputs;
    private final Problems problems;
    private Graph shapes = new GraphMem2Fast();
    private List<Rule> rules = List.of();
    private List<Rule> standard = List.of();
    private Optional<Validator> validator = Optional.empty();

    private record ShapesRead(List<Inputs.File> ontology, List<Inputs.File> shapes, Duration time) {}

    private record ShapesFound(Graph graph, Validator validator) {}

    /** Those of some inputs, with where to tell what is wrong with them. */
    Programs(Inputs inputs, Problems problems) {
        this.inputs = inputs;
        this.problems = problems;
    }

    /**
     * Reads rules and shapes, so that what is wrong with them is told together with what is wrong with the tables.
     *
     * @param terms what they may name; empty if anything
     */
    void read(Optional<DeclaredTerms> terms) {
        rules = rules(inputs.rules(), terms);
        standard = rules(inputs.standard(), terms);
        ShapesRead read = new ShapesRead(inputs.ontology(), inputs.shapes(), TimeLimit.setting());
        boolean complete = terms.isPresent() && inputs.shapes().stream().noneMatch(inputs::hasFault);
        ShapesFound before = complete ? FOUND.getIfPresent(read) : null;
        if (before != null) {
            shapes = before.graph;
            validator = Optional.of(before.validator);
            return;
        }
        List<TurtleFile> files = turtle(inputs.shapes());
        files.forEach(file -> file.addTo(shapes));
        if (files.size() == inputs.shapes().size()) {
            Problems wrong = new Problems();
            validator = Validator.of(files, terms, read.time, wrong);
            problems.addAll(wrong.sorted());
            if (complete && wrong.sorted().isEmpty()) {
                validator.ifPresent(sound -> FOUND.put(read, new ShapesFound(shapes, sound)));
            }
        }
    }

    /** Those files of Turtle that can be read. */
    List<TurtleFile> turtle(List<Inputs.File> files) {
        return files.stream()
                .filter(file -> !inputs.hasFault(file))
                .flatMap(file -> TurtleFile.parse(file.shown(), file.text(), problems).stream())
                .toList();
    }

    private List<Rule> rules(List<Inputs.File> files, Optional<DeclaredTerms> terms) {
        List<Rule> read = new ArrayList<>();
        for (Inputs.File file : files) {
            if (!inputs.hasFault(file)) {
                Rule.parse(file.shown(), file.name(), file.text(), problems).ifPresent(rule -> {
                    read.add(rule);
                    terms.ifPresent(
                            declared -> declared.check(file.shown(), TermUse.in(file.text(), Map.of(), 1), problems));
                });
            }
        }
        return read;
    }

    /** The rules by which facts are derived. */
    List<Rule> rules() {
        return rules;
    }

    /** The rules that say the facts in the terms of other vocabularies. */
    List<Rule> standard() {
        return standard;
    }

    /** The shapes, as they are written. */
    Graph shapes() {
        return shapes;
    }

    /** What checks by the shapes; empty if they cannot be used. */
    Optional<Validator> validator() {
        return validator;
    }
}
