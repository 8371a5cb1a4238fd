package org.genevagraph.serve.discovery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.genevagraph.page.dataset.Described;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;

/**
 * What describes a snapshot and the service of it, as it was written before: it says much of every graph and query, stands at several addresses, and
 * is asked for by every client that begins.
 */
public final class KeptDescriptions {
    private static final int MOST_BYTES = 16 << 20;

    private final Cache<Key, byte[]> written = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, byte[] bytes) -> bytes.length)
            .build();

    /** All that the bytes depend on within a snapshot. */
    private record Key(Kind kind, AnswerFormat format, String address, Set<Node> features) {}

    private enum Kind {
        DATASET,
        SERVICE
    }

    private KeptDescriptions() {}

    /** Sends the description of the data set in a format. */
    public static void dataset(Served now, AnswerFormat format, HttpServletRequest request, Reply reply)
            throws IOException, Refusal {
        send(now, new Key(Kind.DATASET, format, Address.of(request), Set.of()), reply);
    }

    /** Sends the description of the SPARQL service, with what it can do besides what all of them can, in a format. */
    public static void service(
            Served now, Set<Node> features, AnswerFormat format, HttpServletRequest request, Reply reply)
            throws IOException, Refusal {
        send(now, new Key(Kind.SERVICE, format, Address.of(request), features), reply);
    }

    private static void send(Served now, Key key, Reply reply) throws IOException, Refusal {
        Cache<Key, byte[]> written = now.once(KeptDescriptions.class, snapshot -> new KeptDescriptions()).written;
        byte[] bytes = written.getIfPresent(key);
        if (bytes == null) {
            bytes = write(now, key);
            written.put(key, bytes);
        }
        reply.answer(bytes, key.format(), now.snapshot().version());
    }

    private static byte[] write(Served now, Key key) throws IOException, Refusal {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        key.format()
                .write(
                        new Result.Triples(
                                key.kind() == Kind.DATASET
                                        ? Described.dataset(now.snapshot().catalogue(), key.address())
                                        : Described.service(now.snapshot().catalogue(), key.address(), key.features())),
                        body);
        return body.toByteArray();
    }
}
