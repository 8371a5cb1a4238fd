package org.genevagraph.serve.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.page.matrix.Axes;
import org.genevagraph.page.matrix.Dimension;
import org.genevagraph.page.matrix.Matrix;
import org.genevagraph.page.matrix.MatrixPage;
import org.genevagraph.page.matrix.MatrixRequest;
import org.genevagraph.page.matrix.MatrixRows;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Asked;

/** The matrix at {@code /matrix}: a heat map with its commitments; the picture by itself and the numbers with the endings svg and csv. */
public final class FMod_Matrix implements FusekiModule {
    private static final String AXES = "axes";
    private static final String COUNTED = "counted";
    private static final List<String> PARAMETERS = List.of(
            AXES,
            COUNTED,
            Dimension.OBJECTIVE.parameter(),
            Dimension.ACTION_LINE.parameter(),
            Dimension.SDG.parameter(),
            PictureServlet.THEME);

    private final Supplier<Served> served;

    public FMod_Matrix(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        PictureServlet.paths(MatrixRequest.PATH).forEach(path -> builder.addServlet(path, new MatrixServlet()));
    }

    private static MatrixPage page(Served now, Asked asked) throws Refusal {
        Axes axes = Axes.of(asked.choice(AXES, Axes.labels()));
        boolean singly = asked.choice(COUNTED, MatrixRequest.COUNTED).equals(MatrixRequest.COUNTED.get(0));
        Map<Dimension, Node> chosen = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Optional<Node> thing = asked.thing(dimension.parameter());
            thing.ifPresent(one -> chosen.put(dimension, one));
        }
        Compact compact = now.once(Compact.class, Compact::of);
        return new MatrixPage(Matrix.of(compact, new MatrixRequest(axes, singly, chosen)), now.labels());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class MatrixServlet extends PictureServlet {
        @Override
        void page(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Asked asked = Asked.of(request, now.runner().things(), PARAMETERS);
            reply.page("matrix/page.jte", Map.of("page", FMod_Matrix.page(now, asked)), now.snapshot());
        }

        @Override
        List<Link> instead(Refusal.Choices choices, Reply reply) {
            String path = MatrixRequest.PATH + "?" + choices.of() + "=";
            Language language = reply.language();
            return switch (choices.of()) {
                case AXES -> ProblemLinks.of(choices, path, id -> Axes.of(id).name(language));
                case COUNTED -> ProblemLinks.of(choices, path, id -> Messages.text(language, "matrix.counted." + id));
                case THEME -> List.of();
                default -> ProblemLinks.things(choices, path, served.get().labels(), language);
            };
        }

        @Override
        void picture(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Asked asked = Asked.of(request, now.runner().things(), PARAMETERS);
            reply.document(
                    "matrix/picture.jte",
                    Map.of("page", FMod_Matrix.page(now, asked), "palette", palette(asked)),
                    now.snapshot(),
                    Reply.SVG_TYPE);
        }

        @Override
        void numbers(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Asked asked = Asked.of(request, now.runner().things(), PARAMETERS);
            reply.answer(
                    MatrixRows.of(FMod_Matrix.page(now, asked)),
                    AnswerFormat.CSV,
                    now.snapshot().version());
        }
    }
}
