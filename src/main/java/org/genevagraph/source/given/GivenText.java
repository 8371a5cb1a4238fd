package org.genevagraph.source.given;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.Encoding;
import org.genevagraph.source.pdf.Columns;
import org.genevagraph.source.pdf.PdfLines;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.Unreadable;
import org.genevagraph.source.web.HtmlLines;
import org.genevagraph.source.word.WordLines;

/** Reads a text that somebody gives: plain text in UTF-8, or a format that holds text. */
public final class GivenText {
    private static final int MOST_BYTES = 32 << 20;
    /** In UTF-16 every second byte of Latin letters is zero. */
    private static final int MOST_OTHERS_IN_UTF_16 = 4;

    private static final Pattern WEB_PAGE = Pattern.compile(
            "(?i)\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--[^>]{0,500}>\\s*)?<(?:!doctype html|(?:html|head|body|main|article|section|div|p|h[1-6]|ol|ul|table)\\b[^>\\n]{0,500}>)");

    private static final Pattern TABLE = Pattern.compile("(?i)\\.(?:csv|tsv)$");
    private static final Pattern FRAMES = Pattern.compile("(?i)<frameset\\b");
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]\\s*(?:\"[^\"\\n]{1,200}\"\\s*:|\\{\\s*\")");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F]");

    /** What UTF-8 looks like in Windows-1252: "Ã©", "â€™". */
    private static final Pattern MISREAD = Pattern.compile("Ã[\u0080-\u00BF€-™]|Â[«»°§©®·\u00A0]|â€[™œ˜“”¦\u009D]");

    private static final Pattern MAIL = Pattern.compile(
            "(?is)\\A(?:[A-Z][A-Za-z-]*: [^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){0,40}?(?:MIME-Version|Content-Type|Content-Transfer-Encoding): .*");
    private static final Pattern XML = Pattern.compile("\\s*<\\?xml\\b.*", Pattern.DOTALL);
    private static final Pattern LATEX = Pattern.compile("(?m)^\\s*\\\\documentclass\\b");

    /** Marks of direction, joints of words, byte order marks. */
    private static final String MARKS =
            "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    private GivenText() {}

    /**
     * Reads a file, named after itself without its ending.
     *
     * @throws IOException if it cannot be read
     * @throws ProblemException if it holds no text that can be told from its bytes
     */
    public static SourceText read(Path file) throws IOException, ProblemException {
        return read(file, name(file));
    }

    /** What a file is called without its ending. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    /**
     * Reads a file.
     *
     * @param name the id of the document that it is the text of
     * @throws IOException if it cannot be read
     * @throws ProblemException if it holds no text that can be told from its bytes
     */
    public static SourceText read(Path file, String name) throws IOException, ProblemException {
        String shown = file.toString();
        if (TABLE.matcher(shown).find()) {
            throw Unreadable.at(shown, 0, "is a table and no text", "give the text; rows are for ./geneva check");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw Unreadable.at(
                    shown,
                    0,
                    "is larger than " + (MOST_BYTES >> 20) + " MiB, which is the limit for a text",
                    "divide it into several");
        }
        return SourceText.of(shown, name, visible(text(shown, bytes)));
    }

    /**
     * The pages of a file that could be read of which nothing was, since they are pictures: warnings.
     *
     * @throws IOException if it cannot be read
     */
    public static List<Problem> unread(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        List<Integer> pages = begins(bytes, "%PDF") ? PdfLines.pictures(bytes) : List.of();
        if (pages.isEmpty()) {
            return List.of();
        }
        String all = pages.stream().map(Object::toString).collect(Collectors.joining(", "));
        return List.of(Problem.warning(
                file.toString(),
                0,
                "",
                (pages.size() == 1 ? "page " + all + " is a picture" : "pages " + all + " are pictures")
                        + " without text, of which nothing was read",
                "nothing to do for covers; otherwise have the words recognised (OCR)"));
    }

    /** A text without what printing and writing from right to left put between its letters: ligatures, marks, hyphens that are not shown. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean atEnd = i + 1 == text.length() || text.charAt(i + 1) == '\n' || text.charAt(i + 1) == '\r';
            if (c >= '\uFB00' && c <= '\uFB06') {
                visible.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (!MARKS.contains(String.valueOf(c)) && (c != '\u00AD' || atEnd)) {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    private static String text(String shown, byte[] bytes) throws ProblemException {
        if (begins(bytes, "%PDF")) {
            return LabelledLines.of(PdfLines.of(shown, bytes)).replaceAll(" ?\t", " ");
        }
        if (begins(bytes, "PK")) {
            return WordLines.of(shown, bytes);
        }
        String text = decoded(shown, bytes);
        if (WEB_PAGE.matcher(text).lookingAt() && FRAMES.matcher(text).find()) {
            throw Unreadable.at(
                    shown, 0, "is a web page of frames, in which its text stands", "save the page of the frame");
        }
        if (JSON.matcher(text).lookingAt()) {
            throw Unreadable.at(shown, 0, "is JSON", "give the text that it holds");
        }
        if (MAIL.matcher(text).matches()) {
            throw Unreadable.at(shown, 0, "is an e-mail or a web archive (.mht)", "save what it holds as text or HTML");
        }
        if (text.startsWith("%!PS")) {
            throw Unreadable.at(shown, 0, "is PostScript", "save it as PDF");
        }
        if (LATEX.matcher(text).find()) {
            throw Unreadable.at(shown, 0, "is LaTeX", "give the PDF that it makes");
        }
        boolean isPage = WEB_PAGE.matcher(text).lookingAt();
        if (!isPage && XML.matcher(text).matches()) {
            throw Unreadable.at(shown, 0, "is XML", "save it as text or HTML");
        }
        return isPage
                ? HtmlLines.of(text)
                : MisreadNumbers.of(DetachedNumbers.of(Columns.unrolled(LabelledLines.of(MarkdownLines.of(text)))));
    }

    private static boolean begins(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static String decoded(String shown, byte[] bytes) throws ProblemException {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            throw Unreadable.at(shown, 0, "is text in UTF-16", "save the file as UTF-8");
        }
        if (begins(bytes, "{\\rtf")) {
            throw Unreadable.at(shown, 0, "is RTF", "save it as text, as DOCX or as PDF");
        }
        if (begins(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            boolean locked = new String(bytes, StandardCharsets.ISO_8859_1)
                    .contains(new String(
                            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
            throw locked
                    ? Unreadable.at(
                            shown,
                            0,
                            "is a Word file behind a password",
                            "open it with the password and save it without one")
                    : Unreadable.at(shown, 0, "is an old Word file (.doc)", "save it as DOCX");
        }
        if (begins(bytes, "\u0089PNG") || begins(bytes, "GIF8") || begins(bytes, "\u00FF\u00D8\u00FF")) {
            throw Unreadable.at(shown, 0, "is a picture", "have its words recognised (OCR), and give the text");
        }
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        if (zeros * MOST_OTHERS_IN_UTF_16 > bytes.length) {
            throw Unreadable.at(shown, 0, "seems to be text in UTF-16", "save the file as UTF-8");
        }
        try {
            String text = strict(StandardCharsets.UTF_8, bytes);
            tellUnreadable(shown, text);
            // Line ends of old programs.
            return text.replaceAll("\r(?!\n)|[\u000B\u0085\u2028\u2029]", "\n");
        } catch (CharacterCodingException e) {
            String loose = new String(bytes, StandardCharsets.UTF_8);
            throw Unreadable.at(
                    shown,
                    lineAt(loose, loose.indexOf('\uFFFD')),
                    "holds a byte that is not UTF-8" + guess(bytes),
                    "save the file as UTF-8");
        }
    }

    private static int lineAt(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    /** Refuses characters that no text has, with the line of the first. */
    private static void tellUnreadable(String shown, String text) throws ProblemException {
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            char c = control.group().charAt(0);
            throw Unreadable.at(
                    shown,
                    lineAt(text, control.start()),
                    c == 0
                            ? "holds a zero byte, which no text has"
                            : String.format(
                                    Locale.ROOT, "holds the control character U+%04X, which no text has", (int) c),
                    "see whether it is a text, and save it again");
        }
        int lost = text.indexOf('\uFFFD');
        if (lost >= 0) {
            throw Unreadable.at(
                    shown,
                    lineAt(text, lost),
                    "holds U+FFFD, which stands where a letter was lost",
                    "read the file that it was made from in its own encoding, or write the letter");
        }
        Matcher misread = MISREAD.matcher(text);
        if (misread.find() && misread.find(misread.end())) {
            misread.find(0);
            throw Unreadable.at(
                    shown,
                    lineAt(text, misread.start()),
                    "holds ‘" + misread.group() + "’, which is UTF-8 that was read as Windows-1252",
                    "read the file that it was made from as UTF-8");
        }
    }

    /** What the bytes may be instead. */
    private static String guess(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return " and seems to be no text at all";
            }
        }
        return Encoding.of(bytes)
                .map(encoding -> " and seems to be " + encoding.shown())
                .orElse("");
    }

    private static String strict(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
