package org.genevagraph.query.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problems;
import org.genevagraph.query.catalogue.header.HeaderLooks;
import org.genevagraph.query.catalogue.header.HeaderParameters;
import org.genevagraph.query.catalogue.header.HeaderViews;
import org.genevagraph.query.catalogue.header.HeaderWords;
import org.genevagraph.query.catalogue.header.HeaderYaml;
import org.genevagraph.query.catalogue.header.LookedAt;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.query.chains.GivenRows;
import org.genevagraph.query.grammar.French;
import org.genevagraph.syntax.TermUse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the YAML in a query file's {@code #+} lines; a key that nobody knows is a problem with its line, never ignored. */
final class QueryHeader {
    private static final String MARK = "#+";
    private static final String FRENCH = "fr";
    private static final String FOLLOW_UP = "follow-up";
    private static final Set<String> FOLLOW_UP_KEYS = Set.of("query", "with", "some", "none", FRENCH);
    private static final Set<String> KEYS = Set.of(
            "summary",
            "description",
            "ask",
            HeaderWords.FINDING,
            HeaderWords.ALSO_ASKED,
            HeaderWords.ASKED_AS,
            "tags",
            HeaderParameters.KEY,
            "empty",
            HeaderLooks.KEY,
            "instead",
            FOLLOW_UP,
            "rows",
            HeaderViews.CALENDAR,
            HeaderViews.MAP,
            HeaderViews.PAGES,
            HeaderViews.FACETS,
            HeaderViews.ON_PAGES,
            FRENCH);

    private final HeaderYaml yaml;
    private String summary = "";
    private String description = "";
    private String ask = "";
    private Map<String, String> finding = Map.of();
    private List<String> alsoAsked = List.of();
    private Map<String, List<String>> askedAs = Map.of();
    private String empty = "";
    private Map<String, String> looked = Map.of();
    private Map<String, String> instead = Map.of();
    private MappingNode french;
    private Runnable completeness = () -> {};

    String rows = "";
    LookedAt lookedAt = LookedAt.NOTHING;
    List<String> tags = List.of();
    final HeaderParameters parameters;

    final List<FollowUp> followUps = new ArrayList<>();

    /** The terms that the header names. */
    final List<TermUse> termUses = new ArrayList<>();

    /** The texts of each language, by its tag. */
    final Map<String, QueryWords> words = new LinkedHashMap<>();

    final HeaderViews views;

    private QueryHeader(HeaderYaml yaml) {
        this.yaml = yaml;
        this.parameters = new HeaderParameters(yaml);
        this.views = new HeaderViews(yaml);
    }

