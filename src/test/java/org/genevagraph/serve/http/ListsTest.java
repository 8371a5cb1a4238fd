package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/** The lists of all things of a kind, and what readers choose of them. */
class ListsTest extends RealServer {
    private static final Pattern CHOICE =
            Pattern.compile("<a href=\"(/id/[^\"]*filter[^\"]*)\"[^>]*>([^<]*)<small>([^<]*)</small>");
    private static final Pattern FILE = Pattern.compile("<a class=\"button\" href=\"([^\"]*)\"");

    private static List<String> kinds() {
        return JSON.parse(http.get("/id.json").body())
                .getObj("results")
                .getArray("bindings")
                .map(JsonValue::getAsObject)
                .map(row -> row.getObj("kind").getString("value"))
                .filter(kind -> !List.of("statement", "passage").contains(kind))
                .toList();
    }

    private static String page(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), path);
        return response.body().replace("&amp;", "&");
    }

    private static int rows(String path) {
        HttpResponse<String> response = http.get(path);
        assertEquals(200, response.statusCode(), path);
        return (int) JSON.parse(response.body())
                .getObj("results")
                .getArray("bindings")
                .count();
    }

    /** Every value by which things of any kind can be chosen: as many things in the list, and in its files, as it says. */
    @Test
    void everyChoiceHasAsManyThingsAsItSays() {
        List<String> wrong = new ArrayList<>();
        int choices = 0;
        for (String kind : kinds()) {
            String list = "/id/" + kind + "?lang=fr";
            Matcher choice = CHOICE.matcher(page(list));
            while (choice.find()) {
                choices++;
                assertFalse(choice.group(2).isBlank(), choice.group());
                int count = Integer.parseInt(choice.group(3).replaceAll("\\D", ""));
                String chosen = page(choice.group(1));
                int shown = chosen.split("<li[^>]*><a href=\"/id/" + kind + "/", -1).length - 1;
                List<String> files = FILE.matcher(chosen)
                        .results()
                        .map(file -> file.group(1))
                        .filter(file -> file.startsWith("/id/" + kind + ".json?"))
                        .toList();
                assertEquals(1, files.size(), choice.group(1));
                int listed = rows(files.get(0));
                if (shown != count || listed != count) {
                    wrong.add(choice.group(1) + ": " + count + ", shown " + shown + ", listed " + listed);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(choices > 60, "choices: " + choices);
    }

    @Test
    void whatIsChosenIsMarkedAndCanBeTakenBack() {
        String chosen = page("/id/issue?filter.basket=issue:security");
        assertTrue(chosen.contains("aria-current=\"true\""), chosen);
        assertTrue(chosen.contains("href=\"/id/issue\""), chosen);
        assertTrue(http.get("/id/issue.ttl?filter.basket=issue:security").body().contains("id/issue?filter.basket"));
    }

    @Test
    void whatNothingIsSortedByIsRefused() {
        assertTrue(problem(http.get("/id/issue.json?filter.colour=red"), 400)
                .getString("fix")
                .contains("basket"));
    }

    /** No committee stands away from the body to which it belongs, unless that is not in the list; then it is named. */
    @Test
    void committeesStandBelowTheirBodies() {
        String all = page("/id/organisation");
        assertTrue(all.split("<li class=\"below\">", -1).length > 3, "committees");
        String committees = page("/id/organisation?filter.kind=committee");
        assertFalse(committees.contains("<li class=\"below\">"));
        assertTrue(committees.contains("· <a href=\"/id/organisation/"), committees);
    }

    /** Seats come from sources and from outside registers, towns that are no places of the graph among them; a thing can have several. */
    @Test
    void listsAreChosenByPlaceAndCountry() {
        String places = page("/id/organisation?lang=fr");
        assertTrue(places.contains(">Genève <small>") && places.contains(">Belgique <small>"), places);
        String belgium = page("/id/organisation?filter.country=Belgium");
        assertTrue(belgium.contains("/id/organisation/european-union"), belgium);
        for (String place : List.of("geneva", "malta", "serbia")) {
            assertTrue(
                    http.get("/id/organisation.csv?filter.place=place:" + place)
                            .body()
                            .contains("id/organisation/diplofoundation,"),
                    place);
        }
        assertTrue(http.get("/id/place.csv?filter.country=place:switzerland")
                .body()
                .contains("id/place/geneva,"));
    }
}
