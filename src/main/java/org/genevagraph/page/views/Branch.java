package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * A thing with the things to which it is tied, as a tree that grows from what was asked about.
 *
 * @param name what it is; empty if the ties to the next ones run through nothing
 * @param says how it is tied to the one before
 * @param next the next ones
 */
public record Branch(Cell name, List<Line> says, List<Branch> next) {
    public Branch {
        says = List.copyOf(says);
        next = List.copyOf(next);
    }

    /**
     * Reads rows as a tree.
     *
     * @param values what the parameters stand for, by their names
     */
    static List<Branch> of(Rows rows, PageView view, Map<String, Cell> values, Site site) {
        String of = view.column("of").orElseThrow();
        String to = view.column("to").orElseThrow();
        String through = view.column("through").orElse("");
        Lines lines = new Lines(rows, view, List.of(of, to, through), site);
        List<Branch> roots = new ArrayList<>();
        for (List<Binding> ofIt : Rows.by(rows.rows(), of).values()) {
            List<Branch> between = new ArrayList<>();
            for (List<Binding> same : Rows.by(ofIt, through).values()) {
                List<Branch> ends = Rows.by(same, to).values().stream()
                        .map(end -> new Branch(
                                rows.words().cell(end.get(0), to),
                                end.stream().map(lines::of).distinct().toList(),
                                List.of()))
                        .toList();
                between.add(new Branch(
                        Rows.says(same.get(0), through) ? rows.words().cell(same.get(0), through) : Cell.EMPTY,
                        List.of(),
                        ends));
            }
            Cell root = rows.columns().containsKey(of)
                    ? rows.words().cell(ofIt.get(0), of)
                    : values.getOrDefault(of, Cell.EMPTY);
            roots.add(new Branch(root, List.of(), between));
        }
        return roots;
    }
}
