package org.genevagraph.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The files of a folder that are the project's: what editors and systems put beside them is none of it. */
public final class FileTree {
    /** A folder of more is not one of this project. */
    public static final int MOST_FILES = 10_000;

    private static final int DEEPEST = 16;

    private FileTree() {}

    /**
     * Whether a name is that of a file of the project: hidden files, AppleDouble ({@code ._x}), locks ({@code .~lock.x#}, {@code ~$x},
     * {@code .#x}), and what editors keep while they save ({@code x~}, {@code #x#}) are not.
     */
    public static boolean isOwn(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".")
                && !name.startsWith("~")
                && !name.startsWith("#")
                && !name.endsWith("~")
                && !name.endsWith("#");
    }

    /**
     * All of them, in sub-folders too, sorted by path. Symbolic links are followed, so that a folder may be a link to a release; one that
     * leads nowhere is listed, and whoever reads it is told.
     *
     * @throws IOException if the folder is not there, cannot be read, or holds more than {@link #MOST_FILES}
     */
    public static List<Path> of(Path folder) throws IOException {
        return listed(folder, true);
    }

    /**
     * What lies there, in sub-folders too, under the name of a file and is none: folders, pipes, devices.
     *
     * @throws IOException if the folder is not there, cannot be read, or holds more than {@link #MOST_FILES}
     */
    public static List<Path> others(Path folder) throws IOException {
        return listed(folder, false);
    }

    private static List<Path> listed(Path folder, boolean asFiles) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (inner.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                if (!isOwn(inner)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!asFiles) {
                    files.add(inner);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isOwn(file) && asFiles == (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                    if (files.size() >= MOST_FILES) {
                        throw new IOException(folder + " holds more than " + MOST_FILES + " files");
                    }
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                // It has just gone, or is a link that leads back into the folders above it.
                return Files.isDirectory(file) && !Files.isReadable(file)
                        ? super.visitFileFailed(file, e)
                        : FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
