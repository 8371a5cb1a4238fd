package org.genevagraph.serve.submit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.genevagraph.curate.rows.ProposedText;
import org.genevagraph.files.FileTree;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;

/** The tables in what was sent: one text with one or several of them, or a zip of files that are named as the tables are. */
final class SubmittedFiles {
    private static final int MOST_FILES = 20;

    private SubmittedFiles() {}

    /**
     * Reads them.
     *
     * @throws Refusal if they are not what they should be, or too large
     */
    static List<Inputs.File> of(byte[] body, boolean zipped) throws Refusal {
        if (!zipped) {
            return ProposedText.tables(new String(body, StandardCharsets.UTF_8), List.of());
        }
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "what was sent is no zip",
                    "pack the files, or send one text as text/csv");
        }
        List<Inputs.File> files = new ArrayList<>();
        int length = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || !isOwn(entry.getName())) {
                    continue;
                }
                byte[] bytes = zip.readNBytes(ProposedText.MOST_CHARACTERS + 1);
                if (files.size() == MOST_FILES || length + bytes.length > ProposedText.MOST_CHARACTERS) {
                    throw new Refusal(
                            Refusal.Reason.TOO_LARGE,
                            String.format(
                                    "the zip holds more than %d files or %,d bytes, which is the limit",
                                    MOST_FILES, ProposedText.MOST_CHARACTERS),
                            "send the rows in parts");
                }
                length += bytes.length;
                String name = entry.getName().replaceFirst("^data/", "").replaceFirst("\\.csv$", "") + ".csv";
                files.add(
                        new Inputs.File(name, name, new String(bytes, StandardCharsets.UTF_8).stripTrailing() + "\n"));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refusal(Refusal.Reason.BAD_REQUEST, "the zip cannot be read", "make it anew");
        } catch (IOException e) {
            throw new Refusal(Refusal.Reason.BAD_REQUEST, "the zip ends too early", "send all of it");
        }
        return ProposedText.tables(unpacked(files));
    }

    /** Whether a file is no one's that systems pack beside the others. */
    private static boolean isOwn(String name) {
        return !name.startsWith("__MACOSX/")
                && Arrays.stream(name.split("/", -1))
                        .allMatch(part -> part.startsWith("..") || FileTree.isOwn(Path.of(part)));
    }

    /** The files without the one folder in which all of them were packed. */
    private static List<Inputs.File> unpacked(List<Inputs.File> files) {
        Set<String> folders = files.stream()
                .map(file -> file.name().replaceFirst("/.*|^[^/]*$", ""))
                .collect(Collectors.toSet());
        String folder = folders.size() == 1 ? folders.iterator().next() : "";
        if (folder.isEmpty() || folder.equals("statements") || folder.equals("..")) {
            return files;
        }
        return files.stream()
                .map(file -> {
                    String name = file.name().substring(folder.length() + 1);
                    return new Inputs.File(name, name, file.text());
                })
                .toList();
    }
}
