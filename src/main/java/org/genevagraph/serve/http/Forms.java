package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.http.request.Negotiation;

/**
 * The forms in which an address has what it tells: a page, rows, a graph. The ending of the path decides, without one {@code format=}, without
 * that the header {@code Accept}.
 *
 * @param what what is told, for messages
 * @param formats the formats, the dearest first
 * @param pageFirst whether whoever does not care gets the page
 */
public record Forms(String what, List<AnswerFormat> formats, boolean pageFirst) {
    /** The formats of graphs. */
    public static final List<AnswerFormat> GRAPHS = AnswerFormat.fitting(false);

    /** The formats of lists, as rows and as graphs. */
    public static final List<AnswerFormat> LISTS = Arrays.asList(
            AnswerFormat.CSV,
            AnswerFormat.JSON,
            AnswerFormat.TTL,
            AnswerFormat.JSONLD,
            AnswerFormat.NT,
            AnswerFormat.RDF,
            AnswerFormat.TSV,
            AnswerFormat.XML);

    private static final String PAGE = "html";

    public Forms {
        formats = List.copyOf(formats);
    }

    /** The ending of a path that names one of the forms; empty if it has none. */
    public String ending(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return path.contains(".") && (last.equals(PAGE) || named(last).isPresent()) ? last : "";
    }

    private Optional<AnswerFormat> named(String label) {
        return Stream.of(label, label.equals(AnswerFormat.JSON.label()) ? AnswerFormat.JSONLD.label() : label)
                .flatMap(
                        name -> formats.stream().filter(format -> format.label().equals(name)))
                .findFirst();
    }

    /**
     * The format that a request asks for; empty if it asks for the page.
     *
     * @param ending the {@link #ending} of the path; empty if it has none
     * @throws Refusal if there is no such format, or the client accepts none
     */
    public Optional<AnswerFormat> choose(String ending, HttpServletRequest request, Reply reply) throws Refusal {
        if (!ending.isEmpty()) {
            return named(ending);
        }
        List<String> types =
                new ArrayList<>(formats.stream().map(AnswerFormat::mediaType).toList());
        types.add(pageFirst ? 0 : types.size(), Negotiation.HTML);
        String type = reply.chooseOrRefuse(what, types);
        return formats.stream()
                .filter(format -> format.mediaType().equals(type))
                .findFirst();
    }

    /** Tells in the header of a page in which other forms it is to be had, at the same path with an ending. */
    public void announce(String path, Reply reply) {
        announce(path, "", reply);
    }

    /**
     * Tells in the header of a page in which other forms the very same is to be had, at the same path with an ending.
     *
     * @param asked what was asked of the page, with the question mark before it; empty if nothing
     */
    public void announce(String path, String asked, Reply reply) {
        formats.forEach(format -> reply.alternate(path + "." + format.label() + asked, format.mediaType()));
    }
}
