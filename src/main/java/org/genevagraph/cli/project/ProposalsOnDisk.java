package org.genevagraph.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problems;

/**
 * The proposals of readers where the user has them.
 *
 * @param folder the folder, which is there
 */
public record ProposalsOnDisk(Path folder) implements Inbox.Shelf {
    @Override
    public Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // A curator may settle one this very moment; it then counts for nothing.
                sizes.put(file.getFileName().toString(), file.toFile().length());
            }
        }
        return sizes;
    }

    @Override
    public Optional<String> text(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            return TextFile.read(file, file.toString(), new Problems());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, String text) throws IOException {
        OutputFile.write(folder.resolve(name), out -> out.print(text));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }
}
