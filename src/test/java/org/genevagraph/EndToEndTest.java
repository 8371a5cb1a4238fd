package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a table of three rows to an answer over HTTP, through every real part. */
class EndToEndTest {
    @TempDir
    private Path data;

    @Test
    void aTableOfThreeRowsBecomesAnAnswerWithItsPassage() throws IOException, ProblemException, InterruptedException {
        write("organisations.csv", """
                id,name,acronym,aliases,kind,summary,website,evidence
                one,One,,,ngo,The first.,,text#1
                two,Two,,,ngo,The second.,,text#1
                three,Three,,,ngo,The third.,,text#1
                """);
        write("initiatives.csv", """
                id,name,acronym,aliases,kind,summary,from,until,evidence
                work,Work,,,project,What they do.,,,text#1
                """);
        write("documents.csv", """
                id,title,aliases,kind,date,symbol,summary,evidence
                text,The text,,profile,,,What it says.,
                """);
        write("sources.csv", """
                document,form,profiles,language,read,passages
                text,profile,one,en,2026-01-01,1
                """);
        write("passages/text.csv", """
                number,kind,parent,topic,words,sha256
                1,paragraph,,who works with whom,3,0000000000000000000000000000000000000000000000000000000000000000
                """);
        write("statements/text.csv", """
                subject,relation,object,via,role,from,until,standing,evidence
                one,runs,work,,host,,,stated,text#1
                two,partnersIn,work,,guest,,,stated,text#1
                three,judges,work,,judge,,,stated,text#1
                """);
        Served served = Served.of(
                new SnapshotBuilder(Inputs.read(Mini.HOME, data), Progress.NONE).build(),
                Mini.queries(),
                Limits.STANDARD);
        try (SnapshotServer server = SnapshotServer.start(served, "127.0.0.1", 0)) {
            URI address = URI.create(server.address() + "queries/partners.csv?organisation=one");
            String answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            assertEquals(
                    "partner,partnerLabel,relation,relationLabel,via,viaLabel,role,standing,certainty,evidence\r\n"
                            + "https://w3id.org/geneva-graph/id/organisation/two,Two,"
                            + "https://w3id.org/geneva-graph/ontology#partnersIn,is a partner in,"
                            + "https://w3id.org/geneva-graph/id/initiative/work,Work,guest,derived,stated,"
                            + "https://w3id.org/geneva-graph/id/passage/text/1\r\n",
                    answer);
        }
    }

    private void write(String table, String text) throws IOException {
        Path file = data.resolve(table);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
