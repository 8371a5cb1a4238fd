package org.genevagraph.link;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.link.match.Candidate;
import org.genevagraph.link.match.Decision;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.load.links.MappingSetWriter;
import org.genevagraph.query.names.Registers;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;
import org.genevagraph.vocabulary.Sssom;

/**
 * What somebody is asked to review: rows of a mapping set, and what cannot stand in one.
 *
 * @param rows slots with their values, references as IRIs
 * @param notices what a person has to decide, a line each: several candidates, or one that contradicts a link
 * @param found how many rows propose an identifier
 * @param none how many rows say that the register has none
 * @param skipped how many things were left out because they have a link, or were looked for in vain before
 */
public record Proposals(List<Map<String, String>> rows, List<String> notices, int found, int none, int skipped) {
    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "subject_label",
            "predicate_modifier",
            "predicate_id",
            "object_id",
            "object_label",
            "mapping_justification",
            "reviewer_label",
            "mapping_date",
            "confidence",
            "mapping_tool",
            "mapping_tool_version",
            "object_source",
            "object_source_version",
            "match_string",
            "comment");

    /**
     * What stands in every row.
     *
     * @param date the day, such as 2026-11-27
     * @param version the version of this program
     * @param source how to call what was read, such as the name of its file
     */
    public record Circumstances(String date, String version, String source) {}

    public Proposals {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /**
     * From what was decided.
     *
     * @param again whether things come, too, that have a link or were looked for in vain
     */
    public static Proposals of(Linking linking, KnownLinks known, boolean again, Circumstances circumstances) {
        Collecting collecting = new Collecting(linking, known, again, circumstances);
        linking.decisions().forEach(collecting::add);
        return new Proposals(
                collecting.rows, collecting.notices, collecting.found, collecting.none, collecting.skipped);
    }

    /** While they are collected. */
    private static final class Collecting {
        private final Linking linking;
        private final KnownLinks known;
        private final boolean again;
        private final Circumstances circumstances;
        private final List<Map<String, String>> rows = new ArrayList<>();
        private final List<String> notices = new ArrayList<>();
        private int found;
        private int none;
        private int skipped;

        Collecting(Linking linking, KnownLinks known, boolean again, Circumstances circumstances) {
            this.linking = linking;
            this.known = known;
            this.again = again;
            this.circumstances = circumstances;
        }

        void add(Decision decision) {
            OwnThing thing = decision.thing();
            Set<String> linked = known.linked(thing.iri(), linking.namespace());
            switch (decision.outcome()) {
                case FOUND -> found(decision, linked);
                case UNDECIDED -> {
                    if (linked.isEmpty() || again) {
                        notices.add(undecided(decision));
                    } else {
                        skipped++;
                    }
                }
                case NONE -> none(decision, linked);
            }
        }

        private void found(Decision decision, Set<String> linked) {
            OwnThing thing = decision.thing();
            Candidate best = decision.best();
            Set<String> others = known.othersWith(best.entry().iri(), thing.iri());
            boolean contradicts =
                    !linked.isEmpty() && !linked.contains(best.entry().iri());
            if (!others.isEmpty()) {
                notices.add(thing.curie() + ": " + described(best) + " is already linked with "
                        + others.stream().sorted().collect(Collectors.joining(", ")) + " – see which of them it is");
            } else if (contradicts) {
                notices.add(thing.curie() + " is linked with " + String.join(", ", linked)
                        + ", but the register suggests " + described(best) + " – see which of them is right");
            }
            if (!linked.isEmpty() && !again) {
                skipped++;
            } else if (others.isEmpty()) {
                found++;
                rows.add(row(thing, best, decision.passedOver(), contradicts ? linked : Set.of()));
            }
        }

        private void none(Decision decision, Set<String> linked) {
            OwnThing thing = decision.thing();
            boolean isDone = !linked.isEmpty() || known.isSoughtInVain(thing.iri(), linking.address());
            if ((isDone && !again) || !linked.isEmpty()) {
                skipped++;
            } else if (linking.isComplete() && !linking.address().isEmpty()) {
                none++;
                Map<String, String> row = common(thing);
                row.put("predicate_id", SKOS.exactMatch.getURI());
                row.put("object_id", Sssom.NO_TERM_FOUND);
                row.put("mapping_justification", Prefixes.ALL.get("semapv") + "LexicalMatching");
                row.put(
                        "comment",
                        decision.passedOver().isEmpty()
                                ? "no entry bears one of its names, acronyms or addresses"
                                : "passed over: " + String.join("; ", decision.passedOver()));
                rows.add(row);
            }
        }

        private Map<String, String> row(
                OwnThing thing, Candidate best, List<String> passedOver, Set<String> contradicted) {
            Map<String, String> row = common(thing);
            row.put("predicate_id", SKOS.exactMatch.getURI());
            row.put("object_id", best.entry().iri());
            row.put("object_label", best.entry().label());
            row.put(
                    "mapping_justification",
                    Prefixes.ALL.get("semapv") + (best.byNameAlone() ? "LexicalMatching" : "CompositeMatching"));
            row.put("confidence", String.format(Locale.ROOT, "%.2f", best.score()));
            row.put("match_string", best.matched());
            List<String> comment = new ArrayList<>(best.reasons());
            if (!contradicted.isEmpty()) {
                comment.add("contradicts the link with " + String.join(", ", contradicted));
            }
            passedOver.stream().limit(3).forEach(other -> comment.add("passed over: " + other));
            row.put("comment", String.join("; ", comment));
            return row;
        }

        private Map<String, String> common(OwnThing thing) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("subject_id", thing.iri());
            row.put("subject_label", thing.label());
            row.put("mapping_date", circumstances.date());
            row.put("mapping_tool", "geneva link");
            row.put("mapping_tool_version", circumstances.version());
            row.put("object_source", linking.address());
            row.put("object_source_version", circumstances.source());
            return row;
        }

        private static String undecided(Decision decision) {
            String candidates =
                    decision.candidates().stream().map(Collecting::described).collect(Collectors.joining(", or "));
            return decision.thing().curie() + " could be " + candidates
                    + (decision.candidates().size() == 1
                            ? ", and so could another thing of this graph"
                            : " – nothing decides between them")
                    + "; look at them and write the row by hand";
        }

        private static String described(Candidate candidate) {
            return String.format(
                    Locale.ROOT,
                    "%s <%s> (%.2f: %s)",
                    candidate.entry().label(),
                    candidate.entry().iri(),
                    candidate.score(),
                    String.join(", ", candidate.reasons()));
        }
    }

    /** Writes the rows as a mapping set. */
    public void write(Linking linking, KnownLinks known, Circumstances circumstances, PrintStream out)
            throws IOException {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("mapping_set_id", Iris.BASE + "links/proposed-" + circumstances.date());
        header.put("mapping_set_title", "Proposals for review from " + circumstances.source());
        header.put("license", "https://creativecommons.org/publicdomain/zero/1.0/");
        header.put(
                "mapping_set_description",
                "Nobody has looked at these rows yet. Keep what is right, write Not into predicate_modifier where it is not, and your name"
                        + " into reviewer_label; then the file belongs into data/links.");
        Map<String, String> prefixes = new TreeMap<>(known.prefixes());
        Registers.ALL.forEach(register -> {
            if (!prefixes.containsValue(register.namespace())) {
                prefixes.putIfAbsent(register.prefix(), register.namespace());
            }
        });
        linking.decisions()
                .forEach(decision -> prefixes.putIfAbsent(
                        decision.thing().type(),
                        Iris.BASE + "id/" + decision.thing().type() + "/"));
        new MappingSetWriter(header, prefixes).write(COLUMNS, rows, out);
    }
}
