package org.genevagraph.curate.things;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.curate.names.Phrase;
import org.genevagraph.text.Sentences;

/** Finds what a body does without a noun that says so: the themes of its years, and what "this project" or its research is about. */
public final class Themes {
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/–-])(?:19|20)\\d\\d(?![\\d/–-])");
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "\\b(?:themes? (?:was|were|is|are) |themes? (?:of|for|in) \\d{4}, |focus(?:ed|es)? (?:its|their|our) (?:work|efforts|activities)(?: in \\d{4})? on "
                    + "|’s work(?: in \\d{4})? focus(?:ed|es) on |deliberated on )(?:the )?(?:use of )?");
    private static final Pattern THEME_END =
            Pattern.compile(" ?\\(|[;:]|, (?:which|such as|with|the|while|as it)\\b|\\.?$|(?<=\\p{L})\\. ");
    /** "Data for development and global cooperation in science" are two, "cleaner and more productive production" is one. */
    private static final Pattern TWO = Pattern.compile(
            "^(\\S+(?: \\S+){0,3} (?:for|of|in|on) .{3,60}?) and (\\S+(?: \\S+){0,3} (?:for|of|in|on) .{3,80})$");

    private static final Pattern THIS = Pattern.compile(
            "(?:^|, )(?:[Tt]his|The|Another|A second|A further) (project|initiative|programme|study)\\b([^.]*?) "
                    + "(?:(explores?|examines?|investigates?|addressed|addresses|studies|studied|analyses|analysed|asks|looks at|looked at|looks into)|(?:seeks|aims) (to)) ((?:how|the impacts? of|the effects? of|whether) )?(?:the )?([^.;]+)");
    private static final Pattern RESEARCH = Pattern.compile(
            "\\b(?:it|we|researchers|experts|candidates|faculty|\\p{Lu}\\p{L}+) (?:also )?(researches|analyse|investigates?|stud(?:y|ies)) (?:the )?((?:impacts? of |effects? of )?[^.,;()]{8,})");
    private static final Pattern CLAUSE_END = Pattern.compile(
            " (?:that|which|who|through|by|affects?|and its|with the|from|using|unfolds)\\b.*|,.*|(?<=\\p{L}) for \\p{Ll}+ purposes.*| to (?:inform|help|support)\\b.*");
    private static final int LONGEST = 130;

    private Themes() {}

    /** The things in the words of a passage. */
    public static List<Phrase> in(String words) {
        List<Phrase> found = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            ofAYear(sentence, found);
            thisProject(sentence, found);
            research(sentence, found);
        }
        return found;
    }

    private static void ofAYear(Sentences.Sentence sentence, List<Phrase> found) {
        Matcher matcher = OF_A_YEAR.matcher(sentence.text());
        String year = year(sentence.text());
        while (!year.isEmpty() && matcher.find()) {
            String behind = sentence.text().substring(matcher.end());
            Matcher end = THEME_END.matcher(behind);
            String theme = end.find() ? behind.substring(0, end.start()) : behind;
            Stream.of(theme.split(", as well as (?:the )?"))
                    .flatMap(Themes::parts)
                    .filter(part -> part.length() <= LONGEST && !part.isBlank())
                    .forEach(part -> found.add(new Phrase(
                            sentence.start() + matcher.end(),
                            sentence.start() + matcher.end() + theme.length(),
                            part + " (theme " + year + ")",
                            "initiatives")));
        }
    }

    private static Stream<String> parts(String theme) {
        Matcher two = TWO.matcher(theme);
        return two.matches() ? Stream.of(two.group(1), two.group(2)) : Stream.of(theme);
    }

    /** The one year that a sentence names; empty if it names none or several. */
    private static String year(String sentence) {
        List<String> years = YEAR.matcher(sentence)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        return years.size() == 1 ? years.get(0) : "";
    }

    private static void thisProject(Sentences.Sentence sentence, List<Phrase> found) {
        Matcher matcher = THIS.matcher(sentence.text());
        if (matcher.find()) {
            String about = CLAUSE_END.matcher(matcher.group(6)).replaceFirst("");
            boolean named = matcher.group(2).matches("(?s).*(?:‘|titled|\\p{Lu}\\p{L}+ \\p{Lu}).*")
                    && !matcher.group(2).contains("hosted");
            if (about.length() <= LONGEST && !named) {
                found.add(new Phrase(
                        sentence.start() + matcher.start(1),
                        sentence.start() + matcher.start(6) + about.length(),
                        matcher.group(1) + (matcher.group(4) == null ? " on " : " to ") + about,
                        matcher.group(1).equals("study") ? "documents" : "initiatives"));
            }
        }
    }

    private static void research(Sentences.Sentence sentence, List<Phrase> found) {
        Matcher matcher = RESEARCH.matcher(sentence.text());
        while (matcher.find()) {
            String about = CLAUSE_END.matcher(matcher.group(2)).replaceFirst("");
            if (about.length() <= LONGEST) {
                found.add(new Phrase(
                        sentence.start() + matcher.start(1),
                        sentence.start() + matcher.start(2) + about.length(),
                        "research on " + about,
                        "initiatives"));
            }
        }
    }
}
