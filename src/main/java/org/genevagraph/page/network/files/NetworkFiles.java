package org.genevagraph.page.network.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.network.Network;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.network.NetworkPage;
import org.genevagraph.page.network.Organisation;
import org.genevagraph.page.network.Tie;

/** The network as tables and for other programs. */
public final class NetworkFiles {
    private NetworkFiles() {}

    /** A row for each tie, as CSV. */
    public static String csv(NetworkPage page) {
        StringWriter text = new StringWriter();
        Labels labels = page.files().labels();
        Language language = page.files().language();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    "source",
                    "sourceName",
                    "target",
                    "targetName",
                    "relation",
                    "via",
                    "viaName",
                    "standing",
                    "certainty",
                    "from",
                    "until",
                    "evidence");
            for (Tie tie : page.files().network().ties()) {
                csv.writeRecord(
                        tie.source().getURI(),
                        labels.of(tie.source(), language),
                        tie.target().getURI(),
                        labels.of(tie.target(), language),
                        tie.key(),
                        tie.via().map(Node::getURI).orElse(""),
                        tie.via().map(via -> labels.of(via, language)).orElse(""),
                        tie.standing(),
                        tie.certainty(),
                        tie.from(),
                        tie.until(),
                        tie.evidence().stream().map(Node::getURI).collect(Collectors.joining(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Organisations and ties, as JSON. */
    public static JsonValue json(NetworkPage page, String version) {
        Labels labels = page.files().labels();
        Language language = page.files().language();
        Network network = page.files().network();
        JsonObject json = new JsonObject();
        json.put("version", version);
        json.put("relation", page.filter().relation());
        page.filter().issue().ifPresent(issue -> json.put("issue", issue.getURI()));
        page.filter().kind().ifPresent(kind -> json.put("kind", kind.getURI()));
        page.filter().organisation().ifPresent(one -> json.put("organisation", one.getURI()));
        JsonArray organisations = new JsonArray();
        network.organisations().forEach(one -> organisations.add(json(one, labels, language)));
        json.put("organisations", organisations);
        JsonArray ties = new JsonArray();
        for (Tie tie : network.ties()) {
            JsonObject one = new JsonObject();
            one.put("source", tie.source().getURI());
            one.put("target", tie.target().getURI());
            one.put("relation", tie.key());
            one.put("symmetric", tie.symmetric());
            tie.via().ifPresent(via -> one.put("via", via.getURI()));
            one.put("standing", tie.standing());
            if (!tie.certainty().isEmpty()) {
                one.put("certainty", tie.certainty());
            }
            if (!tie.from().isEmpty()) {
                one.put("from", tie.from());
            }
            if (!tie.until().isEmpty()) {
                one.put("until", tie.until());
            }
            JsonArray evidence = new JsonArray();
            tie.evidence().forEach(passage -> evidence.add(passage.getURI()));
            one.put("evidence", evidence);
            ties.add(one);
        }
        json.put("ties", ties);
        JsonArray untied = new JsonArray();
        network.untied().forEach(one -> untied.add(json(one, labels, language)));
        json.put("untied", untied);
        return json;
    }

    private static JsonObject json(Organisation organisation, Labels labels, Language language) {
        JsonObject json = new JsonObject();
        json.put("iri", organisation.node().getURI());
        json.put("name", labels.of(organisation.node(), language));
        json.put("acronym", organisation.acronym());
        json.put("kind", NetworkFilter.kindSlug(organisation.kind()));
        json.put("profiled", organisation.profiled());
        return json;
    }
}
