package org.genevagraph.query.engine;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/**
 * Publishes a snapshot in an engine, by SPARQL 1.1 Update or the Graph Store Protocol: graph by graph beside the versions that are there, counted when it is there,
 * and entered in the engine's register. A graph that is entered is not sent again, so that an upload that was cut off goes on where it was;
 * servers that publish the same version share it.
 */
public final class EngineUpload {
    /** An engine takes longer to read an update the longer it is, and many refuse long ones. */
    private static final int UPDATE_CHARACTERS = 400_000;

    private static final int POST_CHARACTERS = 10_000_000;

    /** More than one, so that servers which still ask an older version are not left without it. */
    private static final int KEPT_VERSIONS = 3;

    private final EngineAddress address;
    private final EngineRegister register;
    private final Clock clock;
    private final Consumer<String> progress;

    /** To an engine; what is done is told as it is done. */
    public EngineUpload(EngineAddress address, Clock clock, Consumer<String> progress) {
        this.address = address;
        this.register = new EngineRegister(address);
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Publishes, and removes the oldest versions.
     *
     * @return the snapshot's version in the engine
     * @throws IOException if the engine does not take it, or then holds something else; the message is for people
     */
    public Engine publish(Snapshot snapshot) throws IOException {
        String version = DumpWriter.wholeVersion(snapshot.dataset());
        EngineGraphs graphs =
                new EngineGraphs(version, snapshot.triplesPerGraph().keySet());
        if (register.isComplete(version)) {
            progress.accept("version " + version + " is there already");
        } else {
            send(snapshot, graphs);
            register.complete(version, clock.instant());
            progress.accept("version " + version + " is there");
        }
        removeOld(version);
        return new Engine(address, graphs);
    }

    private void send(Snapshot snapshot, EngineGraphs graphs) throws IOException {
        Map<Node, Graph> wanted = new LinkedHashMap<>();
        new TreeSet<>(graphs.names())
                .forEach(name ->
                        wanted.put(graphs.there(name), snapshot.dataset().getGraph(Iris.graph(name))));
        wanted.put(graphs.union(), snapshot.dataset().getDefaultGraph());
        List<Node> there = register.parts(graphs.version());
        for (Map.Entry<Node, Graph> graph : wanted.entrySet()) {
            if (!there.contains(graph.getKey())) {
                send(graph.getKey(), graph.getValue());
                register.add(graphs.version(), graph.getKey());
            }
        }
    }

    private void send(Node name, Graph graph) throws IOException {
        register.drop(name);
        register.insert(name, graph.stream().filter(triple -> hasBlank(triple)).toList());
        List<Triple> batch = new ArrayList<>();
        int most = address.graphs().isPresent() ? POST_CHARACTERS : UPDATE_CHARACTERS;
        long characters = 0;
        for (Triple triple : (Iterable<Triple>) graph.stream().filter(triple -> !hasBlank(triple))::iterator) {
            batch.add(triple);
            characters += triple.toString().length();
            if (characters > most) {
                register.insert(name, batch);
                batch.clear();
                characters = 0;
            }
        }
        register.insert(name, batch);
        long counted = register.count(name);
        if (counted != graph.size()) {
            throw new IOException(
                    "holds " + counted + " triples of <" + name.getURI() + "> instead of " + graph.size());
        }
        progress.accept(String.format("%,d triples in <%s>", counted, name.getURI()));
    }

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    private void removeOld(String current) throws IOException {
        List<String> others = register.complete().stream()
                .filter(version -> !version.equals(current))
                .toList();
        for (String old : others.subList(Math.min(KEPT_VERSIONS - 1, others.size()), others.size())) {
            register.remove(old);
            progress.accept("removed version " + old);
        }
    }
}
