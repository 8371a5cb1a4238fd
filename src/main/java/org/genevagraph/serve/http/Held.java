package org.genevagraph.serve.http;

import java.util.function.Supplier;

/**
 * The one state that a request is answered from: taken when the request comes in and kept until it is answered, so that version, tag and
 * body are of one graph even if another is published meanwhile.
 */
@SuppressWarnings("ThreadLocalUsage") // One for each server, of which tests start several in a process.
public final class Held implements Supplier<Served> {
    private final Supplier<Served> current;
    private final ThreadLocal<Served> held = new ThreadLocal<>();

    /** With where the current state comes from. */
    public Held(Supplier<Served> current) {
        this.current = current;
    }

    /** What the request of this thread is answered from; outside a request, what is served now. */
    @Override
    public Served get() {
        Served mine = held.get();
        return mine == null ? current.get() : mine;
    }

    /** Takes the current state for the request of this thread; close it when the request is answered. */
    public Hold hold() {
        held.set(current.get());
        return held::remove;
    }

    /** Ends when closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
