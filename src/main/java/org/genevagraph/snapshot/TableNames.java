package org.genevagraph.snapshot;

import java.util.List;
import java.util.Optional;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.row.Loader;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Slip;

/** What tables are called: a name that says nothing is told once for the file. */
final class TableNames {
    private static final String STATEMENTS = "statements/";
    private static final String PASSAGES = "passages/";

    private TableNames() {}

    /** A file whose name is that of no table. */
    static Problem unknown(Inputs.File file, String name) {
        List<String> known = Loaders.ALL.stream().map(Loader::tables).toList();
        return Problem.error(
                file.shown(),
                0,
                "",
                "no table is called so",
                Nearest.hint(name, known, "tables are " + String.join(", ", known)));
    }

    /** Whether the table of sources has it: then its passages are lost, which is told of their table. */
    private static boolean isKnown(String source, List<Inputs.File> tables) {
        return tables.stream()
                .filter(table -> table.table().equals("sources"))
                .anyMatch(table -> table.text().lines().anyMatch(line -> line.startsWith(source + ",")));
    }

    /** A table of statements that is called after no source, such as a copy of one, or one whose name is misspelt. */
    static Optional<Problem> sourceless(Inputs.File file, String name, List<Inputs.File> tables) {
        if (!name.startsWith(STATEMENTS)) {
            return Optional.empty();
        }
        String source = name.substring(STATEMENTS.length());
        List<String> sources = tables.stream()
                .map(Inputs.File::name)
                .filter(table -> table.startsWith(PASSAGES))
                .map(table -> table.substring(PASSAGES.length()).replaceFirst("\\.[a-z]+$", ""))
                .toList();
        return sources.contains(source) || isKnown(source, tables)
                ? Optional.empty()
                : Optional.of(Problem.error(
                                file.shown(),
                                0,
                                "",
                                "is called after no source: there is no table " + PASSAGES + source,
                                Nearest.hint(source, sources, "call it after the source of its statements"))
                        .as(Slip.of(Slip.Kind.SOURCE_UNKNOWN)));
    }
}
