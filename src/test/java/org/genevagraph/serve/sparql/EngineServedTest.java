package org.genevagraph.serve.sparql;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.genevagraph.Alone;
import org.genevagraph.query.engine.EngineAddress;
import org.genevagraph.query.engine.EngineUpload;
import org.genevagraph.query.engine.Store;
import org.genevagraph.snapshot.Snapshot;

/** Queries are run in an engine of others. */
@Alone
class EngineServedTest extends StoreServed {
    private FusekiServer fuseki;

    @Override
    Store publish(Snapshot snapshot) throws IOException {
        if (fuseki == null) {
            DatasetGraph store = DatasetGraphFactory.createTxnMem();
            Txn.executeWrite(
                    store,
                    () -> store.add(
                            NodeFactory.createURI("http://example.org/secret"),
                            NodeFactory.createURI("http://example.org/s"),
                            NodeFactory.createURI("http://example.org/p"),
                            NodeFactory.createLiteralString("of somebody else")));
            fuseki = FusekiServer.create()
                    .port(0)
                    .loopback(true)
                    .add("/graph", store)
                    .build()
                    .start();
        }
        String address = "http://127.0.0.1:" + fuseki.getPort() + "/graph";
        return new EngineUpload(EngineAddress.of(address, address, Map.of()), Clock.systemUTC(), line -> {})
                .publish(snapshot);
    }

    @Override
    void close() {
        fuseki.stop();
    }
}
