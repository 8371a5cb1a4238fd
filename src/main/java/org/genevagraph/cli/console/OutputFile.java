package org.genevagraph.cli.console;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Files that users want written: each appears, or takes the place of an older one, when it is whole. */
public final class OutputFile {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** So long after a draft was last written into, nobody writes it any more. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Files that are not whole; a signal that ends the program deletes them too. */
    private static final Set<Path> DRAFTS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OutputFile::deleteDrafts, "drafts"));
    }

    private OutputFile() {}

    /** A file that could not be written, and what to do about it; what stood in its place still does. */
    public static final class NotWritten extends IOException {
        private NotWritten(Path file, String why, String fix) {
            super(file + " could not be written: " + why + " – " + fix);
        }
    }

    /** Prints the content of a file. */
    public interface Printing<E extends Exception> {
        void to(PrintStream out) throws IOException, E;
    }

    /**
     * Writes a file, texts in UTF-8, gzipped if its name ends in {@code .gz}. What is no file, such as a device or a pipe, is written as it
     * comes.
     *
     * @throws NotWritten if that is not possible
     * @throws E if there is nothing to be written
     */
    public static <E extends Exception> void write(Path file, Printing<E> content) throws IOException, E {
        Path target = target(file);
        check(file, target);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            fill(file, target, StandardOpenOption.WRITE, content);
            return;
        }
        Path draft = draft(target);
        try {
            fill(file, draft, StandardOpenOption.CREATE_NEW, content);
            take(file, draft, target);
        } finally {
            Files.deleteIfExists(draft);
            DRAFTS.remove(draft);
        }
    }

    /**
     * Writes texts into files that belong together: none takes its place before all of them are on the disk, so that a full disk leaves them as
     * they were. They take their places one after the other.
     *
     * @throws NotWritten if one cannot be written, or cannot take its place
     */
    public static void writeAll(Map<Path, String> texts) throws IOException {
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Path file = text.getKey();
                Path target = target(file);
                check(file, target);
                Path draft = draft(target);
                drafts.put(file, draft);
                fill(file, draft, StandardOpenOption.CREATE_NEW, out -> out.print(text.getValue()));
            }
            for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
                take(draft.getKey(), draft.getValue(), target(draft.getKey()));
            }
        } finally {
            for (Path draft : drafts.values()) {
                Files.deleteIfExists(draft);
                DRAFTS.remove(draft);
            }
        }
    }

    /** What is replaced; a link stays. */
    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path draft(Path target) {
        deleteAbandoned(target);
        Path draft = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
        DRAFTS.add(draft);
        return draft;
    }

    /** Deletes the drafts of a file that programs left which were killed while they wrote. */
    private static void deleteAbandoned(Path target) {
        Pattern name =
                Pattern.compile("\\." + Pattern.quote(target.getFileName().toString()) + "-" + UUID_FORM);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                target.getParent(),
                file -> name.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                File draft = file.toFile();
                // Whoever still writes it touches it, and lets it take its place at once when it is whole.
                if (System.currentTimeMillis() - draft.lastModified() > ABANDONED.toMillis()) {
                    draft.delete();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed may still be written into; whoever may list it deletes them.
        }
    }

    /** Lets a whole draft take its place. */
    private static void take(Path file, Path draft, Path target) throws NotWritten {
        try {
            keepRights(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            forceName(target.getParent());
        } catch (IOException e) {
            throw new NotWritten(file, why(e), "check who may write in its folder");
        }
    }

    /** Beside this, running requests are let end: what they are writing is given a moment. */
    private static void deleteDrafts() {
        long begun = System.nanoTime();
        while (!DRAFTS.isEmpty() && System.nanoTime() - begun < MOMENT.toNanos()) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        DRAFTS.forEach(draft -> draft.toFile().delete());
    }

    /** Brings the name of a new file to the disk, where the system lets folders be opened for that. */
    private static void forceName(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows opens no folders; the content is on the disk all the same.
        }
    }

    private static void check(Path file, Path target) throws NotWritten {
        if (Files.isDirectory(target)) {
            throw new NotWritten(file, "it is a folder", "name a file in it");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new NotWritten(file, "its folder is not there", "make the folder, or check the path");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new NotWritten(file, "it is protected against writing", "take another name");
        }
    }

    private static <E extends Exception> void fill(Path file, Path path, StandardOpenOption how, Printing<E> content)
            throws IOException, E {
        try (FileChannel channel = open(file, path, how)) {
            WatchedOutput watched = new WatchedOutput(Channels.newOutputStream(channel));
            try {
                OutputStream out = new BufferedOutputStream(watched);
                // Its trailer is written here rather than by closing, which must not happen after a failure.
                GZIPOutputStream gzip = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : null;
                PrintStream printer = new PrintStream(gzip == null ? out : gzip, false, StandardCharsets.UTF_8);
                content.to(printer);
                printer.flush();
                if (gzip != null) {
                    gzip.finish();
                }
                out.flush();
                if (how == StandardOpenOption.CREATE_NEW) {
                    channel.force(true);
                }
            } catch (IOException e) {
                throw watched.failure().isPresent() ? unwritten(file, watched) : e;
            }
            if (watched.failure().isPresent()) {
                throw unwritten(file, watched);
            }
        }
    }

    private static FileChannel open(Path file, Path path, StandardOpenOption how) throws NotWritten {
        try {
            return FileChannel.open(path, how, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NotWritten(file, why(e), "check who may write in its folder");
        }
    }

    private static NotWritten unwritten(Path file, WatchedOutput watched) {
        return new NotWritten(file, why(watched.failure().orElseThrow()), "make room, or choose another place");
    }

    /** What happened, in words. */
    public static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? "the system does not say why" : reason;
    }

    /** Gives a new file the rights of the one that it replaces, where the system knows such. */
    private static void keepRights(Path old, Path fresh) throws IOException {
        if (Files.exists(old)
                && old.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
    }
}
