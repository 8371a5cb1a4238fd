package org.genevagraph.snapshot.frozen;

import java.io.IOException;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;

/** Triples of numbered terms as columns, sorted by subject, predicate and object; each stands there once. */
final class Triples {
    /** Stands for any term. */
    static final int ANY = -2;

    final int[] subjects;
    final int[] predicates;
    final int[] objects;

    /** Where the triples of each subject begin. */
    private final int[] subjectBegins;

    /** The triples sorted by predicate, then as they stand, and where each predicate begins. */
    private final int[] byPredicate;

    private final int[] predicateBegins;

    /** The triples sorted by object, then predicate, then subject, and where each object begins. */
    private final int[] byObject;

    private final int[] objectBegins;

    Triples(int terms, int[] subjects, int[] predicates, int[] objects) {
        this.subjects = subjects;
        this.predicates = predicates;
        this.objects = objects;
        this.subjectBegins = Sorting.begins(subjects, terms);
        this.predicateBegins = Sorting.begins(predicates, terms);
        this.objectBegins = Sorting.begins(objects, terms);
        this.byPredicate = Sorting.by(predicates, null, terms);
        this.byObject = Sorting.by(objects, byPredicate, terms);
    }

    int size() {
        return subjects.length;
    }

    /** Puts a cursor where a pattern is looked up: at few triples, among them all that match; those that it passes still have to be looked at. */
    void open(Cursor cursor, int subject, int predicate, int object) {
        if (subject != ANY
                && (predicate != ANY || object == ANY || size(objectBegins, object) >= size(subjectBegins, subject))) {
            cursor.set(null, subjectBegins[subject], subjectBegins[subject + 1]);
            if (predicate != ANY) {
                cursor.narrow(predicates, predicate);
                if (object != ANY) {
                    cursor.narrow(objects, object);
                }
            }
        } else if (object != ANY) {
            cursor.set(byObject, objectBegins[object], objectBegins[object + 1]);
            if (predicate != ANY) {
                cursor.narrow(predicates, predicate);
            }
        } else if (predicate != ANY) {
            cursor.set(byPredicate, predicateBegins[predicate], predicateBegins[predicate + 1]);
        } else {
            cursor.set(null, 0, size());
        }
    }

    private static int size(int[] begins, int number) {
        return begins[number + 1] - begins[number];
    }

    boolean matches(int row, int subject, int predicate, int object) {
        return (subject == ANY || subjects[row] == subject)
                && (predicate == ANY || predicates[row] == predicate)
                && (object == ANY || objects[row] == object);
    }

    void write(BlockWriter out) throws IOException {
        out.putInts(subjects);
        out.putInts(predicates);
        out.putInts(objects);
    }

    static Triples read(BlockReader in, int terms) throws IOException {
        return new Triples(terms, in.getInts(), in.getInts(), in.getInts());
    }
}
