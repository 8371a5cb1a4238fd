package org.genevagraph.page.facts;

import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;

/**
 * A span of time, each end as exactly as a source has it: {@code 2018}, {@code 2018-05} or {@code 2018-05-03}. A point in time has both ends
 * alike; a beginning alone is one since which something goes on.
 *
 * @param from its beginning; empty if nobody says
 * @param until its end; empty if nobody says
 */
public record Dates(String from, String until) {
    /** Whether nothing is known. */
    public boolean isEmpty() {
        return from.isEmpty() && until.isEmpty();
    }

    /** What it is sorted by. */
    String first() {
        return from.isEmpty() ? until : from;
    }

    /** The beginning alone, as the point in time that it is itself. */
    Dates beginning() {
        return new Dates(from, from);
    }

    /** As people read it. */
    public String text(Language language) {
        if (isEmpty() || until.equals(from)) {
            return language.date(from);
        }
        if (until.isEmpty()) {
            return said("since", from, language);
        }
        return from.isEmpty() ? said("until", until, language) : language.span(from, until);
    }

    /**
     * A date after a word: {@code since 2021}, {@code until 15 March 2021}.
     *
     * @param word since, until or by
     * @param date the date as a source has it
     */
    public static String said(String word, String date, Language language) {
        boolean day = date.length() == "2021-03-15".length();
        return Messages.text(language, "dates." + word + (day ? "-day" : ""), language.date(date));
    }
}
