package org.genevagraph.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.genevagraph.derive.Deriver;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.Ontology;
import org.genevagraph.load.row.Origins;
import org.genevagraph.load.row.Things;
import org.genevagraph.load.texts.PassageTexts;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.source.table.Cell;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Table;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.syntax.DeclaredTerms;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.validate.EarlierRun;
import org.genevagraph.validate.Finding;
import org.genevagraph.validate.Validation;
import org.genevagraph.validate.Validator;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.watch.TimeLimit;

/** Builds a snapshot: ontology and tables, then rules, then shapes. One use each. */
public final class SnapshotBuilder {
    private static final String ONTOLOGY = "ontology";
    private static final String DERIVED = "derived";
    /** The graph of what is said in the terms of other vocabularies. */
    static final String STANDARD = "standard";

    /** The name of the graph that has the words of passages, if somebody gave them. */
    public static final String TEXTS = "texts";

    private static final String MENTIONS = "mentions";

    private final Inputs inputs;
    private final Progress progress;
    private final TimeLimit limit;
    private final Problems problems = new Problems();
    private final Origins origins = new Origins();
    private final Programs programs;
    private final Map<String, Graph> graphs = new TreeMap<>();
    private final Graph union = new GraphMem2Fast();
    private int steps;
    private Validation validation;
    private Consequences consequences;
    private boolean programsAreSound;
    private Optional<EarlierRun> earlier = Optional.empty();
    private Graph before = Graph.emptyGraph;

    /** With what to build from, and whom to tell how it goes. */
    public SnapshotBuilder(Inputs inputs, Progress progress) {
        this(inputs, progress, TimeLimit.NONE);
    }

    /** With the time that the whole build may take besides. */
    public SnapshotBuilder(Inputs inputs, Progress progress, TimeLimit limit) {
        this.inputs = inputs;
        this.progress = progress;
        this.limit = limit;
        this.programs = new Programs(inputs, problems);
    }

    /**
     * Lets the shapes check only what differs from what an earlier builder built, and note what they look up.
     *
     * @param run what its shapes looked up and found; see {@link #run()}
     * @param union the union of all graphs of what came of it
     */
    SnapshotBuilder after(EarlierRun run, Graph union) {
        earlier = Optional.of(run);
        before = union;
        return this;
    }

    /**
     * Builds.
     *
     * @throws ProblemException with everything that is wrong, warnings included, if anything stops publication
     * @throws QueryCancelledException if the time is up that the whole build may take
     */
    public Snapshot build() throws ProblemException {
        Map<String, Integer> rows = load();
        if (problems.hasErrors()) {
            // What can be looked at all the same is told with the rest.
            lookAtWhatIsSound(rows);
            throw new ProblemException(problems.sorted());
        }
        derive(problems);
        stopIfWrong();
        // Nothing is added from here on, so that the version can be reckoned while the shapes are run.
        DatasetGraph facts = dataset();
        CompletableFuture<String> version = CompletableFuture.supplyAsync(() -> DumpWriter.version(facts));
        catalogue();
        validate(rows);
        stopIfWrong();
        tellVersion(version.join());
        step("freeze");
        return Snapshot.of(graphs, version.join(), checked(), programs.shapes(), origins.rows(), problems.sorted());
    }

    /** How much the shapes checked; nothing if {@link #build()} never came so far. */
    public Snapshot.Checked checked() {
        return validation == null
                ? new Snapshot.Checked(0, 0, 0)
                : new Snapshot.Checked(validation.shapes(), validation.focusNodes(), validation.constraints());
    }

    /** What the shapes looked up and found, for the builder of the next snapshot; nothing if {@link #build()} never came so far. */
    EarlierRun run() {
        return validation == null ? EarlierRun.NONE : validation.run();
    }

    /** SHACL's own report; an empty one if {@link #build()} never came so far. */
    public Graph report() {
        return validation == null ? CheckedFiles.emptyReport() : validation.report();
    }

    private void stopIfWrong() throws ProblemException {
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
    }

    private void step(String name) {
        limit.check();
        // Two rounds over the tables, then texts, rules, shapes and what is served of it.
        progress.at(name, steps++, 2 * inputs.tables().size() + (inputs.texts().isEmpty() ? 3 : 4));
    }

