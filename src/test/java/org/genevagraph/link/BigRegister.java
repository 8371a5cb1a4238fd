package org.genevagraph.link;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.genevagraph.link.match.Matching;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.link.register.Entry;
import org.genevagraph.link.register.Register;
import org.genevagraph.link.register.RorDump;
import org.genevagraph.problem.Problems;

/** Reads a large dump in a process of its own, whose memory the test bounds. */
final class BigRegister {
    private BigRegister() {}

    public static void main(String[] arguments) throws Exception {
        OwnThing thing = new OwnThing(
                "https://w3id.org/geneva-graph/id/organisation/alpha",
                "organisation",
                "alpha",
                "Body Number 119999",
                List.of(new Entry.Name("Body Number 119999", "en", true)),
                Set.of(),
                Set.of(),
                "ngo",
                Set.of(),
                Set.of(),
                Set.of());
        Problems problems = new Problems();
        Linking linking = Linking.of(
                new RorDump(Path.of(arguments[0])),
                List.of(thing),
                Matching.LEAST,
                new KnownLinks(List.of(), List.of()),
                "",
                Set.of(),
                Register.Progress.NONE,
                problems);
        System.out.println(linking.entries() + " " + linking.decisions().get(0).outcome() + " " + problems.sorted());
    }
}
