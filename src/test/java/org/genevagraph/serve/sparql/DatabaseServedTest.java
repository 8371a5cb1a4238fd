package org.genevagraph.serve.sparql;

import java.io.IOException;
import java.time.Clock;
import org.genevagraph.Alone;
import org.genevagraph.query.engine.DatabaseFolder;
import org.genevagraph.query.engine.Store;
import org.genevagraph.snapshot.Snapshot;

/** Queries are run in TDB2 databases, those of strangers by workers that read them beside the server. */
@Alone
class DatabaseServedTest extends StoreServed {
    private DatabaseFolder databases;

    @Override
    Store publish(Snapshot snapshot) throws IOException {
        if (databases == null) {
            databases = DatabaseFolder.open(folder.resolve("databases"), Clock.systemUTC(), line -> {});
        }
        return databases.publish(snapshot);
    }

    @Override
    void close() throws IOException {
        databases.close();
    }
}
