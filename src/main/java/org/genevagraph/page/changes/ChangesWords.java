package org.genevagraph.page.changes;

import java.util.List;
import java.util.stream.Collectors;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Phrase;
import org.genevagraph.diff.release.Release;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;

/** What changed in the facts of a release as plain text, in a language: under each heading a line for each change. Answers that changed are told in English alone. */
public final class ChangesWords {
    private ChangesWords() {}

    /** The text. */
    public static String of(Release release, List<Change> changes, Language language) {
        StringBuilder text = new StringBuilder();
        line(text, Messages.text(language, "changes.release", release.version()));
        line(text, Messages.text(language, "changes.since", release.previous()));
        if (changes.isEmpty()) {
            line(text, Messages.text(language, "changes.only-terms"));
        }
        for (Change.Alike alike : Change.alike(changes)) {
            line(text, "");
            line(
                    text,
                    Messages.text(language, "changes.area." + alike.area().label()) + " – "
                            + Messages.text(
                                    language, "changes.how." + alike.how().label()) + " ("
                            + alike.changes().size() + ")");
            alike.changes().forEach(change -> tell(text, change, language));
        }
        return text.toString();
    }

    private static void tell(StringBuilder text, Change change, Language language) {
        line(
                text,
                "  " + (change.area() == Area.THING ? change.group() + " " : "")
                        + change.says().text());
        for (Detail detail : change.details()) {
            String between = detail.before().isEmpty() || detail.after().isEmpty() ? "" : " → ";
            line(
                    text,
                    "    " + Messages.text(language, "changes.property", detail.property()) + " "
                            + words(detail.before()) + between + words(detail.after()));
        }
    }

    private static String words(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append('\n');
    }
}
