package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.vocabulary.Iris;

/** Style sheets, scripts and pictures at {@code /assets}: the files listed here and no others, so that no path can lead elsewhere. */
public final class FMod_Assets implements FusekiModule {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "ico", "image/x-icon");

    /** Files of the site's own. */
    private static final List<String> OWN = List.of(
            "brief.css",
            "compact.css",
            "contribute.css",
            "copy.js",
            "desk.css",
            "desk.js",
            "docs.css",
            "favicon.ico",
            "home.css",
            "icon.svg",
            "map.js",
            "matrix.js",
            "network.css",
            "network.js",
            "picture.js",
            "print.js",
            "questions.css",
            "sparql.css",
            "sparql.js",
            "style.css",
            "suggest.js",
            "tables.js",
            "things.css");

    /** Where each file lies among the program's resources. */
    private static final Map<String, String> FILES = files();

    private static final int HASH_DIGITS = 8;

    /** The hash of each file. */
    private static final Map<String, String> DIGESTS = digests();

    /** What stands behind a file's name in pages: its hash, so that a browser can keep it until it changes. */
    static final Map<String, String> SUFFIXES = suffixes();

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet("/assets/*", new AssetServlet());
        // Where browsers and other programs look for it without asking a page.
        builder.addServlet("/favicon.ico", new AssetServlet());
    }

    /** The path of a file in a webjar; the jar itself says of which version it is. */
    private static String webjar(String artifact, String file) {
        Properties about = new Properties();
        try (InputStream properties = FMod_Assets.class.getResourceAsStream(
                "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            about.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/" + artifact + "/" + about.getProperty("version") + "/" + file;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        OWN.forEach(name -> files.put(name, "/assets/" + name));
        files.put("yasgui.css", webjar("zazuko__yasgui", "build/yasgui.min.css"));
        files.put("yasgui.js", webjar("zazuko__yasgui", "build/yasgui.min.js"));
        return Map.copyOf(files);
    }

    private static Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        FILES.keySet().forEach(name -> digests.put(name, Iris.digest(bytes(name))));
        return Map.copyOf(digests);
    }

    private static Map<String, String> suffixes() {
        Map<String, String> suffixes = new TreeMap<>();
        DIGESTS.forEach((name, digest) -> suffixes.put(name, "?v=" + digest.substring(0, HASH_DIGITS)));
        return Map.copyOf(suffixes);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = FMod_Assets.class.getResourceAsStream(FILES.get(name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private static final class AssetServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = Optional.ofNullable(request.getPathInfo())
                    .orElseGet(request::getServletPath)
                    .substring(1);
            if (!FILES.containsKey(name)) {
                new Reply(request, response).problem(404, "there is no file " + name, "start at /");
                return;
            }
            boolean dated = SUFFIXES.get(name).equals("?" + request.getQueryString());
            new Reply(request, response)
                    .asset(
                            bytes(name),
                            TYPES.get(name.substring(name.lastIndexOf('.') + 1)),
                            DIGESTS.get(name),
                            dated ? "public, max-age=31536000, immutable" : "max-age=3600");
        }
    }
}
