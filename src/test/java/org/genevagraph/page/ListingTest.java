package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.page.things.sections.Listing;
import org.junit.jupiter.api.Test;

/** Lists of a thing's page: passages of a document are one line, as people cite them. */
class ListingTest {
    private static final Listing PASSAGES = new Listing(
            "mentions-inverse",
            "Passages that name it",
            List.of(
                    passage("alpha", "1"),
                    passage("alpha", "3"),
                    passage("alpha", "4"),
                    passage("treaty", "2"),
                    passage("beta", "1"),
                    passage("beta", "2")),
            0);

    private static Link passage(String document, String number) {
        return new Link(document + " profile, para. " + number, "/id/passage/" + document + "/" + number);
    }

    private static List<String> lines(Listing listing, Language language) {
        Site site = new Site(language, false, "/", "", "v", "", "", "", Map.of());
        return listing.lines(site).stream()
                .map(line -> line.stream()
                        .map(part -> part.passage().name() + part.behind())
                        .collect(Collectors.joining(" "))
                        .replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void passagesOfADocumentAreOneLine() {
        assertEquals(
                List.of("alpha profile, paras 1, 3 and 4", "treaty profile, para. 2", "beta profile, paras 1 and 2"),
                lines(PASSAGES, Language.EN));
    }

    @Test
    void thingsHaveALineEach() {
        Listing things = new Listing(
                "part",
                "Comprises",
                List.of(new Link("Agriculture", "/id/issue/agriculture"), new Link("Health", "/id/issue/health")),
                0);
        assertEquals(List.of("Agriculture", "Health"), lines(things, Language.EN));
    }
}
