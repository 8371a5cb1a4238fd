package org.genevagraph.link.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.XmlProlog;

/**
 * Concepts of a thesaurus in SKOS: any RDF file, packed or not. What is said of a concept may stand anywhere in the file, so that labels in
 * the wanted languages are all kept until its end.
 *
 * @param file the file
 * @param languages the languages whose labels count; labels without a language always do
 */
public record Thesaurus(Path file, Set<String> languages) implements Register {
    private static final int EVERY = 50_000;

    /** What the predicates say of an entry. */
    private static final Map<String, BiConsumer<Entry.Builder, Node>> MEANINGS = Map.of(
            SKOS.prefLabel.getURI(), (entry, label) -> name(entry, label, true),
            RDFS.label.getURI(), (entry, label) -> name(entry, label, true),
            SKOS.altLabel.getURI(), (entry, label) -> name(entry, label, false),
            SKOS.hiddenLabel.getURI(), (entry, label) -> name(entry, label, false),
            SKOS.notation.getURI(), (entry, sign) -> entry.symbol(text(sign)),
            RDF.type.getURI(), (entry, type) -> entry.kind(text(type)),
            DCTerms.isReplacedBy.getURI(),
                    (entry, other) -> entry.withdrawn(true).successor(text(other)),
            OWL2.deprecated.getURI(), (entry, is) -> entry.withdrawn(text(is).equals("true") || text(is).equals("1")));

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String namespace() {
        return "";
    }

    @Override
    public boolean read(Consumer<Entry> entries, Progress progress, Problems problems) throws IOException {
        Map<String, Entry.Builder> concepts = new TreeMap<>();
        boolean isComplete = true;
        try (RegisterFile opened = RegisterFile.open(file, "")) {
            OptionalInt doctype = lang().equals(Lang.RDFXML) ? XmlProlog.doctype(opened.in()) : OptionalInt.empty();
            if (doctype.isPresent()) {
                problems.add(Problem.error(
                        file.toString(),
                        doctype.getAsInt(),
                        "",
                        "has a document type declaration (DOCTYPE), which is not read",
                        "delete it, and write out the entities that it defines"));
                return false;
            }
            RDFParser.source(opened.in())
                    .lang(lang())
                    .base("urn:base:")
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        private long triples;

                        @Override
                        public void triple(Triple triple) {
                            take(triple, concepts);
                            if (++triples % EVERY == 0) {
                                progress.at(concepts.size(), opened.done(), opened.total());
                            }
                        }

                        @Override
                        public void quad(Quad quad) {
                            triple(quad.asTriple());
                        }
                    });
        } catch (RiotException e) {
            isComplete = false;
            problems.add(Problem.error(
                    file.toString(),
                    line(e),
                    "",
                    "cannot be read beyond this place: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "name the file by what it holds, such as .ttl, .rdf or .nt, and check it with riot --validate"));
        }
        long found = concepts.values().stream()
                .filter(entry -> !entry.isNameless())
                .peek(entry -> entries.accept(entry.build()))
                .count();
        if (found == 0 && isComplete) {
            problems.add(Problem.error(
                    file.toString(), 0, "", "holds no labels in these languages", "check the file, and --languages"));
            return false;
        }
        return isComplete;
    }

    /** The language that the name of the file tells, without what it is packed with; RDF/XML without one, as thesauri mostly are. */
    private Lang lang() {
        String bare = name().replaceFirst("\\.(gz|bz2|zip)$", "");
        Lang told = RDFLanguages.pathnameToLang(bare);
        return told == null ? Lang.RDFXML : told;
    }

    private void take(Triple triple, Map<String, Entry.Builder> concepts) {
        BiConsumer<Entry.Builder, Node> meaning =
                MEANINGS.get(triple.getPredicate().getURI());
        Node object = triple.getObject();
        boolean isForeign =
                object.isLiteral() && !object.getLiteralLanguage().isEmpty() && !languages.contains(language(object));
        if (meaning != null && triple.getSubject().isURI() && !isForeign && !object.isBlank()) {
            meaning.accept(concepts.computeIfAbsent(triple.getSubject().getURI(), Entry.Builder::new), object);
        }
    }

    private static void name(Entry.Builder entry, Node label, boolean isMain) {
        if (label.isLiteral()) {
            entry.name(label.getLiteralLexicalForm(), language(label), isMain);
        }
    }

    private static String language(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static int line(RiotException e) {
        java.util.regex.Matcher place =
                java.util.regex.Pattern.compile("line: (\\d+)").matcher(String.valueOf(e.getMessage()));
        return place.find() ? Integer.parseInt(place.group(1)) : 0;
    }
}
