package org.genevagraph.page.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.questions.QuestionsAsked;
import org.genevagraph.query.search.GuideIndex;
import org.genevagraph.query.search.Highlighted;
import org.genevagraph.query.search.SearchAnswer;
import org.genevagraph.query.search.SearchHit;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;

/**
 * What a search found, as its page and its JSON show it.
 *
 * @param answer what was found
 * @param questions what the text asks, with the things in it filled in
 * @param guide questions, pages and terms that fit, too
 * @param labels what things are called
 */
public record SearchPage(SearchAnswer answer, List<Link> questions, List<GuideIndex.Entry> guide, Labels labels) {
    /** So many of them stand beside the things. */
    private static final int MOST_GUIDE = 6;

    public SearchPage {
        questions = List.copyOf(questions);
        guide = List.copyOf(guide);
    }

    /** What an answer shows, with what fits of a guide: on the first page, if not one kind of thing alone is wanted. */
    public static SearchPage of(SearchAnswer answer, Supplier<List<Link>> questions, GuideIndex guide, Labels labels) {
        SearchRequest request = answer.request();
        boolean wanted = request.kind().isEmpty() && request.offset() == 0;
        List<Link> asked = wanted ? questions.get() : List.of();
        Set<String> led = asked.stream()
                .map(link -> link.path().replaceFirst("\\?.*", ""))
                .collect(Collectors.toUnmodifiableSet());
        return new SearchPage(
                answer,
                asked,
                wanted
                        ? found(request.text(), guide).stream()
                                .filter(entry -> !led.contains(entry.path()))
                                .toList()
                        : List.of(),
                labels);
    }

    private static List<GuideIndex.Entry> found(String text, GuideIndex guide) {
        List<GuideIndex.Entry> found = guide.find(text, MOST_GUIDE);
        return found.isEmpty() ? guide.find(QuestionsAsked.withoutAsking(text), MOST_GUIDE) : found;
    }

    /** What a thing is called on a page: a passage as people cite it. */
    public String label(SearchHit.Thing thing, Site site) {
        return labels.of(NodeFactory.createURI(thing.iri()), site.language());
    }

    /** The short forms of its name in the page's language. */
    public List<String> acronyms(SearchHit.Thing thing, Site site) {
        return labels.acronyms(NodeFactory.createURI(thing.iri()), site.language());
    }

    /** What a hit shows: the place where the words stand, or what it says in the page's language where they stand in that of another. */
    public static Highlighted snippet(SearchHit hit, Site site) {
        String own = hit.thing().description(site.language().tag());
        boolean foreign = !hit.matched().names()
                && !hit.snippet().text().equals(own)
                && hit.thing().descriptions().containsValue(hit.snippet().text());
        return foreign ? Highlighted.plain(own) : hit.snippet();
    }

    /** Where the search stands. */
    public static final String PATH = "/search";

    /** Whether anything was searched for; otherwise the page is only the form. */
    public boolean asked() {
        return !answer.request().text().isEmpty();
    }

    /** The kinds of thing that can be searched for. */
    public List<String> kinds() {
        return SearchIndex.KINDS;
    }

    /** That nothing was found, as a sentence in the page's language. */
    public String silence(Site site) {
        SearchRequest request = answer.request();
        if (!answer.hasWords()) {
            return site.text("search.no-word", request.text());
        }
        String nothing = request.kind().isEmpty()
                ? site.text("search.nothing", request.text())
                : site.text("search.nothing-of", request.text(), KindNames.of(request.kind(), site));
        return answer.elsewhere() == 0
                ? nothing
                : nothing + " " + site.text("search.elsewhere", site.number(answer.elsewhere()));
    }

    /** What the words are of which nothing here speaks; empty if each stands somewhere. */
    public String unknown(Site site) {
        List<String> quoted = answer.unknown().stream()
                .map(word -> site.text("search.quoted", word))
                .toList();
        return quoted.isEmpty()
                ? ""
                : site.text("search.unknown", site.listed(quoted), Integer.toString(quoted.size()));
    }

