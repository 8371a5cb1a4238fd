package org.genevagraph.serve.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** The rules of w3id.org lead every kind of IRI of the project to a path where this server has something. */
class W3idTest extends RealServer {
    private static final Path FILE = Path.of("w3id/.htaccess");
    private static final Pattern RULE =
            Pattern.compile("RewriteRule (\\S+) %\\{ENV:SERVER\\}(\\S+) \\[R=30[123],L(?:,NE)?\\]");

    private record Rule(Pattern from, String to) {}

    private static List<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("RewriteRule ") && !line.contains("[E=SERVER:https://")) {
                Matcher rule = RULE.matcher(line);
                assertTrue(rule.matches(), line);
                rules.add(new Rule(Pattern.compile(rule.group(1)), rule.group(2)));
            }
        }
        assertTrue(rules.size() > 8, "rules: " + rules.size());
        return rules;
    }

    /** Where an IRI is led to; empty if no rule takes it. */
    private static Optional<String> led(String iri, List<Rule> rules) {
        String path = iri.substring(Iris.BASE.length()).replaceFirst("#.*", "");
        for (Rule rule : rules) {
            Matcher matcher = rule.from().matcher(path);
            if (matcher.find()) {
                StringBuilder to = new StringBuilder(rule.to());
                for (int group = matcher.groupCount(); group > 0; group--) {
                    String part = matcher.group(group) == null ? "" : matcher.group(group);
                    to = new StringBuilder(to.toString().replace("$" + group, part));
                }
                return Optional.of(to.toString());
            }
        }
        return Optional.empty();
    }

    /** One IRI of each kind that the graph has, and all that are few, with the namespaces of the sets of mappings. */
    private static Set<String> iris() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        server.served().snapshot().dataset().stream()
                .flatMap(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Iris.BASE))
                .map(iri -> iri.replaceFirst("#.*", ""))
                // Files of graphs and of the whole take long to write and have tests of their own.
                .filter(iri -> !iri.matches(".*/(graph|dump)/.*\\.[a-z.]+"))
                .forEach(iri -> kinds.putIfAbsent(
                        iri.startsWith(Iris.BASE + "id/") ? iri.replaceFirst("(/id/[^/]+/).*", "$1") : iri, iri));
        Set<String> iris = new TreeSet<>(kinds.values());
        try (Stream<Path> links = Files.list(Path.of("data/links"))) {
            for (Path file : links.toList()) {
                Matcher id = Pattern.compile("#mapping_set_id: (\\S+)").matcher(Files.readString(file));
                assertTrue(id.find(), file.toString());
                iris.add(id.group(1));
            }
        }
        iris.addAll(List.of(
                Iris.BASE + "id",
                Iris.BASE + "id/organisation",
                Iris.BASE + "ontology.ttl",
                Iris.BASE + "context.jsonld"));
        return iris;
    }

    @Test
    void everyKindOfIriIsLedToSomething() throws IOException {
        List<Rule> rules = rules();
        List<String> lost = new ArrayList<>();
        Set<String> iris = iris();
        for (String iri : iris) {
            Optional<String> path = led(iri, rules);
            int status =
                    path.map(there -> http.method("HEAD", there).statusCode()).orElse(404);
            if (status != 200 && status != 302 && status != 303) {
                lost.add(iri + " → " + path.orElse("no rule") + " " + status);
            }
        }
        assertEquals(List.of(), lost);
        assertEquals(Optional.of("/dump/geneva-graph.nq.gz"), led(Iris.BASE + "dump/geneva-graph.nq.gz", rules));
        assertTrue(iris.size() > 80, "IRIs: " + iris.size());
    }
}
