package org.genevagraph.page.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genevagraph.Mini;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of more organisations than a picture can hold. */
class LargeNetworkTest {
    private static final int MANY = 600;

    @TempDir
    private static Path folder;

    private static Snapshot snapshot;

    /** A ring of organisations, each of which is tied to the first as well. */
    @BeforeAll
    static void tables() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Mini.add(
                data.resolve("organisations.csv"),
                IntStream.range(0, MANY)
                        .mapToObj(i -> "ring-" + i + ",Ring Body " + i + ",,,foundation,A body of a ring.,,alpha#1")
                        .toList());
        Mini.add(
                data.resolve("statements/alpha.csv"),
                IntStream.range(1, MANY)
                        .boxed()
                        .flatMap(i ->
                                List.of("ring-" + i + ",partnerOf,ring-0", "ring-" + i + ",partnerOf,ring-" + (i - 1))
                                        .stream())
                        .distinct()
                        .map(tie -> tie + ",,,,,stated,alpha#3")
                        .toList());
        snapshot = new SnapshotBuilder(Mini.inputs(data), Progress.NONE).build();
    }

    private static NetworkPage page(Map<String, String> parameters) throws Refusal {
        Networks networks = Networks.of(snapshot, Labels.of(snapshot));
        return networks.page(
                networks.filter(parameters, ThingIndex.of(snapshot.dataset().getDefaultGraph())), Language.EN);
    }

    private static final Site SITE = new Site(Language.EN, false, "/", "", "v", "", "", "", Map.of());

    @Test
    void whatIsDrawnCanBeReadAndTheRestIsTold() throws Refusal {
        NetworkPage page = page(Map.of());
        NetworkPicture picture = page.picture();
        assertTrue(
                picture.dots().size() > 100 && picture.dots().size() <= 240,
                "dots: " + picture.dots().size());
        assertTrue(picture.lines().size() <= 900, "lines: " + picture.lines().size());
        assertEquals(picture.dots().size(), page.rows().size());
        String says = page.summary(SITE);
        assertTrue(says.contains("Shown here are the " + picture.dots().size() + " with the most ties"), says);
        // To how many each is tied, and how many there are, is told of the whole.
        assertTrue(picture.dots().stream().anyMatch(dot -> dot.id().equals("ring-0") && dot.ties() == MANY - 1));
        assertTrue(page.extent().organisations() >= MANY);
        assertTrue(page.files().network().organisations().size() >= MANY);
    }

    @Test
    void theOneInTheMiddleIsDrawnWithItsNearest() throws Refusal {
        NetworkPage page = page(Map.of("organisation", "ring-77", "steps", "2"));
        assertTrue(page.extent().organisations() >= MANY);
        assertTrue(page.picture().dots().stream().anyMatch(dot -> dot.id().equals("ring-77")));
    }
}