    static QueryHeader parse(String file, String text, Problems problems) {
        QueryHeader header = new QueryHeader(new HeaderYaml(file, problems));
        // Other lines become empty ones, so that YAML's line numbers are the file's.
        StringBuilder lines = new StringBuilder();
        text.lines()
                .forEach(line -> lines.append(line.startsWith(MARK) ? line.substring(MARK.length()) : "")
                        .append('\n'));
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(lines.toString()));
            if (root instanceof MappingNode mapping) {
                header.read(mapping);
            } else {
                header.yaml.problem(1, "has no header", "begin it with lines such as '#+ summary: …'");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            header.yaml.problem(line, "the header is not YAML: " + e.getProblem(), "fix it there");
        }
        return header;
    }

    private void read(MappingNode root) {
        yaml.each(root, KEYS, (key, value) -> {
            switch (key) {
                case "summary" -> summary = yaml.scalar(value);
                case "ask" -> ask = yaml.scalar(value);
                case HeaderWords.FINDING -> finding = HeaderWords.finding(value, yaml);
                case HeaderWords.ALSO_ASKED -> alsoAsked = yaml.list(value);
                case HeaderWords.ASKED_AS -> askedAs = HeaderWords.askedAs(value, yaml);
                case FRENCH -> readFrench(value);
                case "description" -> description = yaml.scalar(value);
                case "empty" -> empty = yaml.scalar(value);
                case HeaderLooks.KEY -> readLooks(value);
                case "rows" -> readRows(value);
                case HeaderViews.CALENDAR,
                        HeaderViews.MAP,
                        HeaderViews.PAGES,
                        HeaderViews.FACETS,
                        HeaderViews.ON_PAGES -> views.read(key, value);
                case "tags" -> tags = yaml.list(value);
                case "instead" -> instead = yaml.texts(value, key, "write '#+   scope=involved: what that would give'");
                case HeaderParameters.KEY -> parameters.read(value);
                case FOLLOW_UP ->
                    yaml.eachMap(
                            value,
                            key,
                            "write '#+   - query: …' for each",
                            "a follow-up",
                            "give it query, with and some",
                            this::readFollowUp);
                default -> throw new IllegalStateException(key);
            }
        });
        gatherWords();
    }

    private void readRows(Node node) {
        rows = yaml.scalar(node);
        if (!GivenRows.KNOWN.contains(rows)) {
            yaml.problem(
                    HeaderYaml.line(node),
                    "rows: '" + rows + "' is no search",
                    Nearest.hint(rows, GivenRows.KNOWN, "searches are " + String.join(", ", GivenRows.KNOWN)));
        }
    }

    private void readLooks(Node node) {
        HeaderLooks looks = HeaderLooks.read(node, yaml);
        lookedAt = looks.lookedAt();
        looked = looks.words();
        termUses.addAll(looks.termUses());
    }

    private void readFrench(Node node) {
        if (node instanceof MappingNode mapping) {
            french = mapping;
        } else {
            yaml.problem(HeaderYaml.line(node), "fr: is not a map", "give it summary, ask and the other texts");
        }
    }

    /** Gathers the texts of each language. */
    private void gatherWords() {
        QueryWords english = new QueryWords(
                summary,
                description,
                ask,
                finding,
                empty,
                looked,
                instead,
                parameters.help(),
                parameters.choices(),
                Map.of(),
                alsoAsked,
                askedAs);
        words.put("en", english.asked());
        QueryWords inFrench = french == null ? null : HeaderWords.read(french, yaml);
        if (inFrench != null) {
            words.put(FRENCH, inFrench.asked());
            for (FollowUp followUp : followUps) {
                HeaderWords.checkFollowUp("some", followUp.some(), FRENCH, followUp.line(), yaml);
                HeaderWords.checkFollowUp("none", followUp.none(), FRENCH, followUp.line(), yaml);
            }
        }
        completeness = () -> checkWords(english, inFrench);
    }

    /**
     * Looks whether everything is said, in both languages, and of parameters that there are. Of a header in which something else is wrong, such as
     * the name of a key, it would say the same again.
     */
    void checkWords() {
        completeness.run();
    }

    private void checkWords(QueryWords english, QueryWords inFrench) {
        if (summary.isEmpty()) {
            yaml.problem(1, "has no summary", "say in one line what the query answers: '#+ summary: …'");
        }
        HeaderWords.checkPlaces(english, parameters.all(), 1, yaml);
        HeaderWords.checkChoices(english, parameters.all(), 1, yaml);
        if (inFrench == null) {
            return;
        }
        int line = HeaderYaml.line(french);
        HeaderWords.checkPlaces(inFrench, parameters.all(), line, yaml);
        HeaderWords.checkComplete(english, inFrench, line, FRENCH, yaml);
    }

    private void readFollowUp(MappingNode node) {
        List<String> name = new ArrayList<>();
        Map<String, String> with = new LinkedHashMap<>();
        Map<String, String> some = new LinkedHashMap<>();
        Map<String, String> none = new LinkedHashMap<>();
        yaml.each(node, FOLLOW_UP_KEYS, (key, value) -> {
            switch (key) {
                case "query" -> name.add(yaml.scalar(value));
                case "with" -> with.putAll(yaml.texts(value, key, "write {a: '{a}'}"));
                case "some" -> some.put("en", yaml.scalar(value));
                case "none" -> none.put("en", yaml.scalar(value));
                default -> {
                    Map<String, String> texts = yaml.texts(value, key, "write {some: …, none: …}");
                    texts.forEach(
                            (which, text) -> (which.equals("some") ? some : none).put(FRENCH, French.printed(text)));
                }
            }
        });
        if (name.isEmpty() || !some.containsKey("en")) {
            String missing = name.isEmpty() ? "query" : "some";
            yaml.problem(HeaderYaml.line(node), "a follow-up has no " + missing, "add '" + missing + ": …'");
            return;
        }
        followUps.add(new FollowUp(HeaderYaml.line(node), name.get(0), Optional.empty(), with, some, none));
    }
}
