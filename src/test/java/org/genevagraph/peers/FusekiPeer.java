package org.genevagraph.peers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;

/** Fuseki without anything of ours, in this process. */
public final class FusekiPeer implements Peer {
    private final String name;
    private final FusekiServer server;

    private FusekiPeer(String name, DatasetGraph store, Path triples, Duration longest) {
        this.name = name;
        store.executeWrite(() -> RDFDataMgr.read(store, triples.toString()));
        store.getContext().set(ARQ.queryTimeout, longest.toMillis());
        server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/stock", store)
                .build()
                .start();
    }

    /** With its transactional store in memory. */
    public static FusekiPeer inMemory(Path triples, Duration longest) {
        return new FusekiPeer("Fuseki TxnMem", DatasetGraphFactory.createTxnMem(), triples, longest);
    }

    /** With TDB2 in a folder. */
    public static FusekiPeer onDisk(Path folder, Path triples, Duration longest) {
        return new FusekiPeer("Fuseki TDB2", DatabaseMgr.connectDatasetGraph(folder.toString()), triples, longest);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI sparql() {
        return URI.create(server.datasetURL("/stock") + "/sparql");
    }

    @Override
    public void close() {
        server.stop();
    }
}
