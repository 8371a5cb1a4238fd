package org.genevagraph.curate.rows;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.problem.Slip;
import org.genevagraph.proof.Evidence;
import org.genevagraph.proof.Proof;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.watch.TimeLimit;

/**
 * Rows that somebody proposes, held to what the tables are held to; nothing is written.
 *
 * @param faults what keeps them out of the tables, and what deserves a look, each at its row
 * @param facts the facts that they state, each with the verdict of its passages; beside faults those of the rows that have none
 */
public record ProposedRows(List<Problem> faults, List<Fact> facts) {
    /** Of more rows that stand in the tables the first is told, and how many there are. */
    private static final int FEW = 3;

    /** What lies beside the tables and has no facts. */
    private static final Set<String> UNCHECKED = Set.of(ExpectedCounts.TABLE + ".csv", RefusedProposals.TABLE + ".csv");

    private static final String EVIDENCE = "evidence";

    private static final List<String> THINGS =
            List.of("organisations", "initiatives", "documents", "issues", "places", "actor-groups");

    public ProposedRows {
        faults = List.copyOf(faults);
        facts = List.copyOf(facts);
    }

    /**
     * A proposed fact.
     *
     * @param proof what came of comparing it with its passages
     * @param quote the words of the passage that say it; empty without the texts
     */
    public record Fact(Proof proof, String quote) {
        /** The file of its row. */
        public String file() {
            return proof.place().replaceFirst(":\\d+$", "");
        }

        /** The line of its row. */
        public int line() {
            return Integer.parseInt(proof.place().replaceFirst(".*:", ""));
        }
    }

