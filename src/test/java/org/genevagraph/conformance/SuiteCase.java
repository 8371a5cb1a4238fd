package org.genevagraph.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * A test of a suite of the W3C.
 *
 * @param group the folder of its manifest, below the suite
 * @param node what the manifest says of it
 */
record SuiteCase(String group, Resource node) {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String DAWGT = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";

    /** What the working groups took back. */
    private static final Set<String> TAKEN_BACK = Set.of(DAWGT + "Withdrawn", DAWGT + "Obsoleted");

    /** The tests of a manifest and of those that it includes, in their order. */
    static List<SuiteCase> read(Path suite, Path manifest) {
        List<SuiteCase> cases = new ArrayList<>();
        read(suite, manifest.toAbsolutePath().normalize(), new TreeSet<>(), cases);
        return cases;
    }

    private static void read(Path suite, Path file, Set<String> seen, List<SuiteCase> cases) {
        if (!seen.add(file.toUri().toString())) {
            return;
        }
        Model model = model(file);
        // In most manifests that is the address of the file; in some the file calls itself otherwise.
        List<Resource> manifests = model.listSubjectsWithProperty(RDF.type, model.createResource(MF + "Manifest"))
                .toList();
        String group =
                suite.toAbsolutePath().normalize().relativize(file.getParent()).toString();
        for (Resource manifest : manifests) {
            for (RDFNode entry : values(manifest, MF + "entries")) {
                Resource test = entry.asResource();
                if (values(test, DAWGT + "approval").stream()
                        .noneMatch(approval -> TAKEN_BACK.contains(approval.toString()))) {
                    cases.add(new SuiteCase(group, test));
                }
            }
            for (RDFNode included : values(manifest, MF + "include")) {
                read(suite, path(included), seen, cases);
            }
        }
    }

    static Model model(Path file) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(file).base(file.toUri().toString()).parse(model);
        return model;
    }

    /** The values of a property, each by itself or as members of lists. */
    static List<RDFNode> values(Resource subject, String property) {
        List<RDFNode> values = new ArrayList<>();
        subject.listProperties(subject.getModel().createProperty(property)).forEach(statement -> {
            RDFNode value = statement.getObject();
            if (value.isResource()
                    && (value.equals(RDF.nil) || value.asResource().hasProperty(RDF.first))) {
                values.addAll(value.as(RDFList.class).asJavaList());
            } else {
                values.add(value);
            }
        });
        return values;
    }

    static Optional<RDFNode> value(Resource subject, String property) {
        return values(subject, property).stream().findFirst();
    }

    /** The file that a node of a manifest names. */
    static Path path(RDFNode file) {
        return Path.of(java.net.URI.create(file.toString()));
    }

    /** What it wants done. */
    Resource action() {
        return value(node, MF + "action").orElseThrow().asResource();
    }

    /** What has to come of it. */
    Optional<RDFNode> result() {
        return value(node, MF + "result");
    }

    /** Its kinds, without their namespace. */
    Set<String> types() {
        return values(node, RDF.type.getURI()).stream()
                .map(type -> type.toString().replaceFirst(".*[#/]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean is(String type) {
        return types().contains(type);
    }

    /** What it is called in the table: the folder and the last part of its IRI. */
    String name() {
        return group + " " + node.toString().replaceFirst(".*[#/]", "");
    }
}
