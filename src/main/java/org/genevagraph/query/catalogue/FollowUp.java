package org.genevagraph.query.catalogue;

import java.util.Map;
import java.util.Optional;

/**
 * Another query that is asked when there is no answer: a sentence tells what it finds, and it is offered.
 *
 * @param line the line of the file in which it stands
 * @param name the name of the other query
 * @param target the other query; empty until the catalogue has read them all
 * @param with the values of its parameters, with {@code {a}} for what the parameter a of the first query is
 * @param some what to say if it has an answer, by language, with {@code {says}} for what stands in its column of this name
 * @param none what to say if it has none, by language; no sentence says nothing
 */
public record FollowUp(
        int line,
        String name,
        Optional<QueryFile> target,
        Map<String, String> with,
        Map<String, String> some,
        Map<String, String> none) {
    FollowUp to(QueryFile query) {
        return new FollowUp(line, name, Optional.of(query), with, some, none);
    }
}
