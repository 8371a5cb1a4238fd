package org.genevagraph.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows links from a home page: each must stay below the base and lead to something. */
public final class Crawl {
    private static final Pattern LINK = Pattern.compile(
            "\\s(?:href|src|action|srcset|data-search|data-vocabulary|data-endpoint|data-site|data-svg)=\"([^\"]*)\"");

    private static final Pattern HEADER_LINK = Pattern.compile("<([^>]*)>");
    private static final int ALIKE = 12;

    private final URI base;
    private final URI network;
    private final HttpClient client;
    private final Deque<URI> next = new ArrayDeque<>();
    private final Set<URI> visited = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Begins at a base.
     *
     * @param base where the public reaches the server, with a slash at the end
     * @param network where requests really go to, as a proxy that takes the base's path off sends them; the same if through a real one
     */
    public Crawl(URI base, URI network, HttpClient client) {
        this.base = base;
        this.network = network;
        this.client = client;
        next.add(base);
    }

    public void follow(int most) throws IOException {
        while (!next.isEmpty() && visited.size() < most) {
            URI page = next.poll();
            if (visited.add(page) && kinds.merge(kind(page), 1, Integer::sum) <= ALIKE) {
                visit(page);
            }
        }
    }

    private String kind(URI page) {
        String path = page.getPath().substring(base.getPath().length());
        String ending = path.replaceFirst("^[^.]*", "");
        return path.replaceFirst("[/.].*", "")
                + (path.contains("/") ? "/" : "")
                + ending.replaceFirst(".*[^a-z.].*", "");
    }

    private void visit(URI page) throws IOException {
        URI asked = base.equals(network)
                ? page
                : URI.create(network + page.toString().substring(base.toString().length()));
        HttpResponse<String> response;
        try {
            response = client.send(
                    HttpRequest.newBuilder(asked)
                            .header("Accept", "text/html,*/*;q=0.8")
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (response.statusCode() >= 400) {
            faults.add(response.statusCode() + " at " + page);
            return;
        }
        response.headers().firstValue("Location").ifPresent(to -> found(page, to));
        for (String header : response.headers().allValues("Link")) {
            HEADER_LINK.matcher(header).results().forEach(link -> found(page, link.group(1)));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html") || type.startsWith("image/svg")) {
            Matcher link = LINK.matcher(response.body());
            while (link.find()) {
                found(page, link.group(1).replace("&amp;", "&"));
            }
        }
    }

    private void found(URI page, String link) {
        if (link.isEmpty() || link.startsWith("#") || link.startsWith("data:") || link.contains("{")) {
            return;
        }
        URI to = page.resolve(link.replaceFirst("#.*", ""));
        boolean away = link.matches("(https?|mailto):.*")
                && !link.startsWith(base.getScheme() + "://" + base.getRawAuthority());
        if (away) {
            if (link.contains("127.0.0.1") || link.contains("localhost")) {
                faults.add("a link to where the server stands, " + link + ", on " + page);
            }
        } else if (to.toString().startsWith(base.toString()) || (to + "/").equals(base.toString())) {
            next.add(to);
        } else {
            faults.add("a link beside the base, " + link + ", on " + page);
        }
    }

    public Set<URI> visited() {
        return visited;
    }

    public Set<String> kinds() {
        return new TreeSet<>(kinds.keySet());
    }

    public List<String> faults() {
        return faults.stream().distinct().limit(20).toList();
    }
}