    /** Whether nothing keeps the rows out of the tables, and every stated fact is borne out by the texts that were given. */
    public boolean areSound() {
        return faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR)
                && facts.stream()
                        .noneMatch(fact -> fact.proof().isStated()
                                && fact.proof().verdict().isOpen());
    }

    /**
     * Holds rows to what the tables are held to.
     *
     * @param inputs what the snapshot is built from
     * @param proposed files of rows, each named after its table if it can be: else the header tells
     */
    public static ProposedRows check(Inputs inputs, List<Inputs.File> proposed) {
        return check(inputs, proposed, TimeLimit.NONE);
    }

    /**
     * The same, as long as the time allows.
     *
     * @throws QueryCancelledException if it is up
     */
    public static ProposedRows check(Inputs inputs, List<Inputs.File> proposed, TimeLimit limit) {
        Problems problems = new Problems();
        List<Inputs.File> named = new ArrayList<>();
        for (Inputs.File file : proposed) {
            if (UNCHECKED.contains(file.name())) {
                continue;
            }
            for (Inputs.File table : TableOfRows.named(file, problems)) {
                if (table.text().lines().filter(line -> !line.isBlank()).count() > 1) {
                    named.add(table);
                } else {
                    problems.addCause(Problem.error(
                            table.shown(), 0, "", "holds no rows", "write rows below the header of the table"));
                }
            }
        }
        if (named.isEmpty()) {
            proposed.stream()
                    .filter(file -> UNCHECKED.contains(file.name()))
                    .forEach(file -> problems.add(noFacts(file)));
        }
        Set<String> files = named.stream().map(Inputs.File::shown).collect(Collectors.toSet());
        Set<String> there = new HashSet<>();
        named.forEach(file -> there.addAll(compare(inputs, file, problems)));
        List<Fact> facts = new ArrayList<>();
        if (!named.isEmpty()) {
            try {
                Snapshot snapshot = new SnapshotBuilder(with(inputs, named), Progress.NONE, limit).build();
                problems.addAll(in(files, snapshot.warnings()));
                DatasetGraph graph = snapshot.dataset();
                Predicate<String> isProposed = place -> files.contains(place.replaceFirst(":\\d+$", ""));
                for (Proof proof : Evidence.check(snapshot, isProposed)) {
                    facts.add(new Fact(proof, quote(graph, proof.fact())));
                }
            } catch (ProblemException e) {
                List<Problem> own = in(files, e.problems()).stream()
                        .filter(problem -> !there.contains(problem.file() + ":" + problem.line()))
                        .toList();
                problems.addAll(own.isEmpty() && there.isEmpty() ? e.problems() : own);
                facts.addAll(new SoundRows(inputs, named, there).facts(e.problems(), limit));
            }
        }
        return new ProposedRows(withoutUnknownSources(problems.sorted(), named), facts);
    }

    /** The faults, less that nobody knows the source of a table whose rows do not say it either: it is named after what they cite. */
    private static List<Problem> withoutUnknownSources(List<Problem> faults, List<Inputs.File> tables) {
        Set<String> uncited = Stream.concat(
                        faults.stream()
                                .filter(fault ->
                                        fault.line() > 0 && fault.column().equals(EVIDENCE))
                                .map(Problem::file),
                        tables.stream().filter(ProposedRows::citesNothing).map(Inputs.File::shown))
                .collect(Collectors.toSet());
        return faults.stream()
                .filter(fault -> fault.slip().kind() != Slip.Kind.SOURCE_UNKNOWN || !uncited.contains(fault.file()))
                .toList();
    }

    private static boolean citesNothing(Inputs.File file) {
        Table table = read(file);
        return table.columns().contains(EVIDENCE)
                && table.rows().stream().anyMatch(row -> row.get(EVIDENCE).isEmpty());
    }

    private static Problem noFacts(Inputs.File file) {
        return Problem.error(
                file.shown(),
                0,
                "",
                "holds no facts, which is what is checked here",
                "leave it with the other tables, where 'geneva validate' looks at it");
    }

    /**
     * What a snapshot that was built with rows in their tables says of them.
     *
     * @param places where each row came from, by where it stands now, both as {@code file:line}
     * @param compared what comparing them with the tables brought up
     */
    static ProposedRows of(Snapshot built, Map<String, String> places, Problems compared) {
        Problems problems = new Problems();
        problems.addAll(compared.sorted());
        for (Problem warning : built.warnings()) {
            String place = places.get(warning.file() + ":" + warning.line());
            if (place != null) {
                problems.add(Problem.warning(
                        place.replaceFirst(":\\d+$", ""),
                        Integer.parseInt(place.replaceFirst(".*:", "")),
                        warning.column(),
                        warning.message(),
                        warning.fix()));
            }
        }
        List<Fact> facts = Evidence.check(built, places::containsKey).stream()
                .map(proof -> new Fact(proof.at(places.get(proof.place())), quote(built.dataset(), proof.fact())))
                .toList();
        return new ProposedRows(problems.sorted().stream().distinct().toList(), facts);
    }

    /** The same for those who are not to know where the tables lie on the disk. */
    public ProposedRows withoutPlaces(Inputs inputs) {
        return new ProposedRows(
                faults.stream()
                        .map(fault -> fault.at(inputs.withoutPlaces(fault.file()), fault.line(), fault.column())
                                .saying(inputs.withoutPlaces(fault.message()), inputs.withoutPlaces(fault.fix())))
                        .toList(),
                facts);
    }

    private static List<Problem> in(Set<String> files, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> files.contains(problem.file()))
                .toList();
    }

    public static String quote(DatasetGraph graph, Node fact) {
        return graph.getDefaultGraph().stream(fact, GG.quote, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The same with more tables; how many rows there ought to be is no question here. */
    static Inputs with(Inputs inputs, List<Inputs.File> more) {
        List<Inputs.File> tables = Stream.concat(inputs.tables().stream(), more.stream())
                .filter(file -> !file.name().equals(ExpectedCounts.TABLE + ".csv"))
                .toList();
        return inputs.withTables(tables);
    }

    /** What people read: each fault, then each fact with its verdict and, where there is one, its quote. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(fault.severity().name().toLowerCase(Locale.ROOT) + ": " + fault));
        for (Fact fact : facts) {
            Proof proof = fact.proof();
            lines.add(proof.place() + ": " + proof.verdict() + ": " + proof.says() + " ["
                    + String.join(" ", proof.passages()) + "]"
                    + (proof.because().isEmpty() ? "" : " – " + proof.because()));
            if (!fact.quote().isEmpty()) {
                lines.add("    “" + fact.quote() + "”");
            }
        }
        return lines;
    }

    /**
     * Tells rows that stand in the tables already, and things that bear nearly the name of another one.
     *
     * @return where the rows stand that stand in the tables already, as {@code file:line}
     */
    public static Set<String> compare(Inputs inputs, Inputs.File file, Problems problems) {
        Table table = read(file);
        String name = table.name();
        List<Row> rows = table.rows();
        Set<String> there =
                tellThere(inputs, name, Loaders.of(name).orElseThrow().columns(), rows, problems);
        if (THINGS.contains(name)) {
            Map<String, List<String>> inOthers = rows(inputs, "names").stream()
                    .collect(Collectors.groupingBy(
                            row -> row.get("thing"),
                            Collectors.flatMapping(
                                    row -> Stream.concat(Stream.of(row.get("name")), row.list("aliases").stream()),
                                    Collectors.toList())));
            List<NamedRow> known = THINGS.stream()
                    .flatMap(things -> rows(inputs, things).stream())
                    .map(row -> NamedRow.of(row, inOthers.getOrDefault(kind(row) + ":" + row.get("id"), List.of())))
                    .toList();
            rows.stream()
                    .filter(row -> !there.contains(place(row)))
                    .forEach(row -> tellAlike(NamedRow.of(row, List.of()), known, problems));
        }
        return there;
    }

    private static void tellAlike(NamedRow one, List<NamedRow> known, Problems problems) {
        Row row = one.row();
        String table = row.table().name();
        known.stream()
                .filter(other -> !(other.row().get("id").equals(row.get("id"))
                        && other.row().table().name().equals(table)))
                .filter(one::isAlike)
                .map(NamedRow::row)
                .limit(3)
                .forEach(other -> problems.add(Problem.warning(
                        row.table().file(),
                        row.line(),
                        table.equals("documents") ? "title" : "name",
                        "has nearly the same name as '" + TableText.called(other) + "', " + other.get("id") + " of "
                                + other.table().name(),
                        "use that id if it is the same; else nothing to do")));
    }

    private static String place(Row row) {
        return row.table().file() + ":" + row.line();
    }

    private static Set<String> tellThere(
            Inputs inputs, String table, List<String> columns, List<Row> rows, Problems problems) {
        Map<List<String>, Row> known = new HashMap<>();
        rows(inputs, table)
                .forEach(row -> known.put(columns.stream().map(row::get).toList(), row));
        List<Row> there = rows.stream()
                .filter(row -> known.containsKey(columns.stream().map(row::get).toList()))
                .toList();
        int told = there.size() > FEW ? 1 : there.size();
        for (Row row : there.subList(0, told)) {
            Row same = known.get(columns.stream().map(row::get).toList());
            String more = told == there.size() ? "" : String.format(" (and so do %,d more rows)", there.size() - told);
            problems.add(Problem.error(
                    row.table().file(),
                    row.line(),
                    "",
                    "stands already on line " + same.line() + " of "
                            + same.table().file() + more,
                    "leave it out"));
        }
        return there.stream().map(ProposedRows::place).collect(Collectors.toSet());
    }

    private static List<Row> rows(Inputs inputs, String table) {
        return inputs.table(table).stream()
                .flatMap(file -> read(file).rows().stream())
                .toList();
    }

    /** A table whatever its file ends in, without what is wrong in it, which is told elsewhere. */
    private static Table read(Inputs.File file) {
        String name = file.name().replaceFirst("(\\.sssom)?\\.[a-z]+$", "");
        return Table.read(
                file.shown(), name, file.text(), Loaders.of(name).orElseThrow().layout(), new Problems());
    }

    /** The kind of things that a table holds, as references have it. */
    private static String kind(Row row) {
        return Loaders.of(row.table().name()).orElseThrow().kind();
    }

    /** Names in the form in which they are compared: small letters without accents, no articles. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("\\b(?:the|of|for|and|de|du|la|le|les|des|et)\\b", " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