    /** Whether the words are written in letters that no name here has. */
    public boolean isInOtherLetters() {
        return answer.request()
                .text()
                .codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN);
    }

    /** Where the server says more about a thing; empty if nowhere. */
    public String path(SearchHit.Thing thing) {
        return Paths.of(thing.iri());
    }

    /** The tag of the language of the words that a hit shows, if it is not that of the page; otherwise null. Names have none. */
    public static String lang(SearchHit hit, Site site) {
        String tag = site.language().tag();
        boolean understood = site.language() == Language.EN
                || hit.matched().names()
                || (hit.thing().isIn(tag)
                        && hit.thing()
                                .description(tag)
                                .equals(snippet(hit, site).text()));
        return understood ? null : Language.EN.tag();
    }

    /** Searches for the things with the nearest names, by what these are called on the page. */
    public List<Link> nearest(Site site) {
        return answer.nearest().stream()
                .map(thing -> label(thing, site))
                .map(name -> new Link(name, PATH + "?q=" + Paths.encoded(name)))
                .toList();
    }

    /** The path of the page before; empty if this is the first. */
    public String previous() {
        SearchRequest request = answer.request();
        if (request.offset() == 0 || answer.total() == 0) {
            return "";
        }
        int last = (answer.total() - 1) / request.limit() * request.limit();
        return path(Math.max(0, Math.min(request.offset() - request.limit(), last)));
    }

    /** The path of the page after; empty if this is the last. */
    public String next() {
        int offset = answer.request().offset() + answer.request().limit();
        return offset < answer.total() ? path(offset) : "";
    }

    private String path(int offset) {
        SearchRequest request = answer.request();
        return PATH + "?q=" + Paths.encoded(request.text())
                + (request.kind().isEmpty() ? "" : "&kind=" + request.kind())
                + (request.limit() == SearchRequest.USUAL_LIMIT ? "" : "&limit=" + request.limit())
                + (offset == 0 ? "" : "&offset=" + offset);
    }

    /**
     * The same as JSON; what to ask instead is added only if nothing was found.
     *
     * @param base what paths begin with for the client
     */
    public JsonValue json(String version, String base) {
        JsonObject json = new JsonObject();
        json.put("query", answer.request().text());
        json.put("version", version);
        json.put("total", answer.total());
        json.put("limit", answer.request().limit());
        json.put("offset", answer.request().offset());
        JsonArray results = new JsonArray();
        answer.hits().forEach(hit -> results.add(json(hit, base)));
        json.put("results", results);
        JsonArray also = new JsonArray();
        questions.forEach(question -> also.add(json(question, base)));
        guide.forEach(entry -> also.add(json(entry, base)));
        json.put("also", also);
        if (answer.total() == 0) {
            json.put("note", answer.note());
            JsonArray nearest = new JsonArray();
            for (SearchHit.Thing thing : answer.nearest()) {
                JsonObject one = json(thing);
                one.put("path", base + path(thing));
                nearest.add(one);
            }
            json.put("nearest", nearest);
            JsonArray unknown = new JsonArray();
            answer.unknown().forEach(unknown::add);
            json.put("unknown", unknown);
        }
        return json;
    }

    private static JsonObject json(Link question, String base) {
        JsonObject json = new JsonObject();
        json.put("sort", GuideIndex.QUESTION);
        json.put("name", question.name());
        json.put("about", "");
        json.put("path", base + question.path());
        return json;
    }

    private static JsonObject json(GuideIndex.Entry entry, String base) {
        JsonObject json = new JsonObject();
        json.put("sort", entry.sort());
        json.put("name", entry.in("en").name());
        json.put("about", entry.in("en").about());
        json.put("path", base + entry.path());
        return json;
    }

    private JsonObject json(SearchHit.Thing thing) {
        JsonObject json = new JsonObject();
        json.put("iri", thing.iri());
        json.put("kind", thing.kind());
        json.put("id", thing.id());
        json.put("label", thing.label());
        JsonArray acronyms = new JsonArray();
        thing.acronyms().forEach(acronyms::add);
        json.put("acronyms", acronyms);
        Node node = NodeFactory.createURI(thing.iri());
        JsonObject names = new JsonObject();
        JsonObject shortNames = new JsonObject();
        for (Language language : Language.values()) {
            names.put(language.tag(), labels.of(node, language));
            JsonArray own = new JsonArray();
            labels.acronyms(node, language).forEach(own::add);
            shortNames.put(language.tag(), own);
        }
        json.put("names", names);
        json.put("shortNames", shortNames);
        return json;
    }

    private JsonObject json(SearchHit hit, String base) {
        JsonObject json = json(hit.thing());
        json.put("matched", hit.matched().label());
        JsonBuilder snippet = JsonBuilder.create().startArray();
        hit.snippet()
                .segments()
                .forEach(segment -> snippet.startObject()
                        .pair("text", segment.text())
                        .pair("match", segment.match())
                        .finishObject());
        json.put("snippet", snippet.finishArray().build());
        json.put("path", base + path(hit.thing()));
        return json;
    }
}
