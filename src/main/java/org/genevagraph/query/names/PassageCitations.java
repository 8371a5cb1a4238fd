package org.genevagraph.query.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** Passages as people cite them, by what their documents are called: "para. 72(l) of the Tunis Agenda", "TA 72(l)", "Tunis, para. 72". */
final class PassageCitations {
    private static final String DOCUMENT = "document";
    /** Shorter words cite no document by themselves. */
    private static final int LETTERS_TO_CITE = 4;

    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}{4,}\\s+\\d{1,3}");

    private final NameKeys keys;
    private List<Name> names;

    /** A name of a document, taken apart: a text is compared with all of them. */
    private record Name(Node document, Set<String> initials, Set<String> words) {}

    PassageCitations(NameKeys keys) {
        this.keys = keys;
    }

    /** The passages that a text cites, of whichever documents it can mean; none if it cites none. */
    List<Node> passages(String given) {
        List<Node> found = passages(given, PassageName.saysParagraph(given));
        // One word before a number can be short for a document that has such a passage: "Tunis 72".
        return found.isEmpty() && ONE_WORD.matcher(given.strip()).matches() ? passages(given, true) : found;
    }

    private List<Node> passages(String given, boolean paragraph) {
        Set<Node> found = new LinkedHashSet<>();
        for (PassageName name : PassageName.readings(given)) {
            List<Node> numbered = keys.at(NameKeys.How.OTHER_NAME, name.number(), List.of(ThingIndex.PASSAGE));
            if (name.document().isEmpty()) {
                found.addAll(numbered);
            } else {
                for (Node document : cited(name, paragraph)) {
                    numbered.stream()
                            .filter(passage ->
                                    ThingIndex.slug(passage).equals(ThingIndex.slug(document) + "/" + name.number()))
                            .forEach(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * The documents of a passage: those that are called so, have these initials – "TA 72(l)" – or, where a paragraph is cited, have all the words in
     * a name: "Tunis, para. 72".
     */
    private List<Node> cited(PassageName passage, boolean paragraph) {
        List<Node> named = keys.named(passage.document(), List.of(DOCUMENT));
        if (!named.isEmpty()) {
            return named;
        }
        String letters = Spelling.joined(passage.document());
        // One letter before a number is an item, a page or a row.
        List<Node> found = letters.length() < 2 ? List.of() : called(name -> name.initials.contains(letters));
        Set<String> words = Set.copyOf(Spelling.words(passage.document()));
        boolean cites = paragraph || passage.number().contains(".");
        return found.isEmpty() && cites && words.stream().anyMatch(word -> word.length() >= LETTERS_TO_CITE)
                ? called(name -> name.words.containsAll(words))
                : found;
    }

    /** The documents with a name of some form. */
    private List<Node> called(Predicate<Name> form) {
        return names().stream().filter(form).map(Name::document).distinct().toList();
    }

    /** All names of documents, made when one is first wanted: the graph has been read by then. */
    private synchronized List<Name> names() {
        if (names == null) {
            names = keys.called(DOCUMENT).stream()
                    .filter(each -> NameKeys.How.CALLED.contains(each.how()))
                    .map(each -> new Name(
                            each.thing(), Spelling.everyInitials(each.name()), Set.copyOf(Spelling.words(each.name()))))
                    .toList();
        }
        return names;
    }

    /** The documents of which a text names a passage that nobody knows: "para. 900 of the Tunis Agenda". */
    List<Node> documents(String given) {
        return PassageName.readings(given).stream()
                .filter(name -> !name.document().isEmpty())
                .flatMap(name -> cited(name, PassageName.saysParagraph(given)).stream())
                .distinct()
                .toList();
    }
}
