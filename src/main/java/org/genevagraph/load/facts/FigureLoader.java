package org.genevagraph.load.facts;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Numbers that a source gives; two that disagree are two figures. */
public final class FigureLoader implements Loader {
    private static final List<String> SUBJECTS = List.of(
            "organisation",
            "initiative",
            "document",
            "issue",
            "place",
            "action-line",
            "sdg",
            "commitment",
            "objective");

    @Override
    public String tables() {
        return "figures";
    }

    @Override
    public List<String> columns() {
        return List.of("subject", "measure", "value", "unit", "year", "evidence");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            Node subject = loading.things()
                    .resolve(row.get("subject"), SUBJECTS, row, "subject", loading.problems())
                    .orElse(null);
            if (subject == null) {
                further(new RowFacts(Node.ANY, row, loading.withoutFacts()));
                continue;
            }
            List<String> said = new ArrayList<>(List.of(subject.getURI()));
            for (String column : List.of("measure", "value", "unit", "year")) {
                said.add(row.get(column));
            }
            String label = (row.get("measure") + ": " + row.get("value") + " " + row.get("unit")).strip();
            RowFacts facts = new RowFacts(Iris.hashed("figure", said), row, loading);
            further(facts.type(GG.Figure, "subject")
                    .fact(GG.ofSubject, subject, "subject")
                    .label(row.get("year").isEmpty() ? label : label + " (" + row.get("year") + ")", "measure"));
        }
        for (var repeat :
                table.repeats("subject", "measure", "value", "unit", "year").entrySet()) {
            loading.problems()
                    .add(Problem.error(
                            table.file(),
                            repeat.getKey().line(),
                            "",
                            "says the same as line " + repeat.getValue().line(),
                            "delete it and add its evidence to that line"));
        }
    }

    private static void further(RowFacts facts) {
        facts.english("measure", GG.measure)
                .decimal("value", GG.value)
                .english("unit", GG.unit)
                .year("year", GG.year)
                .evidence("evidence");
    }
}
