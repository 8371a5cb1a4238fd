package org.genevagraph.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;

/**
 * The tables where the user has them.
 *
 * @param project where the project's files are
 */
public record TablesOnDisk(Project project) implements TableFiles {
    /** Hidden, so that nobody takes it for a folder of tables. */
    private static final String KEPT = ".desk";

    @Override
    public Object state() {
        return project.fingerprint();
    }

    @Override
    public Inputs read() throws IOException {
        return project.inputs();
    }

    @Override
    public Optional<String> text(String table) throws IOException {
        Path file = file(table);
        return Files.exists(file) ? TextFile.read(file, file.toString(), new Problems()) : Optional.empty();
    }

    @Override
    public void write(String table, String text) throws IOException {
        Path file = file(table);
        Files.createDirectories(file.toAbsolutePath().getParent());
        OutputFile.write(file, out -> out.print(text));
    }

    @Override
    public void remove(String table) throws IOException {
        Files.deleteIfExists(file(table));
    }

    @Override
    public Optional<String> kept(String name) throws IOException {
        Path file = project.data().resolve(KEPT).resolve(name);
        return Files.exists(file) ? TextFile.read(file, file.toString(), new Problems()) : Optional.empty();
    }

    @Override
    public void keep(String name, String text) throws IOException {
        Path file = project.data().resolve(KEPT).resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        OutputFile.write(file, out -> out.print(text));
    }

    /**
     * Writes tables that belong together: all, or none.
     *
     * @param texts what each is to hold, by its name
     */
    public void writeAll(Map<String, String> texts) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : texts.entrySet()) {
            Path file = file(table.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            files.put(file, table.getValue());
        }
        OutputFile.writeAll(files);
    }

    private Path file(String table) {
        return project.data().resolve(table + ".csv");
    }
}
