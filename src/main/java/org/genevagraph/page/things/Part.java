package org.genevagraph.page.things;

import org.genevagraph.page.Link;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Quote;

/**
 * A passage in the list of its document's passages.
 *
 * @param number its number there
 * @param passage its page
 * @param depth how many passages it lies within
 * @param heading whether it is a heading of the text itself
 * @param topic what it treats
 * @param text its own words, where the server was given the texts; otherwise empty
 * @param facts how many facts cite it
 */
public record Part(String number, Link passage, int depth, boolean heading, Text topic, Quote text, long facts) {
    /** Its number as people write it: {@code 72}, {@code section 1}. */
    public String called() {
        return Character.isDigit(number.charAt(0)) ? number : passage.name().replaceFirst(".*, (?=.)", "");
    }
}
