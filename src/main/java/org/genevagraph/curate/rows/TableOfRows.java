package org.genevagraph.curate.rows;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.row.Loader;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Foreign;

/** Finds the table for which somebody's rows are: by the name of their file, or else by the header that theirs is, or nearly is. */
final class TableOfRows {
    /** As much of a header has to be that of a table for its faults to be told as those of that table's header. */
    private static final double NEARLY = 0.5;

    private TableOfRows() {}

    /** A file under the name of its table; statements go to the table of their source. None, and a problem, if nobody can tell which it is. */
    static List<Inputs.File> named(Inputs.File file, Problems problems) {
        String name = file.name().replaceFirst("(?i)(\\.sssom)?\\.[a-z]+$", "");
        Optional<Foreign> foreign = Foreign.of(file.text());
        if (foreign.isPresent()) {
            problems.addCause(Problem.error(
                    file.shown(), 0, "", foreign.get().what(), foreign.get().fix()));
            return List.of();
        }
        Map<String, Loader> tables = new LinkedHashMap<>();
        Loaders.ALL.forEach(loader -> tables.putIfAbsent(loader.tables(), loader));
        Optional<Problem> second = secondHeader(file, tables);
        if (second.isPresent()) {
            problems.addCause(second.get());
            return List.of();
        }
        record Like(String table, double likeness) {}
        Like like = tables.entrySet().stream()
                .map(entry -> new Like(entry.getKey(), likeness(entry.getValue(), file)))
                // What is nearly the header of notes on facts is that of facts more often.
                .filter(one -> one.likeness() == 1 || !one.table().endsWith("-notes"))
                .max(Comparator.comparingDouble(Like::likeness))
                .orElseThrow();
        Optional<Loader> own = Loaders.of(name);
        if (own.isPresent()) {
            if (like.likeness() == 1 && likeness(own.get(), file) < NEARLY) {
                problems.addCause(Problem.error(
                        file.shown(),
                        1,
                        "",
                        "is named after the table " + name + " and has the header of "
                                + like.table().replaceFirst("/$", ""),
                        "name it after the table that its rows are for"));
                return List.of();
            }
            return List.of(file);
        }
        if (file.text().isBlank()) {
            problems.addCause(Problem.error(
                    file.shown(), 0, "", "is empty", "begin with the header of the table that the rows are for"));
            return List.of();
        }
        if (like.likeness() < NEARLY) {
            problems.addCause(Problem.error(
                    file.shown(), 1, "", "has a header that is that of no table", otherwise(name, tables)));
            return List.of();
        }
        String table = like.table();
        if (table.endsWith("/")) {
            String source = file.text().replaceFirst("(?s).*?[,;\t|\" ]([a-z0-9-]+)#.*", "$1");
            table = table + (source.matches("[a-z0-9-]+") ? source : "proposed");
        }
        return List.of(new Inputs.File(file.shown(), table + ".csv", file.text()));
    }

    /** The header of another table further down: the rows below it are nothing that the first header explains. */
    private static Optional<Problem> secondHeader(Inputs.File file, Map<String, Loader> tables) {
        Map<String, String> headers = new HashMap<>();
        tables.forEach((table, loader) -> headers.merge(
                String.join(",", loader.columns()),
                table.replaceFirst("/$", ""),
                (one, other) -> one + " or " + other));
        List<String> lines = file.text().lines().toList();
        String first = "";
        for (int i = 0; i < lines.size(); i++) {
            String table = headers.getOrDefault(
                    lines.get(i)
                            .replaceAll("[\"\uFEFF]", "")
                            .replaceAll("[;\t|]", ",")
                            .strip()
                            .replaceFirst(",+$", ""),
                    first);
            if (!first.isEmpty() && !table.equals(first)) {
                return Optional.of(Problem.error(
                        file.shown(),
                        i + 1,
                        "",
                        "is the header of " + table + " below rows of " + first,
                        "give the rows of each table by themselves"));
            }
            first = table;
        }
        return Optional.empty();
    }

    private static double likeness(Loader loader, Inputs.File file) {
        return loader.layout().likeness(file.text());
    }

    /** The header of the table after which the file is nearly named, or an example. */
    private static String otherwise(String name, Map<String, Loader> tables) {
        List<String> near = Nearest.of(
                name,
                tables.keySet().stream()
                        .map(table -> table.replaceFirst("/$", ""))
                        .toList());
        String table =
                near.isEmpty() ? "statements/" : tables.containsKey(near.get(0)) ? near.get(0) : near.get(0) + "/";
        return "begin with the header of the table that the rows are for, such as "
                + String.join(",", tables.get(table).columns()) + " of " + table.replaceFirst("/$", "");
    }
}
