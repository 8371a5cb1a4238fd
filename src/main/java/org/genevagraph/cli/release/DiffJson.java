package org.genevagraph.cli.release;

import java.io.PrintStream;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.cli.console.AnswerTable;
import org.genevagraph.diff.AnswerDiff;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.query.answer.Result;

/** A difference for programs: the same as {@link DiffLines} prints, and nothing left out of it. */
public final class DiffJson {
    private DiffJson() {}

    static void print(GraphDiff diff, AnswerDiff answers, PrintStream out) {
        JSON.write(out, of(diff, answers));
        out.println();
    }

    /** The difference as an object. */
    static JsonObject of(GraphDiff diff, AnswerDiff answers) {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("before", diff.before())
                .pair("after", diff.after())
                .pair("equal", diff.isEmpty())
                .key("changes")
                .startArray();
        diff.changes().forEach(change -> change(change, json));
        json.finishArray().key("answers").startObject().pair("asked", answers.asked());
        json.key("changed").startArray();
        for (AnswerDiff.Changed answer : answers.changed()) {
            json.startObject().pair("question", answer.question());
            strings("columns", AnswerTable.header(answer.added()), json);
            rows("added", answer.added(), json);
            rows("removed", answer.removed(), json);
            json.finishObject();
        }
        json.finishArray().key("unasked").startArray();
        for (AnswerDiff.Unasked question : answers.unasked()) {
            json.startObject()
                    .pair("question", question.question())
                    .pair("because", question.because())
                    .finishObject();
        }
        json.finishArray().finishObject().key("graphs").startArray();
        diff.graphs()
                .forEach((graph, count) -> json.startObject()
                        .pair("graph", graph)
                        .pair("added", count.added())
                        .pair("removed", count.removed())
                        .finishObject());
        json.finishArray().finishObject();
        return json.build().getAsObject();
    }

    private static void change(Change change, JsonBuilder json) {
        json.startObject()
                .pair("about", change.area().label())
                .pair("change", change.how().label())
                .pair("group", change.group())
                .pair("iri", change.iri().getURI())
                .pair("says", change.says().text())
                .key("details")
                .startArray();
        for (Detail detail : change.details()) {
            json.startObject().pair("property", detail.property());
            strings("before", detail.before(), json);
            strings("after", detail.after(), json);
            json.finishObject();
        }
        json.finishArray().finishObject();
    }

    private static void rows(String key, Result.Rows answer, JsonBuilder json) {
        json.key(key).startArray();
        for (Binding row : answer.rows()) {
            json.startArray();
            AnswerTable.cells(answer, row).forEach(json::value);
            json.finishArray();
        }
        json.finishArray();
    }

    private static void strings(String key, List<?> values, JsonBuilder json) {
        json.key(key).startArray();
        values.forEach(value -> json.value(value.toString()));
        json.finishArray();
    }
}
