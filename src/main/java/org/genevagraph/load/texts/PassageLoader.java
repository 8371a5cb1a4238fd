package org.genevagraph.load.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Circles;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.Things;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;

/** The passages of one source text: numbers, topics, lengths and hashes, never the words themselves. */
public final class PassageLoader implements Loader {
    /** How the topic begins of a passage in which somebody has looked for facts and found none. */
    private static final String NO_FACTS = "(no facts)";

    private static final String SHA256_FORM = "[0-9a-f]{64}";

    @Override
    public String tables() {
        return "passages/";
    }

    @Override
    public String kind() {
        return "passage";
    }

    @Override
    public List<String> columns() {
        return List.of("number", "kind", "parent", "topic", "words", "sha256");
    }

    @Override
    public void declare(Table table, Things things, Problems problems) {
        for (Row row : table.rows()) {
            things.declarePassage(table.source(), row, "number", problems);
        }
    }

    @Override
    public void load(Table table, Loading loading) {
        String source = table.source();
        Node document = loading.things().find("document", source).orElse(null);
        if (document == null && loading.things().isLost("document", source)) {
            return;
        }
        if (document == null) {
            loading.problems()
                    .add(Problem.error(
                            table.file(),
                            0,
                            "",
                            "is about the unknown document '" + source + "'",
                            "add the document to documents.csv, or name the file after one that is there"));
            return;
        }
        int position = 0;
        Map<String, Row> byNumber = new HashMap<>();
        table.rows().forEach(row -> byNumber.putIfAbsent(row.get("number"), row));
        for (List<Row> circle : Circles.among(table.rows(), row -> byNumber.get(row.get("parent")))) {
            loading.problems()
                    .add(Problem.error(
                            table.file(),
                            circle.get(0).line(),
                            "parent",
                            "lies below itself",
                            "name the passage that it is a part of, or none"));
        }
        for (Row row : table.rows()) {
            position++;
            String id = source + "#" + row.get("number");
            Node passage = loading.things().find("passage", id).orElse(null);
            if (passage == null) {
                continue;
            }
            RowFacts facts = new RowFacts(passage, row, loading);
            facts.type(GG.Passage, "number")
                    .label(id, "number")
                    .fact(GG.inDocument, document, "number")
                    .fact(GG.position, Literals.integer(Integer.toString(position)), "number")
                    .text("number", GG.number)
                    .concept("kind", GG.kind, "passage-kind")
                    .integer("words", GG.words);
            String topic = row.get("topic");
            if (topic.startsWith(NO_FACTS)) {
                facts.fact(GG.carriesNoFact, Literals.truth(true), "topic");
                topic = topic.substring(NO_FACTS.length()).strip();
            }
            if (!topic.isEmpty()) {
                facts.single("topic");
                facts.fact(GG.topic, Literals.english(topic), "topic");
            }
            if (row.get("sha256").matches(SHA256_FORM)) {
                facts.text("sha256", GG.sha256);
            } else {
                facts.problem("sha256", "is not a SHA-256 hash", "write its 64 hexadecimal digits in lower case");
            }
            if (!row.get("parent").isEmpty()) {
                loading.things()
                        .resolve(
                                source + "#" + row.get("parent"), List.of("passage"), row, "parent", loading.problems())
                        .ifPresent(parent -> facts.fact(GG.within, parent, "parent"));
            }
        }
    }
}
