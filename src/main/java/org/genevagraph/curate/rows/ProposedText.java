package org.genevagraph.curate.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.load.Loaders;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;

/**
 * Rows for one or several tables in one text, as a program or a model hands them in: each table begins with its header, and an empty line
 * stands before the next one.
 */
public final class ProposedText {
    /** The most lines, headers among them: whoever proposes reads passage by passage. */
    public static final int MOST_LINES = 100;

    /** The most characters. */
    public static final int MOST_CHARACTERS = 32 << 10;

    /**
     * The tables that take proposals; one that ends in a slash is a folder of them, with one for each source. Others say how texts are read
     * and why a passage that does not say a fact bears it out all the same, which is for curators.
     */
    public static final List<String> TABLES = List.of(
            "organisations",
            "initiatives",
            "documents",
            "places",
            "issues",
            "actor-groups",
            "statements/",
            "status",
            "figures",
            "citations",
            "names");

    /** What stands around code in Markdown, as language models write it. */
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)\\s*\\w*\\s*");

    private static final String CSV = ".csv";

    private ProposedText() {}

    /**
     * The tables of a text.
     *
     * @param names the tables' names in their order, such as {@code statements/gcsp}; empty if the headers are to tell
     * @throws Refusal if the text is too long, holds no rows, or one of its tables takes no proposals
     */
    public static List<Inputs.File> tables(String text, List<String> names) throws Refusal {
        checkSize(text.length(), text.lines().count());
        List<String> blocks = blocks(text);
        if (blocks.isEmpty()) {
            throw wrong("there are no rows", "begin with the header of a table, and write the rows below it");
        }
        if (!names.isEmpty() && names.size() != blocks.size()) {
            throw wrong(
                    "there are " + blocks.size() + " tables and " + names.size() + " names",
                    "name every table in its order, or none; an empty line stands between two tables");
        }
        List<Inputs.File> tables = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            String name = (names.isEmpty() ? told(blocks.get(i)) : names.get(i)).replaceFirst("\\.csv$", "") + ".csv";
            tables.add(new Inputs.File(name, name, blocks.get(i)));
        }
        return known(tables);
    }

    /**
     * The same of files with one table each, in which every line keeps its number.
     *
     * @param files named after their tables
     * @throws Refusal if they are too long together, one holds nothing, or is of a table that takes no proposals
     */
    public static List<Inputs.File> tables(List<Inputs.File> files) throws Refusal {
        checkSize(
                files.stream().mapToLong(file -> file.text().length()).sum(),
                files.stream().mapToLong(file -> file.text().lines().count()).sum());
        if (files.isEmpty()) {
            throw wrong(
                    "there are no files", "put a file with the header and the rows of a table there for each table");
        }
        for (Inputs.File file : files) {
            if (file.text().isBlank()) {
                throw wrong(
                        "the file " + file.name() + " is empty",
                        "begin it with the header of its table, or leave it out");
            }
        }
        List<Inputs.File> tables = new ArrayList<>();
        for (Inputs.File file : files) {
            // A file at the top that is named after no table is what its header says.
            if (file.name().contains("/")
                    || Loaders.of(file.table()).isPresent()
                    || !file.name().endsWith(CSV)) {
                tables.add(file);
            } else {
                List<Inputs.File> named = TableOfRows.named(file, new Problems());
                tables.addAll(
                        named.isEmpty()
                                ? List.of(file)
                                : List.of(new Inputs.File(
                                        named.get(0).name(), named.get(0).name(), file.text())));
            }
        }
        return known(tables);
    }

    static void checkSize(long characters, long lines) throws Refusal {
        if (characters > MOST_CHARACTERS || lines > MOST_LINES) {
            throw new Refusal(
                    Refusal.Reason.TOO_LARGE,
                    String.format(
                            "the rows are more than %d lines or %,d characters, which is the limit",
                            MOST_LINES, MOST_CHARACTERS),
                    "check them in parts");
        }
    }

    /** The tables, each of which takes proposals and is there once. */
    private static List<Inputs.File> known(List<Inputs.File> files) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (Inputs.File file : files) {
            String name = file.table();
            if (TABLES.stream().noneMatch(table -> table.endsWith("/") ? isSource(name, table) : name.equals(table))) {
                throw wrong(
                        "'" + name.replaceFirst("/proposed$", "") + "' is no table that takes proposals",
                        Nearest.hint(name, TABLES, "take one of " + String.join(", ", TABLES)));
            }
            if (!seen.add(name)) {
                throw wrong("there are two tables '" + name + "'", "put all its rows under one header");
            }
        }
        return List.copyOf(files);
    }

    private static boolean isSource(String name, String folder) {
        return name.startsWith(folder) && name.substring(folder.length()).matches("[a-z0-9-]{1,100}");
    }

    /** The name of the table whose header it is. */
    private static String told(String block) throws Refusal {
        Problems problems = new Problems();
        List<Inputs.File> named = TableOfRows.named(new Inputs.File("rows", "rows.csv", block), problems);
        if (named.isEmpty()) {
            Problem problem = problems.sorted().get(0);
            throw wrong("the text " + problem.message(), problem.fix());
        }
        return named.get(0).table();
    }

    /**
     * The parts between empty lines, or from one header to the next; what stands inside a quoted cell divides nothing. Lines that fence code in
     * Markdown are none of them.
     */
    private static List<String> blocks(String text) {
        Set<String> headers =
                TABLES.stream().map(table -> String.join(",", columns(table))).collect(Collectors.toSet());
        List<String> blocks = new ArrayList<>();
        String header = "";
        StringBuilder block = new StringBuilder();
        boolean quoted = false;
        for (String line : text.lines().toList()) {
            quoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
            if (!quoted && FENCE.matcher(line).matches()) {
                continue;
            }
            if (line.isBlank() && !quoted) {
                add(block, blocks);
            } else {
                if (!quoted && headers.contains(line) && !line.equals(header)) {
                    add(block, blocks);
                    header = line;
                }
                block.append(line).append('\n');
            }
        }
        add(block, blocks);
        return blocks;
    }

    private static void add(StringBuilder block, List<String> blocks) {
        if (!block.isEmpty()) {
            blocks.add(block.toString());
            block.setLength(0);
        }
    }

    private static Refusal wrong(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }

    /** The columns of a table that takes proposals. */
    static List<String> columns(String table) {
        String one = table.endsWith("/") ? table + "x" : table;
        return TableText.columns(one);
    }
}
