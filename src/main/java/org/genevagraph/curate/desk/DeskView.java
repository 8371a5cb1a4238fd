package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.names.KindWords;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.curate.suggest.Background;
import org.genevagraph.curate.suggest.Suggestions;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.proof.Coverage;
import org.genevagraph.proof.Unexplained;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * What a desk shows: the text, and what is proposed for it.
 *
 * @param source the document's id
 * @param title what the document is called
 * @param language the language of its text, as its code
 * @param passages its passages in their order
 * @param proposals what is proposed and neither in the tables nor refused, the likeliest first; new things come before what is said of them
 * @param unplaced what readers sent that belongs to no text, and is looked at wherever somebody sits
 * @param known things of the graph that the text names
 * @param refused how many proposals were refused
 * @param undo what can be undone; empty if nothing can
 * @param changed what is told of passages whose words are others than the tables know: they are not shown
 * @param lists what can stand in cells, by the names of the lists that {@link CellChoices#of} tells
 */
public record DeskView(
        String source,
        String title,
        String language,
        List<Passage> passages,
        List<Proposal> proposals,
        List<Proposal> unplaced,
        List<String> known,
        int refused,
        Optional<String> undo,
        List<Problem> changed,
        Map<String, List<CellChoices.Choice>> lists) {
    /** Relations whose date is the document's own. */
    private static final Set<String> BRINGS_OUT = Set.of("publishes", "adopts");

    private static final int FROM = 5;

    public DeskView {
        passages = List.copyOf(passages);
        proposals = List.copyOf(proposals);
        unplaced = List.copyOf(unplaced);
        known = List.copyOf(known);
        changed = List.copyOf(changed);
        lists = Collections.unmodifiableMap(new TreeMap<>(lists));
    }

    /**
     * A passage.
     *
     * @param number its number
     * @param text its words
     * @param isHeading whether it is the title of others
     * @param isCited whether a fact cites it, or it is said to carry none
     * @param uncovered its words that look as if a fact should hold them, and none does
     */
    public record Passage(String number, String text, boolean isHeading, boolean isCited, List<String> uncovered) {
        public Passage {
            uncovered = List.copyOf(uncovered);
        }
    }

    /**
     * A row that is proposed.
     *
     * @param key stands for it in forms
     * @param table the table that it is for
     * @param cells its cells by their columns
     * @param told the cells that tell it from other proposals
     * @param score how sure the program is
     * @param passage the number of the passage
     * @param sentence the sentence from which it was read
     * @param reason why it is proposed
     * @param sent what a reader sent; empty if the program proposes it
     * @param held the row of the tables that it changes, by columns; empty if it adds one
     */
    public record Proposal(
            String key,
            String table,
            Map<String, String> cells,
            String told,
            double score,
            String passage,
            String sentence,
            String reason,
            Optional<Contribution> sent,
            Map<String, String> held) {
        public Proposal {
            cells = new LinkedHashMap<>(cells);
            held = new LinkedHashMap<>(held);
        }
    }

    /** The proposal of this key. */
    public Optional<Proposal> proposal(String key) {
        return all().stream().filter(proposal -> proposal.key().equals(key)).findFirst();
    }

    /** All proposals in the order of the page. */
    public List<Proposal> all() {
        return Stream.concat(proposals.stream(), unplaced.stream()).toList();
    }

    /** How many passages no fact cites. */
    public long silent() {
        return passages.stream().filter(passage -> !passage.isCited()).count();
    }

    /**
     * Looks.
     *
     * @param background learnt from all texts; the snapshot has one of them only
     * @param waiting what readers sent
     * @throws ProblemException if no text of this document was read
     */
    static DeskView of(
            Snapshot snapshot,
            Background background,
            Inputs inputs,
            String source,
            List<Contribution> waiting,
            Optional<String> undo)
            throws ProblemException {
        List<Suggestion> suggestions = Suggestions.of(snapshot, source, background);
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        Node document = Iris.thing("document", source);
        RefusedOnes refused = RefusedOnes.of(inputs, source);
        StatedRows stated = StatedRows.of(inputs);
        List<Proposal> proposals = new ArrayList<>();
        Map<String, String> dates = dates(suggestions);
        Set<String> known = new TreeSet<>();
        for (Suggestion suggestion : suggestions) {
            if (suggestion.changesRow()) {
                ChangedRow.proposal(suggestion, inputs)
                        .filter(proposal -> !refused.hold(proposal.table(), proposal.told()))
                        .ifPresent(proposals::add);
                continue;
            }
            if (suggestion.sameAs().isPresent()) {
                known.add(suggestion.sameAs().get());
                continue;
            }
            Proposal proposal = proposal(suggestion, dates);
            if (!refused.hold(proposal.table(), proposal.told()) && !stated.settles(proposal)) {
                proposals.add(proposal);
            }
        }
        Predicate<Proposal> open = proposal -> !refused.hold(proposal.table(), proposal.told());
        List<Proposal> readers = ReadersProposals.of(waiting, snapshot, inputs, source, source).stream()
                .filter(open)
                .toList();
        // What is said of a thing can be accepted when the thing is there.
        proposals.sort(Comparator.comparing(proposal -> !proposal.cells().containsKey("id")));
        // A reader waits for an answer, the program does not.
        proposals.addAll(0, readers);
        return new DeskView(
                source,
                facts.label(document),
                facts.textLanguage(document),
                passages(snapshot, background, facts, document),
                proposals,
                ReadersProposals.of(waiting, snapshot, inputs, "", source).stream()
                        .filter(open)
                        .toList(),
                List.copyOf(known),
                refused.told().size(),
                undo,
                snapshot.warnings().stream()
                        .filter(warning -> warning.file().matches("(?s)(?:.*/)?" + Pattern.quote(source) + "\\.txt"))
                        .toList(),
                CellChoices.lists(facts.graph(), inputs));
    }

    /** When documents came out, by what is said of them elsewhere among the proposals. */
    private static Map<String, String> dates(List<Suggestion> suggestions) {
        Map<String, String> dates = new HashMap<>();
        for (Suggestion suggestion : suggestions) {
            List<String> row = suggestion.row();
            if (suggestion.table().startsWith("statements/")
                    && BRINGS_OUT.contains(row.get(1))
                    && row.get(FROM).equals(row.get(FROM + 1))) {
                dates.putIfAbsent(row.get(2), row.get(FROM));
            }
        }
        return dates;
    }

    private static Proposal proposal(Suggestion suggestion, Map<String, String> dates) {
        List<String> columns = TableText.columns(suggestion.table());
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, ""));
        boolean thing = suggestion.isThing();
        if (thing) {
            String name = suggestion.row().get(1);
            cells.put("id", suggestion.row().get(0));
            cells.put(columns.contains("name") ? "name" : "title", name);
            // A group of actors has no kind, and cites nothing.
            cells.replace("kind", kind(suggestion.table(), name, suggestion.sentence()));
            cells.replace("date", dates.getOrDefault(suggestion.row().get(0), ""));
            cells.replace("evidence", suggestion.passage());
        } else {
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), suggestion.row().get(i));
            }
        }
        return proposal(suggestion, cells, Map.of());
    }

    /** A proposal of the program. */
    static Proposal proposal(Suggestion suggestion, Map<String, String> cells, Map<String, String> held) {
        String told = String.join(" | ", suggestion.told());
        return new Proposal(
                Iris.digest(suggestion.table() + " " + told).substring(0, 12),
                suggestion.table(),
                cells,
                told,
                suggestion.score(),
                suggestion.passage().replaceFirst(".*#", ""),
                suggestion.sentence().strip(),
                suggestion.reason(),
                Optional.empty(),
                held);
    }

    private static String kind(String table, String name, String sentence) {
        String told = NewNames.told(name, table);
        if (!told.isEmpty()) {
            return told;
        }
        int at = sentence.indexOf(name);
        String before = at < 0 ? "" : words(sentence.substring(0, at), "\\S+\\s+\\S+\\W*$");
        String after = at < 0 ? "" : words(sentence.substring(at + name.length()), "^[’”\"»]?\\s\\w+(?:\\s\\w+)?");
        return switch (table) {
            case "organisations" -> KindWords.ofOrganisation(sentence).orElse("");
            case "documents" ->
                KindWords.ofDocument(name)
                        .or(() -> KindWords.ofDocument(before))
                        .or(() -> KindWords.ofDocument(after))
                        .orElse("");
            // "The AI in Town Halls working group": the word that tells the kind stands behind the name, or before it.
            default ->
                Stream.of(after, after.replaceFirst("\\s\\w+$", ""), before)
                        .map(words -> NewNames.told(words.replaceAll("\\W+$", ""), table))
                        .filter(kind -> !kind.isEmpty())
                        .findFirst()
                        .orElse("");
        };
    }

    private static String words(String words, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(words);
        return matcher.find() ? matcher.group() : "";
    }

    private static List<Passage> passages(Snapshot snapshot, Background background, FactGraph facts, Node document) {
        Coverage coverage = Coverage.of(snapshot, background.capitals());
        Map<String, List<String>> uncovered = new HashMap<>();
        for (Unexplained words : coverage.unexplained()) {
            words.passages()
                    .forEach(passage -> uncovered
                            .computeIfAbsent(passage, any -> new ArrayList<>())
                            .add(words.words()));
        }
        Set<String> silent = Set.copyOf(coverage.silentPassages());
        return facts.graph().stream(Node.ANY, GG.inDocument, document)
                .map(Triple::getSubject)
                .filter(passage -> facts.graph().contains(passage, GG.text, Node.ANY))
                .sorted(Comparator.comparingInt(facts::position))
                .map(passage -> {
                    String cited = FactGraph.cited(passage);
                    return new Passage(
                            cited.replaceFirst(".*#", ""),
                            facts.text(passage, GG.text),
                            facts.isHeading(passage),
                            !silent.contains(cited),
                            uncovered.getOrDefault(cited, List.of()));
                })
                .toList();
    }
}
