package org.genevagraph.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.genevagraph.peers.Peer;

/**
 * Somebody who is asked over HTTP and answers with rows as JSON.
 *
 * @param request what a question is sent as
 * @param giveUp is run when an answer did not come in time
 */
record Contestant(String name, Function<Question, HttpRequest> request, Runnable giveUp) {
    /** How long an answer may take. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A question.
     *
     * @param path where a server of this project answers it
     * @param sparql what others are asked
     */
    record Question(String name, String path, String sparql) {}

    /**
     * An answer.
     *
     * @param milliseconds until its last byte was there
     * @param body the rows; empty if there was none within the time, or a fault
     */
    record Timed(double milliseconds, Optional<byte[]> body) {
        /**
         * The rows in a fixed order, with what numbers and truth values are worth and with the parts of a text in a fixed order, since stores
         * order and write what is equal otherwise. A text put together of nothing is nothing.
         */
        List<String> rows() {
            List<String> lines = new ArrayList<>();
            if (body.isPresent()) {
                RowSet rows =
                        RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body.get()), ResultSetLang.RS_JSON));
                rows.forEach(row -> lines.add(line(rows.getResultVars(), row)));
                lines.sort(null);
            }
            return lines;
        }

        private static String line(List<Var> variables, Binding row) {
            StringBuilder line = new StringBuilder();
            for (Var variable : variables) {
                line.append(row.contains(variable) ? worth(row.get(variable)) : "-")
                        .append(" | ");
            }
            return line.toString();
        }

        private static String worth(Node term) {
            if (!term.isLiteral()) {
                return term.toString();
            }
            String text = term.getLiteralLexicalForm();
            if (text.isEmpty()) {
                return "-";
            }
            if (term.getLiteralValue() instanceof Boolean truth) {
                return truth.toString();
            }
            return term.getLiteralDatatypeURI().matches(".*#(integer|decimal|double|float|int|long)")
                    ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                    : Arrays.stream(text.split("[ |,;]+")).sorted().collect(Collectors.joining(" "))
                            + "@"
                            + term.getLiteralLanguage().toLowerCase(Locale.ROOT);
        }
    }

    /** A server of this project. */
    static Contestant own(String name, String address) {
        return new Contestant(
                name,
                question -> HttpRequest.newBuilder(URI.create(address + question.path()))
                        .timeout(LONGEST)
                        .build(),
                () -> {});
    }

    /** Somebody else, who is sent the SPARQL. */
    static Contestant of(Peer peer) {
        return new Contestant(
                peer.name(),
                question -> HttpRequest.newBuilder(peer.sparql())
                        .timeout(LONGEST)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/sparql-results+json")
                        .POST(BodyPublishers.ofString(
                                "query=" + URLEncoder.encode(question.sparql(), StandardCharsets.UTF_8)))
                        .build(),
                peer::giveUp);
    }

    Timed ask(Question question) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.apply(question), BodyHandlers.ofByteArray());
            return new Timed(
                    (System.nanoTime() - begun) / 1e6,
                    Optional.of(response.body()).filter(body -> response.statusCode() == 200));
        } catch (HttpTimeoutException e) {
            giveUp.run();
            return new Timed((System.nanoTime() - begun) / 1e6, Optional.empty());
        }
    }
}
