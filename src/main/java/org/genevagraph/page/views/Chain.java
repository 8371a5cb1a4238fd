package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * Steps that lead from one thing to another.
 *
 * @param begin where it begins
 * @param steps its steps
 */
public record Chain(Cell begin, List<Step> steps) {
    public Chain {
        steps = List.copyOf(steps);
    }

    /**
     * A step of a chain.
     *
     * @param ways what is said of it; more than one line if several facts make the same step
     * @param quotes the words of the sources, if the server was given the texts
     * @param to where it leads
     */
    public record Step(List<Line> ways, List<Word> quotes, Cell to) {
        public Step {
            ways = List.copyOf(ways);
            quotes = List.copyOf(quotes);
        }
    }

    /** Reads rows as chains. */
    static List<Chain> of(Rows rows, PageView view, Site site) {
        String from = view.column("from").orElseThrow();
        String to = view.column("to").orElseThrow();
        String chain = view.column("chain").orElseThrow();
        String step = view.column("step").orElseThrow();
        String quote = view.column("quote").orElse("");
        Lines lines = new Lines(rows, view, List.of(chain, step, quote, "chains", from, to, "relation", "via"), site);
        List<Chain> chains = new ArrayList<>();
        for (List<Binding> rowsOfIt : Rows.by(rows.rows(), chain).values()) {
            List<Step> steps = new ArrayList<>();
            for (List<Binding> ways : Rows.by(rowsOfIt, step).values()) {
                steps.add(new Step(
                        ways.stream().map(lines::of).toList(),
                        ways.stream()
                                .flatMap(row -> rows.words().cell(row, quote).words().stream())
                                .distinct()
                                .toList(),
                        rows.words().cell(ways.get(0), to)));
            }
            chains.add(new Chain(rows.words().cell(rowsOfIt.get(0), from), steps));
        }
        return chains;
    }
}
