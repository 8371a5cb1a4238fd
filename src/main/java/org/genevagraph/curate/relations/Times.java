package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.text.names.Capitals;

/** From when until when something is so, as a sentence tells it. */
final class Times {
    private static final String DATE =
            "(?:(?:(\\d{1,2}) )?(" + String.join("|", Capitals.MONTHS) + ") )?((?:19|20)\\d\\d)(?![\\d/])";

    /** A beginning and an end: "from 2010 to 2015", "between 2010 and 2015", "2010–2015". */
    private static final Pattern SPAN =
            Pattern.compile("(?<![\\d/])" + DATE + "\\s?(?:to|until|and|till|through|[–-])\\s?(?:the end of )?" + DATE);

    private static final Pattern POINT = Pattern.compile("(?<![\\d/])(?:(?i:\\b(since|from|in|on|by|until|till))\\s+)?"
            + "(?i:(?:the )?(?:end|beginning|start) of )?" + DATE);

    /** "Ended in 2022": what that date ends. */
    private static final Pattern ENDING = Pattern.compile(
            "(?iu).*\\b(?:until|till|end(?:s|ed)?|left|closed|expired?|concluded|dissolved|withdrew)\\b[^,;]{0,12}$");

    private static final Pattern BETWEEN = Pattern.compile("(?iu).*\\b(?:from|between|in|during|[(])\\s?$|^$");

    private Times() {}

    /** The beginning and the end, each empty if it is not told; both are if several dates stand there. */
    static List<String> of(String sentence) {
        Matcher span = SPAN.matcher(sentence);
        if (span.find()
                && (span.group().matches(".*[–-].*")
                        || BETWEEN.matcher(sentence.substring(0, span.start())).matches())) {
            return List.of(date(span, 1), date(span, 4));
        }
        Matcher matcher = POINT.matcher(sentence);
        List<List<String>> dates = new ArrayList<>();
        while (matcher.find()) {
            String date = date(matcher, 2);
            String word = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
            boolean ends = word.equals("until")
                    || word.equals("till")
                    || ENDING.matcher(sentence.substring(0, matcher.start())).matches();
            boolean begins = word.equals("since") || word.equals("from");
            dates.add(List.of(ends ? "" : date, begins ? "" : date));
        }
        return dates.size() == 1 ? dates.get(0) : List.of("", "");
    }

    private static String date(Matcher matcher, int day) {
        String month = matcher.group(day + 1);
        if (month == null) {
            return matcher.group(day + 2);
        }
        String date = matcher.group(day + 2) + String.format(Locale.ROOT, "-%02d", Capitals.MONTHS.indexOf(month) + 1);
        return matcher.group(day) == null
                ? date
                : date + String.format(Locale.ROOT, "-%02d", Integer.parseInt(matcher.group(day)));
    }
}
