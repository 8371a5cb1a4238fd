package org.genevagraph.diff;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;

/** Writes a difference in the text format RDF Patch: applied to the older dataset, it gives the newer one. */
public final class PatchWriter {
    private PatchWriter() {}

    /** Writes the patch: a transaction of all deletions and then all additions. */
    public static void write(GraphDiff diff, OutputStream out) {
        // A hash instead of a random number, so that the same difference gives the same patch.
        UUID id = UUID.nameUUIDFromBytes((diff.before() + " " + diff.after()).getBytes(StandardCharsets.UTF_8));
        RDFChanges patch = RDFPatchOps.textWriter(out);
        patch.start();
        patch.header("id", NodeFactory.createURI("uuid:" + id));
        patch.txnBegin();
        diff.removed()
                .forEach(quad ->
                        patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        diff.added()
                .forEach(quad -> patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        patch.txnCommit();
        patch.finish();
    }
}
