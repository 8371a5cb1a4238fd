package org.genevagraph.serve.pages.things;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.page.Paths;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page and RDF for every thing, at the path of its own IRI. */
class ThingPagesTest extends RealServer {
    private static final Pattern OWN_LINK = Pattern.compile("href=\"/id/([^\"?#]+)\"");

    private static String html(String path, String... headers) {
        return html(http, path, headers);
    }

    static String html(Http client, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        HttpResponse<String> response = client.get(path, all.toArray(String[]::new));
        assertEquals(200, response.statusCode(), path);
        assertTrue(header(response, "Content-Type").startsWith("text/html"), path);
        return response.body();
    }

    private static Graph all() {
        return server.served().snapshot().dataset().getDefaultGraph();
    }

    /** Every thing of the graph, but of statements only each fortieth: they are all made alike. */
    private static List<String> things() {
        List<String> things = new ArrayList<>();
        int statements = 0;
        for (Node node : all().stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(node -> node.isURI() && Iris.parse(node.getURI()).isPresent())
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()))))) {
            if (!node.getURI().contains("/id/statement/") || statements++ % 40 == 0) {
                things.add(node.getURI());
            }
        }
        return things;
    }

    private static final Pattern AROUND = Pattern.compile(
            "<figure class=\"around\">.*?: ([\\d,]+|one) things? (?:is|are) tied to it in the graph(?:; the picture shows ([\\d,]+) of them)?\\.(.*?)</svg>",
            Pattern.DOTALL);

    /** A thing that is tied in several ways is one thing, in the sentence as in the picture. */
    private static void checkAround(String page, String iri) {
        Matcher around = AROUND.matcher(page);
        if (!around.find()) {
            assertFalse(page.contains("<figure class=\"around\">"), iri);
            return;
        }
        Set<String> drawn = new TreeSet<>();
        Matcher names = Pattern.compile("<a href=\"(/[^\"]*)\" tabindex").matcher(around.group(3));
        while (names.find()) {
            drawn.add(names.group(1));
        }
        String told = around.group(2) == null ? around.group(1) : around.group(2);
        assertEquals(told.equals("one") ? "1" : told.replace(",", ""), String.valueOf(drawn.size()), iri);
    }

    @Test
    void everyThingHasAPageWhoseLinksLeadToThings() {
        Set<String> dead = new TreeSet<>();
        List<String> things = things();
        for (String iri : things) {
            String page = html(Paths.of(iri));
            assertEquals(2, page.split("<h1>", -1).length, iri);
            assertFalse(page.contains("null") || page.contains(">http://www.w3.org/"), iri);
            checkAround(page, iri);
            Matcher links = OWN_LINK.matcher(page);
            while (links.find()) {
                Node target = NodeFactory.createURI(Iris.BASE + "id/" + links.group(1));
                boolean format = links.group(1).matches(".*\\.(ttl|jsonld|nt|rdf)");
                boolean kind = !links.group(1).contains("/");
                if (!format && !kind && !all().contains(target, Node.ANY, Node.ANY)) {
                    dead.add(iri + " -> " + target);
                }
            }
        }
        assertEquals(Set.of(), dead);
        assertTrue(things.size() > 1500, "things: " + things.size());
    }

    @Test
    void aReverseStatementLeadsToTheOneThatTheSourceMakes() {
        List<String> silent = new ArrayList<>();
        List<Triple> reverses = all().stream(Node.ANY, GG.reverseOf, Node.ANY).toList();
        for (Triple reverse : reverses) {
            String original = Paths.of(reverse.getObject().getURI());
            String page = html(Paths.of(reverse.getSubject().getURI()));
            if (!page.contains("from the other end:") || !page.contains("href=\"" + original + "\"")) {
                silent.add(reverse.getSubject() + " -> " + original);
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(reverses.size() > 5, "reverse statements: " + reverses.size());
    }

    @Test
    void anOrganisationTellsWithWhomThroughWhatAndWhy() {
        String page = html("/id/organisation/gcsp");
        assertTrue(
                page.contains("<h1>Geneva Centre for Security Policy <small class=\"acronym\">GCSP</small></h1>"),
                page);
        Matcher partner = Pattern.compile(
                        "(?s)<section id=\"partnerOf\">.*?Strategic Foresight Group</a>(.*?)</details>")
                .matcher(page);
        assertTrue(partner.find(), page);
        assertTrue(partner.group(1).contains("href=\"/id/initiative/normandy-p5\""), partner.group(1));
        assertTrue(partner.group(1).contains("co-convener"), partner.group(1));
        assertTrue(partner.group(1).contains("badge derived"), partner.group(1));
        assertTrue(
                partner.group(1).contains("href=\"/id/passage/gcsp/6\">GCSP profile, para. 6</a>"), partner.group(1));
        assertTrue(partner.group(1).contains("href=\"/id/rule/"), partner.group(1));
        assertTrue(
                page.contains("<link rel=\"canonical\" href=\"https://w3id.org/geneva-graph/id/organisation/gcsp\">"));
    }

    @Test
    void whatSourcesSayThemselvesIsNotToldAgainAsDerived() {
        String page = html("/id/organisation/gcsp");
        Matcher partner = Pattern.compile(
                        "(?s)<section id=\"partnerOf\">.*?Atlantic Council</a>(.*?)<li><a href=\"/id/organisation/")
                .matcher(page);
        assertTrue(partner.find(), page);
        assertEquals(2, partner.group(1).split("<details", -1).length, partner.group(1));
        assertFalse(partner.group(1).contains("<span class=\"badge derived"), partner.group(1));
    }

    @Test
    void whatASourceDoesNotSayIsSaid() {
        assertTrue(html("/id/organisation/gcsp")
                .contains("The sources do not name, for it or for its units and initiatives: a website."));
        assertTrue(html("/id/organisation/strategic-foresight-group").contains("it is only mentioned"));
        assertFalse(html("/id/organisation/gcsp").contains("it is only mentioned"));
    }

    private static JsonObject structured(String path) {
        Matcher data = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(html(path));
        assertTrue(data.find(), path);
        return JSON.parse(data.group(1));
    }

    @Test
    void searchEnginesGetJsonLd() {
        JsonObject json = structured("/id/organisation/gcsp");
        assertEquals("https://w3id.org/geneva-graph/id/organisation/gcsp", json.getString("@id"));
        assertEquals("Organization", json.getString("@type"));
        assertTrue(json.get("sameAs").toString().contains("https://ror.org/00ddvvx12"), json.toString());
        assertTrue(json.get("location").toString().contains("/id/place/geneva"), json.toString());
        assertTrue(json.get("knowsAbout").toString().contains("\"DefinedTerm\""), json.toString());
        JsonObject unit = structured("/id/organisation/cstd");
        assertTrue(unit.get("parentOrganization").toString().contains("United Nations"), unit.toString());
    }

    @Test
    void searchEnginesAreToldOfEventsOnlyWhereTheyAre() {
        JsonObject summit = structured("/id/initiative/wsis-tunis-phase");
        assertEquals("Event", summit.getString("@type"));
        assertEquals("2005-11-16", summit.getString("startDate"));
        assertEquals("2005-11-18", summit.getString("endDate"));
        assertTrue(summit.get("location").toString().contains("/id/place/tunis"), summit.toString());
        Set<Node> events = all().stream(Node.ANY, RDF.type.asNode(), NodeFactory.createURI("https://schema.org/Event"))
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        assertTrue(events.size() > 10, "events: " + events.size());
        Set<String> kinds = events.stream()
                .flatMap(event -> all().stream(event, GG.kind, Node.ANY))
                .map(triple -> triple.getObject().getURI().replaceFirst(".*/", ""))
                .collect(Collectors.toSet());
        assertEquals(Set.of("event", "summit", "competition"), kinds);
        assertEquals("Thing", structured("/id/initiative/campus-platform").getString("@type"));
    }

    @Test
    void searchEnginesAreToldWhoPublishedADocument() {
        JsonObject report = structured("/id/document/wgig-report");
        assertTrue(report.get("publisher").toString().contains("/id/organisation/wgig"), report.toString());
    }

    @Test
    void bothLanguagesAreSpoken() {
        String chosen = html("/id/organisation/gcsp?lang=fr");
        assertTrue(chosen.contains("<html lang=\"fr\">"));
        assertTrue(chosen.contains("pourquoi\u202F?"));
        assertTrue(chosen.contains("href=\"/id/initiative/normandy-p5?lang=fr\""));
        String accepted = html("/id/organisation/gcsp", "Accept-Language", "de-CH, fr-CH;q=0.8, en;q=0.5");
        assertTrue(accepted.contains("<html lang=\"fr\">") && accepted.contains("href=\"/id/initiative/normandy-p5\""));
        assertTrue(html("/id/organisation/gcsp", "Accept-Language", "de").contains("<html lang=\"en\">"));
        assertTrue(problem(http.get("/id/organisation/gcsp?lang=rm"), 406)
                .getString("fix")
                .contains("en, fr"));
    }

    private static String section(String page, String id) {
        Matcher section = Pattern.compile("(?s)<section id=\"" + id + "\"[^>]*>(.*?)</section>")
                .matcher(page);
        assertTrue(section.find(), "no section " + id);
        return section.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation/gcsp",
                "initiative/igf",
                "issue/cybersecurity",
                "action-line/c5",
                "sdg/sdg-9",
                "objective/objective-5",
                "commitment/setting-up-the-ai-panel",
                "document/tunis-agenda",
                "place/geneva",
                "actor-group/governments"
            })
    void everyQuestionAboutAThingLeadsToAnAnswerOrToAFormWithItsName(String thing) throws Exception {
        String kind = thing.substring(0, thing.indexOf('/'));
        List<String> questions = all("<li><a href=\"([^\"]+)\"", section(html("/id/" + thing), "questions"));
        Set<String> askable = Mini.queries().all().stream()
                .filter(query -> query.parameters().stream()
                        .anyMatch(parameter -> parameter.kinds().contains(kind)))
                .map(query -> query.name())
                .collect(Collectors.toSet());
        assertEquals(
                askable,
                questions.stream()
                        .map(path -> path.replaceFirst("/queries/([a-z-]+).*", "$1"))
                        .collect(Collectors.toSet()));
        for (String path : questions) {
            String page = html(path.replace("&amp;", "&"));
            String parameter = path.replaceFirst(".*[?]([a-z-]+)=.*", "$1");
            assertTrue(
                    Pattern.compile("name=\"" + parameter + "\"[^>]* value=\"[^\"]+\"|value=\"[^\"]+\"[^>]* name=\""
                                    + parameter + "\"|(?s)name=\"" + parameter + "\".*?<option[^>]* selected")
                            .matcher(page)
                            .find(),
                    path);
        }
    }

    @Test
    void everyDocumentShowsAllThatItsPassagesAskOfWhom() {
        int documents = 0;
        List<String> wrong = new ArrayList<>();
        for (Node document : all().stream(Node.ANY, RDF.type.asNode(), GG.Document)
                .map(triple -> triple.getSubject())
                .toList()) {
            Set<Node> requests = all().stream(Node.ANY, RDF.predicate.asNode(), GG.requests)
                    .map(triple -> triple.getSubject())
                    .filter(statement -> all().contains(statement, DCTerms.isPartOf.asNode(), document)
                            || all().stream(statement, RDF.subject.asNode(), Node.ANY)
                                    .anyMatch(triple -> all().contains(triple.getObject(), GG.inDocument, document)))
                    .collect(Collectors.toSet());
            for (String language : requests.isEmpty() ? List.<String>of() : List.of("en", "fr")) {
                documents++;
                String asked = section(html(Paths.of(document.getURI()) + "?lang=" + language), "asked");
                requests.stream()
                        .filter(statement -> !asked.contains("\"" + Paths.of(statement.getURI())))
                        .forEach(statement -> wrong.add(document + " " + language + " " + statement));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(documents > 6, "documents that ask: " + documents);
    }

    @Test
    void whatIsAskedOfANarrowerClassIsAskedOfTheWiderOne() {
        String asked = section(html("/id/actor-group/governments"), "requests-inverse");
        assertTrue(asked.contains("namely</span> <a href=\"/id/actor-group/developing-countries\">"), asked);
        assertTrue(section(html("/id/actor-group/governments?lang=fr"), "requests-inverse")
                .contains("à savoir</span>"));
    }

    @Test
    void whatTheHeadingsOfAProfileNameComesFirstAmongTheIssues() {
        int profiles = 0;
        for (Node organisation : all().stream(Node.ANY, GG.profiledIn, Node.ANY)
                .map(triple -> triple.getSubject())
                .distinct()
                .toList()) {
            Set<String> named = all().stream(Node.ANY, RDF.subject.asNode(), organisation)
                    .map(triple -> triple.getSubject())
                    .filter(statement -> all().contains(statement, RDF.predicate.asNode(), GG.addresses)
                            && !all().contains(statement, GG.via, Node.ANY)
                            && all().stream(statement, GG.evidence, Node.ANY)
                                    .map(triple -> triple.getObject())
                                    .anyMatch(passage -> all().contains(
                                                            passage, GG.kind, Iris.concept("passage-kind", "heading"))
                                            && all().stream(organisation, GG.profiledIn, Node.ANY)
                                                    .anyMatch(profile -> all().contains(
                                                                    passage, GG.inDocument, profile.getObject()))))
                    .flatMap(statement -> all().stream(statement, RDF.object.asNode(), Node.ANY))
                    .map(triple -> Paths.of(triple.getObject().getURI()))
                    .collect(Collectors.toSet());
            if (named.isEmpty()) {
                continue;
            }
            profiles++;
            List<String> shown = all(
                    "<li><a href=\"(/id/issue/[^\"]+)\"", section(html(Paths.of(organisation.getURI())), "addresses"));
            assertEquals(named, Set.copyOf(shown.subList(0, named.size())), organisation.toString());
        }
        assertTrue(profiles > 4, "profiles with headings: " + profiles);
    }

    @Test
    void numbersThatDifferStandSideBySideAndSaySo() {
        List<String> plans = all(
                "(?s)>countries with a national broadband plan[^<]*</a>(.*?)</tr>",
                html("/id/document/national-broadband-plans"));
        assertEquals(2, plans.size());
        assertTrue(plans.stream().allMatch(row -> row.contains("another number for another year")), plans.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation", "initiative", "issue", "action-line", "sdg", "commitment", "document"})
    void kindsAreListed(String kind) {
        String page = html("/id/" + kind);
        long things = all().stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && all().contains(triple.getObject(), GG.kindName, NodeFactory.createLiteralString(kind)))
                .map(triple -> triple.getSubject())
                .distinct()
                .count();
        assertEquals(things, page.split("<li[^>]*><a href=\"/id/" + kind + "/", -1).length - 1L);
    }

    @Test
    void pagesSayWhatQuestionsFindAboutTheThing() {
        assertTrue(html("/id/commitment/setting-up-the-ai-panel").contains(" organisations could carry it out"));
        String health = html("/id/action-line/c7-e-health");
        assertTrue(health.contains("<li>The sources name nobody who facilitates “E-health”. <a"), health);
        assertTrue(html("/id/action-line/c10").contains("organisations facilitate one Action Line: "));
        assertTrue(html("/id/issue/cybersecurity").contains("organisations work on cybersecurity: "));
    }

    @Test
    void listsComeInGroupsWithTheProfiledFirst() {
        String organisations = html("/id/organisation");
        assertTrue(
                organisations.indexOf(">CyberPeace Institute</a>") < organisations.indexOf("<details class=\"group\""));
        assertTrue(html("/id/issue").contains("<summary class=\"begin\">Security <small>"));
        assertTrue(html("/id/commitment").contains("<details class=\"group\""));
        assertFalse(organisations.contains("Kind: "));
    }

    @Test
    void theFirstQueryOfTheEditorIsExplainedInTheLanguageOfThePage() {
        String french = html("/sparql", "Accept-Language", "fr");
        assertTrue(french.contains("# Les partenaires d’une organisation"), french);
        assertTrue(french.contains("data-new=\"Requête\""), french);
        assertTrue(html("/sparql").contains("# The partners of an organisation"));
    }
}
