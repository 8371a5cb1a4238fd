package org.genevagraph.page.facts;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Text;

/**
 * Why the graph says something.
 *
 * @param statement the page of the statement
 * @param standing how sure it is
 * @param passages which passages say so
 * @param quotes their words, where the server was given the texts; otherwise empty
 * @param rule which rule derived it, with its page; empty name if none did
 * @param premises from which statements it was derived
 * @param reason why the project holds it, where no passage says so; otherwise empty
 */
public record Why(
        String statement,
        Standing standing,
        List<Cited> passages,
        List<Quote> quotes,
        Link rule,
        List<Sentence> premises,
        Text reason) {
    public Why {
        passages = List.copyOf(passages);
        quotes = List.copyOf(quotes);
        premises = List.copyOf(premises);
    }
}
