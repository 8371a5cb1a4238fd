package org.genevagraph.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The nearest names for many mistyped ones: each is looked for once, and of very many only the first. Where thousands are unknown a table is
 * missing, nobody has mistyped them, and to compare each with all would keep the cause back for a minute.
 */
public final class Hints {
    private static final int MOST = 100;

    private final Map<String, String> given = new HashMap<>();

    /**
     * What is said of the nearest names, or the given advice if too many were asked for before.
     *
     * @param name the mistyped name
     * @param among what tells apart the names that it is compared with
     * @param near looks for the nearest
     */
    public String hint(String name, String among, Supplier<String> near, String otherwise) {
        String key = among + "\n" + name;
        String earlier = given.get(key);
        if (earlier != null || given.size() >= MOST) {
            return earlier == null ? otherwise : earlier;
        }
        String hint = near.get();
        given.put(key, hint);
        return hint;
    }
}
