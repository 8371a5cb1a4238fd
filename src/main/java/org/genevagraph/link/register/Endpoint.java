package org.genevagraph.link.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * A register behind a SPARQL endpoint: it is asked for the names that are wanted, some at a time. An answer that one has is not asked for
 * again; a question that fails leaves the register read in part, and after some in succession no more are asked.
 */
public final class Endpoint implements Register {
    private static final int NAMES_AT_A_TIME = 20;
    private static final int FAILURES_IN_SUCCESSION = 3;

    private final String namespace;
    private final String register;
    private final EndpointClient client;
    private final NamesQuery query;
    private final List<String> names;
    private final List<String> languages;
    private final Map<String, byte[]> answers = new HashMap<>();

    /**
     * Behind an endpoint.
     *
     * @param namespace what the identifiers there begin with; empty if nobody knows
     * @param register the IRI of the register; empty if nobody knows
     * @param client asks it
     * @param query what it is asked
     * @param names the names that are looked for
     * @param languages the languages that they can be in there
     */
    public Endpoint(
            String namespace,
            String register,
            EndpointClient client,
            NamesQuery query,
            Collection<String> names,
            Collection<String> languages) {
        this.namespace = namespace;
        this.register = register;
        this.client = client;
        this.query = query;
        this.names = names.stream().distinct().sorted().toList();
        this.languages = languages.stream().sorted().toList();
    }

    @Override
    public String name() {
        return client.address().toString();
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public String address() {
        return register;
    }

    @Override
    public boolean read(Consumer<Entry> entries, Progress progress, Problems problems) {
        boolean isComplete = true;
        int failures = 0;
        long[] found = {0};
        for (int from = 0; from < names.size() && failures < FAILURES_IN_SUCCESSION; from += NAMES_AT_A_TIME) {
            List<String> some = new ArrayList<>(names.subList(from, Math.min(names.size(), from + NAMES_AT_A_TIME)));
            try {
                byte[] answer = answer(query.with(some, languages));
                boolean isRead = SparqlResults.readJson(
                        name(),
                        new ByteArrayInputStream(answer),
                        query.columns(),
                        entry -> {
                            found[0]++;
                            entries.accept(entry);
                        },
                        problems);
                isComplete &= isRead;
                failures = isRead ? 0 : failures + 1;
            } catch (IOException e) {
                isComplete = false;
                failures++;
                problems.add(Problem.error(
                        name(),
                        0,
                        "",
                        "did not answer for '" + some.get(0) + "' and " + (some.size() - 1) + " names more: "
                                + e.getMessage(),
                        "try again later; with --cache what was answered is not asked again"));
            }
            progress.at(found[0], from + (long) some.size(), names.size());
        }
        if (failures == FAILURES_IN_SUCCESSION) {
            problems.add(Problem.error(
                    name(),
                    0,
                    "",
                    "failed " + failures + " times in succession, so that the rest was not asked",
                    "see whether the address is that of a SPARQL endpoint, and whether it is up"));
        }
        return isComplete;
    }

    private byte[] answer(String question) throws IOException {
        byte[] known = answers.get(question);
        if (known == null) {
            known = client.ask(question);
            answers.put(question, known);
        }
        return known;
    }
}
