package org.genevagraph.serve.monitor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jetty.server.RequestLogWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log of JSON objects, one a line and in ASCII, so that nothing in them breaks a line or a terminal. Writing holds nobody up: a thread of its
 * own does it, and what it cannot keep up with is lost.
 */
public final class JsonLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLines.class);
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private final Consumer<String> lines;
    private final AutoCloseable end;

    private JsonLines(Consumer<String> lines, AutoCloseable end) {
        this.lines = lines;
        this.end = end;
    }

    /** One that hands its lines over. */
    public static JsonLines to(Consumer<String> lines) {
        return new JsonLines(lines, () -> {});
    }

    /**
     * One in a file, which is added to. If its name holds {@code yyyy_mm_dd}, each day has a file.
     *
     * @param days after how many days such files are deleted
     * @throws IOException if it cannot be written
     */
    public static JsonLines file(String name, int days) throws IOException {
        // The one with a queue loses what is in it when it stops.
        RequestLogWriter writer = new RequestLogWriter(name);
        writer.setAppend(true);
        writer.setRetainDays(days);
        try {
            writer.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
        return new JsonLines(
                line -> {
                    try {
                        writer.write(line);
                    } catch (IOException e) {
                        LOG.error("{} could not be written", name, e);
                    }
                },
                writer::stop);
    }

    /** Writes a line. */
    void write(JsonObject entry) {
        lines.accept(ascii(GSON.toJson(entry)));
    }

    /** The same JSON with escapes for everything that is not a printable character of ASCII. */
    private static String ascii(String json) {
        if (json.chars().allMatch(c -> c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(c -> {
            if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            LOG.error("a log could not be closed", e);
        }
    }
}
