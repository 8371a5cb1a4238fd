package org.genevagraph.snapshot.frozen;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;

/** The terms of some graphs, numbered from 0 in an order that hangs on nothing but themselves: blank nodes, IRIs, literals, each by their text. */
final class Terms {
    /** The number of a term that is not among them. */
    static final int UNKNOWN = -1;

    private static final int BLANK = 0;
    private static final int IRI = 1;
    private static final int STRING = 2;
    private static final int IN_LANGUAGE = 3;
    private static final int TYPED = 4;

    private static final String STRING_TYPE = XSDDatatype.XSDstring.getURI();

    /** What separates a language and the direction in which it is written. */
    private static final String DIRECTION = "--";

    private final Node[] terms;

    /** One more than the number of a term, at the place that its hash names or the next free one after it; 0 where nothing is. */
    private final int[] slots;

    private Terms(Node[] terms) {
        this.terms = terms;
        this.slots = new int[Integer.highestOneBit(Math.max(terms.length, 1)) << 2];
        for (int number = 0; number < terms.length; number++) {
            int slot = slot(terms[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    /** Numbers terms, each given once. */
    static Terms of(Collection<Node> all) {
        Node[] terms = all.toArray(Node[]::new);
        Arrays.parallelSort(terms, Terms::compare);
        return new Terms(terms);
    }

    private int slot(Node term) {
        int hash = term.hashCode();
        // Of hashes of texts the lower bits alone are too much alike.
        return ((hash * 0x9E3779B9) >>> 7 ^ hash) & (slots.length - 1);
    }

    /** The term of a number. */
    Node term(int number) {
        return terms[number];
    }

    /** The number of a term; {@link #UNKNOWN} if it is not among them. */
    int number(Node term) {
        int slot = slot(term);
        while (slots[slot] != 0) {
            if (terms[slots[slot] - 1].equals(term)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return UNKNOWN;
    }

    /** How many there are. */
    int size() {
        return terms.length;
    }

    private static int compare(Node one, Node other) {
        int order = Integer.compare(form(one), form(other));
        if (order == 0) {
            order = text(one).compareTo(text(other));
        }
        if (order == 0 && one.isLiteral()) {
            order = qualifier(one).compareTo(qualifier(other));
        }
        return order;
    }

    private static int form(Node term) {
        if (term.isURI()) {
            return IRI;
        }
        if (term.isBlank()) {
            return BLANK;
        }
        if (!term.isLiteral()) {
            throw new IllegalArgumentException("neither IRI, literal nor blank node: " + term);
        }
        if (!term.getLiteralLanguage().isEmpty()) {
            return IN_LANGUAGE;
        }
        return term.getLiteralDatatypeURI().equals(STRING_TYPE) ? STRING : TYPED;
    }

    private static String text(Node term) {
        if (term.isURI()) {
            return term.getURI();
        }
        return term.isBlank() ? term.getBlankNodeLabel() : term.getLiteralLexicalForm();
    }

    /** What a literal is besides its text. */
    private static String qualifier(Node literal) {
        if (literal.getLiteralLanguage().isEmpty()) {
            return literal.getLiteralDatatypeURI();
        }
        return literal.getLiteralBaseDirection() == null
                ? literal.getLiteralLanguage()
                : literal.getLiteralLanguage() + DIRECTION + literal.getLiteralBaseDirection();
    }

    void write(BlockWriter out) throws IOException {
        Map<String, Integer> qualifiers = new HashMap<>();
        out.putInt(terms.length);
        for (Node term : terms) {
            int form = form(term);
            out.putByte(form);
            out.putText(text(term));
            if (form == IN_LANGUAGE || form == TYPED) {
                // A qualifier is written when it first occurs, and has a number from then on.
                String qualifier = qualifier(term);
                Integer known = qualifiers.putIfAbsent(qualifier, qualifiers.size());
                out.putInt(known == null ? qualifiers.size() - 1 : known);
                if (known == null) {
                    out.putText(qualifier);
                }
            }
        }
    }

    static Terms read(BlockReader in) throws IOException {
        Map<Integer, String> languages = new HashMap<>();
        Map<Integer, RDFDatatype> types = new HashMap<>();
        Node[] terms = new Node[in.getCount(2)];
        int qualifiers = 0;
        for (int number = 0; number < terms.length; number++) {
            int form = in.getByte();
            String text = in.getText();
            int qualifier = 0;
            if (form == IN_LANGUAGE || form == TYPED) {
                qualifier = in.getInt();
                if (qualifier == qualifiers) {
                    qualifiers++;
                    String written = in.getText();
                    if (form == IN_LANGUAGE) {
                        languages.put(qualifier, written);
                    } else {
                        types.put(qualifier, TypeMapper.getInstance().getSafeTypeByName(written));
                    }
                }
            }
            terms[number] = switch (form) {
                case BLANK -> NodeFactory.createBlankNode(text);
                case IRI -> NodeFactory.createURI(text);
                case STRING -> NodeFactory.createLiteralString(text);
                case IN_LANGUAGE -> inLanguage(text, languages.get(qualifier));
                case TYPED -> NodeFactory.createLiteralDT(text, types.get(qualifier));
                default -> throw new IOException("no term has the form " + form);
            };
        }
        return new Terms(terms);
    }

    private static Node inLanguage(String text, String written) {
        int direction = written.indexOf(DIRECTION);
        return direction < 0
                ? NodeFactory.createLiteralLang(text, written)
                : NodeFactory.createLiteralDirLang(
                        text, written.substring(0, direction), written.substring(direction + DIRECTION.length()));
    }
}
