package org.genevagraph.serve.traffic;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Collects an answer, in memory if it is small and in a file if it is large, and sends it when it is whole: what fails on the way can still be
 * refused, and a slow reader holds a connection and no thread.
 */
public final class WholeAnswers extends Handler.Wrapper {
    private static final int BYTES_IN_MEMORY = 256 << 10;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Collected collected = new Collected(request, response);
        boolean taken = false;
        try {
            taken = super.handle(request, collected, new Callback() {
                @Override
                public void succeeded() {
                    collected.send(callback);
                }

                @Override
                public void failed(Throwable failure) {
                    collected.discard();
                    callback.failed(failure);
                }
            });
            return taken;
        } finally {
            if (!taken) {
                collected.discard();
            }
        }
    }

    private static final class Collected extends Response.Wrapper {
        private final DeferredFileOutputStream body = DeferredFileOutputStream.builder()
                .setThreshold(BYTES_IN_MEMORY)
                .setPrefix("geneva-sent-")
                .setSuffix(".tmp")
                .get();

        private boolean begun;
        private boolean ended;

        Collected(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            begun = true;
            ended |= last;
            try {
                if (bytes != null) {
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    body.write(copy);
                }
                callback.succeeded();
            } catch (IOException e) {
                callback.failed(e);
            }
        }

        @Override
        public boolean isCommitted() {
            return begun || super.isCommitted();
        }

        @Override
        public boolean hasLastWrite() {
            return ended || super.hasLastWrite();
        }

        @Override
        public boolean isCompletedSuccessfully() {
            return ended || super.isCompletedSuccessfully();
        }

        void send(Callback callback) {
            try {
                body.close();
                if (body.getByteCount() > 0 && !getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                    getHeaders().put(HttpHeader.CONTENT_LENGTH, body.getByteCount());
                }
                if (body.isInMemory()) {
                    getWrapped().write(true, ByteBuffer.wrap(body.getData()), callback);
                } else {
                    Content.copy(
                            Content.Source.from(body.getPath()), getWrapped(), Callback.from(callback, this::discard));
                }
            } catch (IOException | RuntimeException e) {
                discard();
                callback.failed(e);
            }
        }

        void discard() {
            try {
                body.close();
            } catch (IOException e) {
                // It is thrown away in any case.
            }
            // A file that cannot be deleted goes with the folder for temporary files.
            var unused = body.getFile() != null && body.getFile().delete();
        }
    }
}
