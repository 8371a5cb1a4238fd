package org.genevagraph.serve.http.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.query.answer.AnswerFormat;

/**
 * Which of the media types that an address offers a client likes best (RFC 9110, section 12.5.1): types in any case, the most exact range
 * decides, {@code q=0} refuses. {@code application/json} stands for the JSON form that an address has if it has none of that very type, and so does
 * {@code application/xml} for the XML form.
 */
public record Negotiation(List<Range> ranges) {
    /** The media type of pages. */
    public static final String HTML = "text/html";

    private static final String JSON = "application/json";
    private static final List<String> JSON_FORMS = List.of("application/sparql-results+json", "application/ld+json");
    private static final String XML = "application/xml";
    private static final List<String> XML_FORMS = List.of("application/sparql-results+xml", "application/rdf+xml");
    /** What a weight is written like; a point without a digit before it, and digits beyond the third, are read as they are meant. */
    private static final Pattern QUALITY =
            Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d*)?|\\.\\d+)\\s*(?=;|$)", Pattern.CASE_INSENSITIVE);

    /** What a parameter has between quotes may hold commas and semicolons, which separate nothing there. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private static final String ANYTHING = "*/*";

    /** What stands at the end of paths for types that are called otherwise. */
    private static final Map<String, String> ENDINGS = Map.of("text/plain", "txt", "text/x-python", "py");

    /**
     * What a client accepts, and how much it likes it.
     *
     * @param type a media type or a range of them, in small letters, without parameters
     * @param quality from 0, which refuses, to 1
     */
    public record Range(String type, double quality) {
        /** How exactly it names a type: 3 by name, 2 by its first half, 1 by anything; 0 not at all. */
        int exactness(String offered) {
            // Two names of one type (RFC 7303, 9.1).
            boolean isXml = type.equals("text/xml") && offered.equals(XML);
            if (type.equals(offered) || isXml) {
                return 3;
            }
            if (type.equals(ANYTHING)) {
                return 1;
            }
            return type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
        }
    }

    /** What a header says; nothing if the client sent none. */
    public static Negotiation of(String accept) {
        List<Range> ranges = new ArrayList<>();
        String unquoted = QUOTED.matcher(accept == null ? "" : accept).replaceAll("");
        for (String range : unquoted.split(",", -1)) {
            String type = range.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
            Matcher quality = QUALITY.matcher(range);
            if (!type.isEmpty()) {
                // Some libraries write a bare asterisk for everything.
                ranges.add(new Range(
                        type.equals("*") ? ANYTHING : type, quality.find() ? Double.parseDouble(quality.group(1)) : 1));
            }
        }
        return new Negotiation(List.copyOf(ranges));
    }

    /**
     * The offered type that a header prefers; of equally good ones the one that is offered first.
     *
     * @param accept the header; nothing said means that everything is welcome
     * @return empty if the client accepts none of them
     */
    public static Optional<String> choose(String accept, List<String> offered) {
        Negotiation negotiation = Negotiation.of(accept);
        if (negotiation.ranges.isEmpty()) {
            return Optional.of(offered.get(0));
        }
        Map<String, String> named = new HashMap<>();
        form(offered, JSON, JSON_FORMS).ifPresent(form -> named.put(form, JSON));
        form(offered, XML, XML_FORMS).ifPresent(form -> named.put(form, XML));
        String best = null;
        double most = 0;
        for (String type : offered) {
            double quality = Math.max(
                    negotiation.quality(type), named.containsKey(type) ? negotiation.exactQuality(named.get(type)) : 0);
            if (quality > most) {
                most = quality;
                best = type;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a general type stands for: the first of its forms that is offered; nothing if it is offered itself. */
    private static Optional<String> form(List<String> offered, String general, List<String> forms) {
        return offered.contains(general)
                ? Optional.empty()
                : forms.stream().filter(offered::contains).findFirst();
    }

    /**
     * The offered type that a name means, in any case: a media type, the second half of one, or what stands for it at the end of a path. {@code json} and
     * {@code application/json} stand for the JSON form that there is, {@code xml} and {@code application/xml} for the XML form.
     *
     * @return empty if none of them is called so
     */
    public static Optional<String> named(String name, List<String> offered) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        Stream<String> called = offered.stream().filter(type -> names(type).contains(wanted));
        List<String> forms =
                names(JSON).contains(wanted) ? JSON_FORMS : names(XML).contains(wanted) ? XML_FORMS : List.of();
        return Stream.concat(called, forms.stream().filter(offered::contains)).findFirst();
    }

    /** What a type is called in a parameter, the shortest first. */
    public static List<String> names(String type) {
        String bare = type.replaceFirst(";.*", "").strip();
        String half = bare.substring(bare.indexOf('/') + 1);
        String ending = Arrays.stream(AnswerFormat.values())
                .filter(format -> format.mediaType().equals(bare))
                .map(AnswerFormat::label)
                .findFirst()
                .orElse(ENDINGS.getOrDefault(
                        bare, half.replaceFirst("[+].*", "").replaceFirst("^vnd\\.[^.]+\\.", "")));
        return Stream.of(ending, half, bare).distinct().toList();
    }

    /** Whether a client wants a page rather than data: it names HTML, and nothing that it names is dearer to it. */
    public static boolean wantsPages(String accept) {
        if (accept == null) {
            return false;
        }
        Negotiation negotiation = Negotiation.of(accept);
        double page = negotiation.exactQuality(HTML);
        return page > 0
                && negotiation.ranges.stream()
                        .filter(range -> !range.type().endsWith("/*"))
                        .allMatch(range -> range.quality() <= page);
    }

    /** Whether a client names a media type and does not refuse it. */
    public static boolean names(String accept, String type) {
        return accept != null && Negotiation.of(accept).exactQuality(type) > 0;
    }

    private double quality(String type) {
        String name = type.replaceFirst(";.*", "");
        int exactness = 0;
        double quality = 0;
        for (Range range : ranges) {
            if (range.exactness(name) > exactness) {
                exactness = range.exactness(name);
                quality = range.quality();
            }
        }
        return quality;
    }

    private double exactQuality(String type) {
        return ranges.stream()
                .filter(range -> range.type().equals(type))
                .mapToDouble(Range::quality)
                .max()
                .orElse(0);
    }
}
