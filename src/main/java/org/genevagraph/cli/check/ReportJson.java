package org.genevagraph.cli.check;

import java.util.Locale;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.problem.Problem;
import org.genevagraph.proof.Proof;

/** Problems and proofs as every report tells them in JSON. */
public final class ReportJson {
    private ReportJson() {}

    /** Adds a problem as an object. */
    public static void add(Problem problem, JsonBuilder json) {
        json.startObject()
                .pair("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .pair("file", problem.file())
                .pair("line", problem.line())
                .pair("column", problem.column())
                .pair("message", problem.message())
                .pair("fix", problem.fix())
                .finishObject();
    }

    /** Adds what came of a fact to an object that has begun. */
    public static void addTo(JsonBuilder json, Proof proof) {
        json.pair("iri", proof.fact().getURI())
                .pair("place", proof.place())
                .pair("says", proof.says())
                .pair("stated", proof.isStated())
                .key("passages")
                .startArray();
        proof.passages().forEach(json::value);
        json.finishArray()
                .pair("verdict", proof.verdict().name().toLowerCase(Locale.ROOT))
                .pair("because", proof.because());
    }
}
