package org.genevagraph.curate.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.things.KindWords;
import org.genevagraph.curate.things.PhraseWords;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.read.Datum;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What the data lines of a profile say of its body: cells of its row, its seat, its founding, its members and partners. */
final class DataLineRows {
    private static final PhraseWords.Lists LABELS = PhraseWords.read("/curate/data-lines.txt", " \\| ");
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

    private DataLineRows() {}

    /**
     * Proposes what a line says.
     *
     * @param ends what the passage names
     */
    static void add(
            FactGraph facts,
            Node owner,
            Datum datum,
            String words,
            List<End> ends,
            String source,
            String cited,
            Found found) {
        String label = datum.label().toLowerCase(Locale.ROOT);
        String list = LABELS.lists().entrySet().stream()
                .filter(entry -> entry.getValue().contains(label))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        String slug = Iris.parse(owner.getURI()).orElseThrow().slug();
        String reason = "the line '" + datum.label() + "' says so";
        if (CELLS.contains(list)) {
            value(list, datum.value())
                    .filter(value -> !isKnown(facts, owner, list, value))
                    .ifPresent(value -> found.add(new Suggestion(
                            "organisations",
                            List.of(slug, list, value),
                            0.9,
                            cited,
                            words,
                            reason,
                            false,
                            Optional.of("organisation:" + slug))));
        } else if (list.equals("founded")) {
            founded(slug, datum, ends, source, cited, words, reason, found);
        } else if (RELATIONS.containsKey(list)
                && !(list.equals("members") && figure(slug, list, datum, cited, words, reason, found))) {
            related(slug, list, "", ends, source, cited, words, reason, found);
        } else if (list.equals("staff")) {
            figure(slug, list, datum, cited, words, reason, found);
        }
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

    private static void founded(
            String slug,
            Datum datum,
            List<End> ends,
            String source,
            String cited,
            String words,
            String reason,
            Found found) {
        Matcher year = YEAR.matcher(datum.value());
        String date = "";
        if (year.find()) {
            date = year.group();
            found.add(Suggestion.said(
                    "figures",
                    List.of("organisation:" + slug, "year of foundation", date, "year", date, cited),
                    0.8,
                    cited,
                    words,
                    reason));
        }
        Matcher by = BY.matcher(words);
        if (by.find()) {
            related(
                    slug,
                    "foundedBy",
                    date,
                    ends.stream().filter(end -> end.start() >= by.end()).toList(),
                    source,
                    cited,
                    words,
                    reason,
                    found);
        }
    }

    private static boolean figure(
            String slug, String measure, Datum datum, String cited, String words, String reason, Found found) {
        Matcher count = COUNT.matcher(datum.value());
        if (!count.find()) {
            return false;
        }
        String unit = count.group(2) == null ? measure : count.group(2);
        found.add(Suggestion.said(
                "figures",
                List.of("organisation:" + slug, measure, count.group(1).replaceAll("\\D", ""), unit, "", cited),
                0.8,
                cited,
                words,
                reason));
        return true;
    }

    private static void related(
            String slug,
            String list,
            String date,
            List<End> ends,
            String source,
            String cited,
            String words,
            String reason,
            Found found) {
        String body = "organisation:" + slug;
        boolean place = list.equals("basedIn");
        for (End end : ends) {
            if (end.cell().equals(body)
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
            boolean from = RELATIONS.getOrDefault(list, true);
            found.add(Suggestion.said(
                    "statements/" + source,
                    List.of(
                            from ? body : end.cell(),
                            list.equals("members") ? "memberOf" : list,
                            from ? end.cell() : body,
                            "",
                            "",
                            date,
                            date,
                            "stated",
                            cited),
                    0.8,
                    cited,
                    words,
                    reason));
        }
    }
}
