package org.genevagraph.curate.relations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.names.DataLabels;
import org.genevagraph.curate.names.KindWords;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.Datum;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What a data line of a profile says of its body: cells of its row, its seat, its founding, its members and partners. */
public final class DataLineRows {
    private static final List<String> CELLS = List.of("acronym", "aliases", "website", "kind");

    /** Relations that lead from the body to what a line names, and those that lead to the body. */
    private static final Map<String, Boolean> RELATIONS = Map.of(
            "memberOf", true, "partnerOf", true, "partOf", true, "basedIn", true, "funds", false, "members", false);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)");
    private static final Pattern BY = Pattern.compile("(?iu)\\bby\\b");
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\d.,])(\\d{1,3}(?:[,’  ]\\d{3})+|\\d+)(?![\\d.,]*\\d)(?: ([\\p{Ll}-]+(?: [\\p{Ll}-]+)?))?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)\\S+|[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/\\S*)?");

    private final String slug;
    private final Datum datum;
    private final String words;
    private final List<End> ends;
    private final String source;
    private final String cited;
    private final String reason;
    private final Found found;

    /**
     * Of a line.
     *
     * @param slug of the body that the text is about
     * @param datum the line's label and value
     * @param words the whole line
     * @param ends what it names
     * @param cited the passage, as {@code gcsp#6}
     * @param found takes what is proposed
     */
    public DataLineRows(
            String slug, Datum datum, String words, List<End> ends, String source, String cited, Found found) {
        this.slug = slug;
        this.datum = datum;
        this.words = words;
        this.ends = List.copyOf(ends);
        this.source = source;
        this.cited = cited;
        this.reason = "the line '" + datum.label() + "' says so";
        this.found = found;
    }

    /** Proposes what the line says and the graph does not know of the body. */
    public void add(FactGraph facts) {
        String list = DataLabels.told(datum.label());
        if (CELLS.contains(list)) {
            Node body = Iris.thing("organisation", slug);
            value(list, datum.value())
                    .filter(value -> !isKnown(facts, body, list, value))
                    .ifPresent(value -> found.add(new Suggestion(
                            "organisations",
                            List.of(slug, list, value),
                            0.9,
                            cited,
                            words,
                            reason,
                            false,
                            Optional.of(body()))));
        } else if (list.equals("founded")) {
            founded();
        } else if (RELATIONS.containsKey(list) && !(list.equals("members") && figure(list))) {
            related(list, "", ends);
        } else if (list.equals("staff")) {
            figure(list);
        }
    }

    private String body() {
        return Suggestion.cell("organisation", slug);
    }

    private static boolean isKnown(FactGraph facts, Node owner, String list, String value) {
        return list.equals("kind")
                ? facts.hasKind(owner, value)
                : Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), GG.acronym, FOAF.homepage.asNode())
                        .flatMap(property -> facts.all(owner, property).stream())
                        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                        .anyMatch(value::equals);
    }

    private static Optional<String> value(String column, String value) {
        return switch (column) {
            case "website" -> {
                Matcher address = ADDRESS.matcher(value);
                yield address.find()
                        ? Optional.of(
                                address.group().matches("https?://.*") ? address.group() : "https://" + address.group())
                        : Optional.empty();
            }
            case "kind" -> KindWords.ofOrganisation(value);
            case "aliases" -> Optional.of(value.replaceAll("\\s*[;,/]\\s*(?=\\p{Lu})", " | "));
            default -> Optional.of(value);
        };
    }

    private void founded() {
        Matcher year = YEAR.matcher(datum.value());
        String date = year.find() ? year.group() : "";
        if (!date.isEmpty()) {
            said("figures", List.of(body(), "year of foundation", date, "year", date, cited));
        }
        Matcher by = BY.matcher(words);
        if (by.find()) {
            related(
                    "foundedBy",
                    date,
                    ends.stream().filter(end -> end.start() >= by.end()).toList());
        }
    }

    /** Proposes how many there are; whether the line has a number. */
    private boolean figure(String measure) {
        Matcher count = COUNT.matcher(datum.value());
        if (!count.find()) {
            return false;
        }
        String unit = count.group(2) == null ? measure : count.group(2);
        said("figures", List.of(body(), measure, count.group(1).replaceAll("\\D", ""), unit, "", cited));
        return true;
    }

    private void related(String list, String date, List<End> others) {
        boolean place = list.equals("basedIn");
        boolean from = RELATIONS.getOrDefault(list, true);
        String relation = list.equals("members") ? "memberOf" : list;
        for (End end : others) {
            if (end.cell().equals(body())
                    || place != end.kind().equals("place")
                    || end.kind().equals("issue")) {
                continue;
            }
            if (end.isNew()) {
                found.add(new Suggestion(
                        end.kind() + "s",
                        List.of(end.id(), end.words()),
                        0.7,
                        cited,
                        words,
                        reason,
                        true,
                        Optional.empty()));
            }
            String subject = from ? body() : end.cell();
            String object = from ? end.cell() : body();
            said("statements/" + source, List.of(subject, relation, object, "", "", date, date, "stated", cited));
        }
    }

    private void said(String table, List<String> row) {
        found.add(Suggestion.said(table, row, 0.8, cited, words, reason));
    }
}
