package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Says in the page's language what answers say in English: heads of columns, words that queries use, names of concepts and relations. */
public final class ColumnWords {
    /** Columns in which a word is the name of a concept or a relation. */
    private static final Set<String> CONCEPTS = Set.of("kind", "coverage", "what", "relation", "misfits");

    /** The column that says when, as people read it: {@code since 2021}. */
    private static final String WHEN = "when";

    private static final Pattern COUNTED = Pattern.compile("(\\d[\\d.]*) (\\D.*)");

    /** Answers name passages as tables cite them. */
    private static final String FIGURES = Iris.BASE + "id/figure/";

    private final Labels labels;
    private final Map<String, Node> concepts = new HashMap<>();
    private final Map<String, Node> names = new HashMap<>();

    private final FactGraph facts;

    /** Reads the concepts and relations of a snapshot. */
    public ColumnWords(Snapshot snapshot, Labels labels) {
        this.labels = labels;
        this.facts = snapshot.facts();
        Graph graph = snapshot.dataset().getDefaultGraph();
        graph.stream(Node.ANY, SKOS.inScheme.asNode(), Node.ANY).forEach(triple -> add(triple.getSubject()));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(GG.NS))
                .forEach(triple -> add(triple.getSubject()));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI())
                .forEach(triple -> names.merge(
                        triple.getObject().getLiteralLexicalForm(),
                        triple.getSubject(),
                        (one, other) -> labels.has(one, Language.FR) ? one : other));
    }

    /** The language of the text that an answer cites, as its code; English if it cites none. */
    String textLanguage(String evidence) {
        return evidence.isEmpty()
                ? Language.EN.tag()
                : facts.languageOf(NodeFactory.createURI(evidence.replaceFirst("(?s) .*", "")));
    }

    private void add(Node concept) {
        concepts.merge(
                labels.of(concept, Language.EN),
                concept,
                (one, other) -> one.getURI().compareTo(other.getURI()) < 0 ? one : other);
    }

    /** The head of a column. */
    String head(String column, Site site) {
        return site.textOr(
                "columns." + column,
                column.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    /** A word in a column. */
    String word(String column, String word, Site site) {
        if (column.equals(WHEN)) {
            return when(word, site);
        }
        String fixed =
                site.textOr("values." + column + "." + word.replace(' ', '-').toLowerCase(Locale.ROOT), "");
        if (!fixed.isEmpty()) {
            return fixed;
        }
        if (!CONCEPTS.contains(column)) {
            return word;
        }
        // Where there are several, the query separates them by commas.
        List<String> parts = concepts.containsKey(word) ? List.of(word) : List.of(word.split(", ", -1));
        return concepts.keySet().containsAll(parts)
                ? parts.stream()
                        .map(part -> labels.of(concepts.get(part), site.language()))
                        .collect(Collectors.joining(", "))
                : word;
    }

    /**
     * A text that a query makes of English names, in the page's language: by the first phrase that fits, or name by name.
     *
     * @param phrases what sentences are in the page's language, with a place for each name
     */
    String phrase(String column, String text, Map<String, String> phrases, Site site) {
        String word = word(column, text, site);
        boolean english = site.language() == Language.EN;
        if (!word.equals(text)) {
            return word;
        }
        Optional<String> translated = english ? Optional.empty() : labels.translated(text, site.language());
        if (translated.isPresent()) {
            return translated.get();
        }
        for (Map.Entry<String, String> phrase : phrases.entrySet()) {
            List<String> places = new ArrayList<>();
            StringBuilder pattern = new StringBuilder();
            Matcher place = QueryWords.PLACE.matcher(phrase.getKey());
            int end = 0;
            while (place.find()) {
                places.add(place.group(1));
                pattern.append(Pattern.quote(phrase.getKey().substring(end, place.start())))
                        .append("(.+?)");
                end = place.end();
            }
            pattern.append(Pattern.quote(phrase.getKey().substring(end)));
            Matcher fits = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text);
            if (fits.matches()) {
                Map<String, String> said = new HashMap<>();
                for (int i = 0; i < places.size(); i++) {
                    String part = fits.group(i + 1);
                    boolean begins = phrase.getValue().startsWith("{" + places.get(i) + "}");
                    said.put(
                            places.get(i),
                            !begins && names.containsKey(part)
                                    ? inSentence(names.get(part), site)
                                    : phrase(column, part, phrases, site));
                }
                return site.agreed(QueryWords.filled(phrase.getValue(), said));
            }
        }
        return english ? text : parts(text, site);
    }

    /** A name as sentences have it; that of a number stands for itself. */
    private String inSentence(Node thing, Site site) {
        String name = labels.of(thing, site.language());
        return thing.getURI().startsWith(FIGURES)
                ? name
                : site.named(name, thing.getURI(), labels.has(thing, site.language()));
    }

    private String parts(String text, Site site) {
        return Arrays.stream(text.split("; ", -1))
                .map(part -> part(part, site.language()))
                .reduce((one, other) -> site.text("answer.separated", one, other))
                .orElse("");
    }

    /** A name, words of the tables, or a number of what is counted in such words. */
    private String part(String part, Language language) {
        Matcher counted = COUNTED.matcher(part);
        return Optional.ofNullable(names.get(part))
                .map(node -> labels.of(node, language))
                .or(() -> labels.translated(part, language))
                .or(() -> counted.matches()
                        ? labels.translated(counted.group(2), language).map(unit -> counted.group(1) + " " + unit)
                        : Optional.empty())
                .orElse(part);
    }

    /** Whether a text that is a value of an answer is one of English words: it is said to be, and is no name, or the tables say something so. */
    boolean areWords(String text, Node value) {
        if (value.isLiteral() && value.getLiteralLanguage().equals(Language.EN.tag())) {
            return !names.containsKey(text) && !concepts.containsKey(text);
        }
        Matcher counted = COUNTED.matcher(text);
        return Arrays.stream(text.split("; ", -1)).allMatch(labels::areWords)
                || (counted.matches() && labels.areWords(counted.group(2)));
    }

    private static String when(String english, Site site) {
        int blank = english.indexOf(' ');
        return blank < 0 || Character.isDigit(english.charAt(0))
                ? english
                : Dates.said(english.substring(0, blank), english.substring(blank + 1), site.language());
    }

    /** What a thing, concept or relation is called: as the answer has it, unless it has a name in the page's language. */
    String name(String column, Node thing, String inAnswer, Site site) {
        if (site.language() != Language.EN && labels.has(thing, site.language())) {
            return labels.of(thing, site.language());
        }
        boolean passage = thing.isURI() && thing.getURI().startsWith(Iris.PASSAGES);
        return inAnswer.isEmpty() || passage ? labels.of(thing, site.language()) : word(column, inAnswer, site);
    }
}