    private Map<String, Integer> load() throws ProblemException {
        inputs.faults().forEach(problems::addCause);
        // What could not be read at all is missed everywhere.
        if (inputs.isUnread()) {
            throw new ProblemException(problems.sorted());
        }
        Graph ontologyGraph = graph(ONTOLOGY);
        List<TurtleFile> ontologyFiles = programs.turtle(inputs.ontology());
        ontologyFiles.forEach(file -> file.addTo(ontologyGraph));
        boolean whole = ontologyFiles.size() == inputs.ontology().size();
        Optional<DeclaredTerms> terms = whole ? Optional.of(DeclaredTerms.of(ontologyGraph)) : Optional.empty();
        terms.ifPresent(declared -> ontologyFiles.forEach(
                file -> declared.checkOwn(file.file(), TermUse.in(file.text(), Map.of(), 1), problems)));
        programs.read(terms);
        programsAreSound = !problems.hasErrors();
        GraphUtil.addInto(union, ontologyGraph);
        if (!whole) {
            stopIfWrong();
        }
        Ontology ontology = Ontology.of(ontologyGraph);
        Things things = new Things();
        Map<Table, Loader> tables = new LinkedHashMap<>();
        Map<String, Integer> rows = new TreeMap<>();
        Set<String> cut = new HashSet<>();
        Optional<Table> expected = Optional.empty();
        for (Inputs.File file : inputs.tables()) {
            step("read " + file.name());
            String name = file.name().replaceFirst("(\\.sssom)?\\.[a-z]+$", "");
            if (name.equals(ExpectedCounts.TABLE)) {
                expected = Optional.of(
                        Table.read(file.shown(), name, file.text(), Layout.of(ExpectedCounts.COLUMNS), problems));
                continue;
            }
            if (name.equals(RefusedProposals.TABLE)) {
                Table.read(file.shown(), name, file.text(), Layout.of(RefusedProposals.COLUMNS), problems);
                continue;
            }
            TableNames.sourceless(file, name, inputs.tables()).ifPresent(problems::add);
            Optional<Loader> loader = Loaders.of(name);
            if (loader.isEmpty()) {
                problems.add(TableNames.unknown(file, name));
                continue;
            }
            Table table =
                    Table.read(file.shown(), name, file.text(), loader.get().layout(), problems);
            loader.get().declare(table, things, problems);
            if (!loader.get().kind().isEmpty()) {
                things.lose(loader.get().kind(), table);
            }
            if (!table.isWhole() || !table.lostIds().isEmpty()) {
                cut.add(name);
            }
            tables.put(table, loader.get());
            rows.put(name, table.rows().size());
        }
        List<Table> absent = expected.map(table -> absent(table, rows.keySet())).orElse(List.of());
        absent.forEach(table -> Loaders.of(table.name())
                .filter(loader -> !loader.kind().isEmpty())
                .ifPresent(loader -> things.lose(loader.kind(), table)));
        tables.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().isLast()))
                .forEach(entry -> {
                    Table table = entry.getKey();
                    step("load " + table.name());
                    Graph graph = graph(table.name().replace('/', '-'));
                    StreamRDF sink = StreamRDFLib.graph(graph);
                    entry.getValue().load(table, new Loading(things, ontology, sink, origins, problems));
                    GraphUtil.addInto(union, graph);
                });
        expected.ifPresent(table -> ExpectedCounts.check(table, rows, cut, problems));
        ToldOnce.reduce(tables.keySet(), !absent.isEmpty() || !cut.isEmpty(), problems);
        List<Table> all = new ArrayList<>(tables.keySet());
        all.addAll(absent);
        consequences = new Consequences(all, things, origins, problems);
        ToldOnce.count(problems);
        readTexts();
        inputs.graphs().forEach((name, ready) -> {
            if (!name.equals(Catalogue.NAME)) {
                GraphUtil.addInto(graph(name), ready);
                GraphUtil.addInto(union, ready);
            }
        });
        return rows;
    }

    /** The tables that should be there and are not. */
    private static List<Table> absent(Table expected, Set<String> there) {
        return expected.rows().stream()
                .map(row -> row.get("table"))
                .filter(name -> !there.contains(name))
                .map(name -> Table.absent(expected.file().replace(ExpectedCounts.TABLE, name), name))
                .toList();
    }

    /** Gives passages their words, and says what they name; nothing if the user gave no texts. */
    private void readTexts() {
        if (inputs.texts().isEmpty()) {
            return;
        }
        step("read texts");
        PassageTexts texts = new PassageTexts(union, problems);
        for (Inputs.File file : inputs.texts()) {
            if (inputs.hasFault(file)) {
                continue;
            }
            String name = file.name().replaceFirst("\\.txt$", "");
            texts.read(SourceText.of(file.shown(), name, file.text()), graph(TEXTS));
        }
        texts.write(graph(TEXTS), graph(MENTIONS));
        GraphUtil.addInto(union, graph(TEXTS));
        GraphUtil.addInto(union, graph(MENTIONS));
    }

    private void lookAtWhatIsSound(Map<String, Integer> rows) {
        if (!programsAreSound || programs.validator().isEmpty()) {
            return;
        }
        Problems further = new Problems();
        derive(further);
        if (!further.hasErrors()) {
            catalogue();
            Validation found = validation(rows);
            SeenWarnings seen = new SeenWarnings(union);
            Consequences.ofTheirOwn(found.findings(), origins, this::cell).stream()
                    .filter(finding -> !seen.contain(finding))
                    .forEach(finding -> {
                        Optional<Cell> cell = cell(finding);
                        if (!consequences.isOne(finding, cell, union)) {
                            problems.add(problem(finding, cell));
                        }
                    });
        }
    }

    private void derive(Problems problems) {
        step("derive");
        DatasetGraph dataset = DatasetGraphFactory.wrap(union);
        new Deriver(programs.rules(), limit).derive(dataset, graph(DERIVED), problems);
        new Deriver(programs.standard(), limit).translate(dataset, graph(STANDARD), problems);
        // What time ended is no fault of a rule.
        limit.check();
    }

    /** Describes what is there by now, if anything is said of it by hand. */
    private void catalogue() {
        Graph said = inputs.graphs().get(Catalogue.NAME);
        if (said != null) {
            Graph catalogue = Catalogue.of(said, graphs, union);
            graphs.put(Catalogue.NAME, catalogue);
            GraphUtil.addInto(union, catalogue);
        }
    }

    private void tellVersion(String version) {
        if (graphs.containsKey(Catalogue.NAME)) {
            Catalogue.version(graph(Catalogue.NAME), version);
            Catalogue.version(union, version);
        }
    }

    private void validate(Map<String, Integer> rows) {
        validation = validation(rows);
        problems.addAll(validation.problems());
        SeenWarnings seen = new SeenWarnings(union);
        Consequences.ofTheirOwn(validation.findings(), origins, this::cell).stream()
                .filter(finding -> !seen.contain(finding))
                .forEach(finding -> problems.add(problem(finding, cell(finding))));
        problems.addAll(seen.idle(origins));
    }

    private Validation validation(Map<String, Integer> rows) {
        step("validate");
        Validator shapesOfAll = programs.validator().orElseThrow().within(limit);
        Predicate<String> hasTable = table -> rows.entrySet().stream()
                .anyMatch(entry -> entry.getValue() > 0
                        && (entry.getKey().equals(table) || entry.getKey().startsWith(table + "/")));
        Validation found = earlier.isPresent()
                ? shapesOfAll.validate(union, hasTable, earlier.get(), before)
                : shapesOfAll.validate(union, hasTable);
        // What time ended is no fault of a shape.
        limit.check();
        return found;
    }

    /** The cell that made what a finding is about. */
    private Optional<Cell> cell(Finding finding) {
        return origins.find(finding.focusNode(), finding.property(), finding.value())
                .or(() -> union.stream(finding.focusNode(), GG.premise, Node.ANY)
                        .flatMap(triple -> origins.find(triple.getObject(), null, null).stream())
                        .findFirst());
    }

    private static Problem problem(Finding finding, Optional<Cell> cell) {
        return cell.map(place -> new Problem(
                        finding.severity(), place.file(), place.line(), place.column(), finding.what(), finding.fix()))
                .orElseGet(() -> CheckedFiles.problemWithoutPlace(finding));
    }

    private Graph graph(String name) {
        return graphs.computeIfAbsent(name, key -> new GraphMem2Fast());
    }

    private DatasetGraph dataset() {
        DatasetGraph dataset = new DatasetGraphMapLink(union);
        graphs.forEach((name, graph) -> dataset.addGraph(Iris.graph(name), graph));
        return dataset;
    }
}
