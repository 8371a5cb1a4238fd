package org.genevagraph.syntax;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.FrontsNode;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * The terms that queries, rules and shapes may use: those that the ontology declares, its own and borrowed ones, and those of RDF, RDFS, OWL,
 * XSD and SHACL. A misspelt one matches nothing, which looks like a true answer.
 */
public final class DeclaredTerms {
    private static final Map<String, Set<String>> STANDARD = Map.of(
            RDF.getURI(),
            constants(RDF.class, RDF.getURI()),
            RDFS.getURI(),
            constants(RDFS.class, RDFS.getURI()),
            OWL2.NS,
            constants(OWL2.class, OWL2.NS),
            XSD.getURI(),
            constants(XSD.class, XSD.getURI()),
            SHACL.getURI(),
            constants(SHACL.class, SHACL.getURI()));

    /** Concepts and their schemes are declared, other things come from the tables. */
    private static final String SCHEMES = Iris.BASE + "id/scheme/";

    private static final List<String> OWN_THINGS =
            List.of(Iris.BASE + "id/", Iris.BASE + "graph/", Iris.BASE + "shapes", GG.ONTOLOGY.getURI() + "/");

    private final Set<String> declared = new HashSet<>();
    private final Map<String, Set<String>> byNamespace = new TreeMap<>();

    private DeclaredTerms() {}

    /** Those that an ontology declares. */
    public static DeclaredTerms of(Graph ontology) {
        DeclaredTerms terms = new DeclaredTerms();
        ontology.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(Node::isURI)
                .forEach(node -> terms.add(node.getURI()));
        STANDARD.values().forEach(all -> all.forEach(terms::add));
        return terms;
    }

    private void add(String iri) {
        declared.add(iri);
        byNamespace.computeIfAbsent(namespace(iri), key -> new TreeSet<>()).add(iri);
    }

    /** What Jena has constants for is what the standard defines. */
    private static Set<String> constants(Class<?> vocabulary, String namespace) {
        Set<String> terms = new HashSet<>();
        for (Field field : vocabulary.getFields()) {
            try {
                Object value = Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
                Node node = value instanceof Node own ? own : value instanceof FrontsNode front ? front.asNode() : null;
                if (node != null && node.isURI() && node.getURI().startsWith(namespace)) {
                    terms.add(node.getURI());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return terms;
    }

    /** Looks up what is used in a query, a rule or shapes: each term that nothing declares is one problem, where it first stands. */
    public void check(String file, Collection<TermUse> uses, Problems problems) {
        check(file, uses, true, problems);
    }

    /** The same for what may name terms of others that the graph does not use: an ontology, a query that calls other endpoints. */
    public void checkOwn(String file, Collection<TermUse> uses, Problems problems) {
        check(file, uses, false, problems);
    }

    private void check(String file, Collection<TermUse> uses, boolean foreign, Problems problems) {
        Set<String> told = new HashSet<>();
        for (TermUse use : uses) {
            boolean ours = use.iri().startsWith(GG.NS)
                    || use.iri().startsWith(SCHEMES)
                    || STANDARD.containsKey(namespace(use.iri()));
            if (withoutSchemes() && use.iri().startsWith(SCHEMES)) {
                // That all of them are lost is told once.
                continue;
            }
            if ((foreign || ours) && !isKnown(use.iri()) && told.add(subject(use))) {
                problems.add(Problem.error(
                        file,
                        use.line(),
                        "",
                        "uses " + use.written() + ", which the ontology does not declare",
                        fix(use)));
            }
        }
    }

    private boolean withoutSchemes() {
        return declared.stream().noneMatch(iri -> iri.startsWith(SCHEMES));
    }

    /** What a problem is about: the term, or the whole namespace if nothing of it is known. */
    private String subject(TermUse use) {
        return byNamespace.containsKey(namespace(use.iri())) ? use.iri() : namespace(use.iri());
    }

    /** Whether the ontology or a standard declares a term. */
    public boolean declares(String iri) {
        return declared.contains(iri);
    }

    private boolean isKnown(String iri) {
        return declared.contains(iri)
                || byNamespace.containsKey(iri)
                || byNamespace.containsKey(iri + "#")
                || byNamespace.containsKey(iri + "/")
                || (!iri.startsWith(SCHEMES) && OWN_THINGS.stream().anyMatch(iri::startsWith));
    }

    private String fix(TermUse use) {
        String namespace = namespace(use.iri());
        Set<String> same = byNamespace.getOrDefault(namespace, Set.of());
        if (same.isEmpty() && use.iri().startsWith(SCHEMES)) {
            return "declare it in ontology/schemes.ttl";
        }
        if (same.isEmpty()) {
            List<String> near = Nearest.of(namespace, byNamespace.keySet());
            return near.isEmpty() || near.get(0).equals(namespace)
                    ? "declare it in ontology/borrowed.ttl"
                    : "did you mean one of the namespace " + near.get(0)
                            + "? Otherwise declare it in ontology/borrowed.ttl";
        }
        int end = use.written().length() - (use.iri().length() - namespace.length());
        String before = use.written().startsWith("<") || end < 0
                ? namespace
                : use.written().substring(0, end);
        List<String> names =
                same.stream().map(iri -> iri.substring(namespace.length())).toList();
        List<String> near = Nearest.of(use.iri().substring(namespace.length()), names);
        if (!near.isEmpty()) {
            return "did you mean "
                    + String.join(", ", near.stream().map(name -> before + name).toList()) + "?";
        }
        return namespace.equals(GG.NS)
                ? "declare it in ontology/geneva-graph.ttl"
                : namespace.startsWith(SCHEMES)
                        ? "declare it in ontology/schemes.ttl"
                        : "declare it in ontology/borrowed.ttl";
    }

    private static String namespace(String iri) {
        return iri.substring(0, 1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')));
    }
}
