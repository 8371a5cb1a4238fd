package org.genevagraph.query.catalogue.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.genevagraph.syntax.TermUse;
import org.genevagraph.vocabulary.Prefixes;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the key {@code looks-at} of a query's header: what an empty answer has looked at, for programs and in words. */
public final class HeaderLooks {
    /** The key. */
    public static final String KEY = "looks-at";

    private static final Set<String> KEYS = Set.of("for", "facts", "through");
    private static final String FIX = "write '#+   facts: {gg:involvedIn: who has a part in it}'";
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    /** Each key of facts and of through with its words, in their order. */
    private final Map<String, String> words = new LinkedHashMap<>();

    /** The terms in the paths. */
    private final List<TermUse> termUses = new ArrayList<>();

    private final List<String> kinds = new ArrayList<>();
    private final List<Path> facts = new ArrayList<>();
    private final List<Path> through = new ArrayList<>();

    /** Reads the key's value; what it says is no path of known prefixes is a problem. */
    public static HeaderLooks read(Node node, HeaderYaml yaml) {
        HeaderLooks looks = new HeaderLooks();
        if (!(node instanceof MappingNode mapping)) {
            yaml.problem(HeaderYaml.line(node), KEY + ": is not a map", FIX);
            return looks;
        }
        yaml.each(mapping, KEYS, (key, value) -> {
            if (key.equals("for")) {
                looks.kinds.addAll(yaml.list(value));
            } else {
                yaml.eachOf(value, KEY + ": " + key, FIX, (path, text) -> {
                    looks.words.put(path, yaml.scalar(text));
                    looks.add(key, path, HeaderYaml.line(text), yaml);
                });
            }
        });
        for (String kind : looks.kinds) {
            if (!ParameterType.THING.kinds().contains(kind)) {
                yaml.problem(
                        HeaderYaml.line(node),
                        "'" + kind + "' is no kind of thing",
                        "kinds are " + String.join(", ", ParameterType.THING.kinds()));
            }
        }
        return looks;
    }

    private void add(String key, String text, int line, HeaderYaml yaml) {
        Query prefixes = new Query();
        Prefixes.ALL.forEach(prefixes::setPrefix);
        for (String path : key.equals("facts") ? SEPARATOR.split(text, -1) : new String[] {text}) {
            try {
                (key.equals("facts") ? facts : through).add(PathParser.parse(path, prefixes));
                termUses.addAll(TermUse.in(path, Prefixes.ALL, line));
            } catch (QueryException e) {
                yaml.problem(line, "'" + path + "' is no path of properties", "write gg:partOf, or ^gg:partOf+");
            }
        }
    }

    /** Each key of facts and of through with its words, in their order. */
    public Map<String, String> words() {
        return Collections.unmodifiableMap(words);
    }

    /** The terms in the paths. */
    public List<TermUse> termUses() {
        return List.copyOf(termUses);
    }

    /** What the key says, for programs. */
    public LookedAt lookedAt() {
        return new LookedAt(kinds, facts, through);
    }
}
