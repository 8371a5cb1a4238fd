package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.answers.AnswerPage.Column;
import org.genevagraph.page.answers.AnswerPage.Row;
import org.genevagraph.page.compact.Names;
import org.genevagraph.page.facts.PassageSeries;
import org.genevagraph.page.views.Cell;
import org.genevagraph.page.views.Rows;
import org.genevagraph.page.views.Word;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.header.PageView;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.vocabulary.Iris;

/** Makes the rows of an answer what a page shows: columns with heads in words, things with names and links, evidence as short citations. */
final class AnswerRows implements Rows.Words {
    static final String LABEL = "Label";
    private static final String LABELS = "Labels";
    private static final String STANDING = "standing";
    private static final String CERTAINTY = "certainty";
    private static final String UNIT = "unit";
    private static final String SAYS = "says";
    private static final String PASSAGE = "passage";

    /** The words of a source, which nobody puts into another language. */
    private static final String QUOTE = "quote";

    private static final Set<String> BADGES = Set.of(STANDING, "coverage");
    private static final int LONG_CHARACTERS = 60;
    private static final int HASH_CHARACTERS = 6;

    /** How many passages or names a cell shows; some rows of large graphs have thousands. */
    private static final int MOST = 60;

    private static final String CODE = "code";

    /** The id of what has no name, made from what it says. */
    private static final String HASH = "[0-9a-f]{20}";

    private final List<Var> shown;
    private final List<Binding> whole;
    private final Set<String> names;
    private final List<Node> values;
    private final Site site;
    private final RowSentences sentences;
    private final ColumnWords wording;
    private final StatedPairs stated;
    private final Map<String, String> phrases;

    AnswerRows(
            Result.Rows whole,
            Map<String, Node> values,
            Map<String, String> phrases,
            Site site,
            AnswerPage.Sources sources) {
        this.names = whole.variables().stream().map(Var::getVarName).collect(Collectors.toSet());
        // What no row says needs no column on a page; files have all columns always.
        this.shown = whole.variables().stream()
                .filter(variable -> !repeats(variable.getVarName())
                        && !variable.getVarName().equals(CERTAINTY))
                .filter(variable -> whole.rows().stream().anyMatch(row -> says(row.get(variable))))
                .toList();
        this.whole = whole.rows();
        this.values = values.values().stream().filter(AnswerRows::isThing).toList();
        this.site = site;
        this.sentences = new RowSentences(sources.lists(), site);
        this.wording = sources.wording();
        this.stated = sources.stated();
        this.phrases = phrases;
    }

    /** Whether a column only names what another one has: {@code partnerLabel}, {@code facilitatorLabels}. */
    private boolean repeats(String name) {
        return (name.endsWith(LABEL) && names.contains(base(name, LABEL)))
                || (name.endsWith(LABELS) && names.contains(base(name, LABELS) + "s"));
    }

    private static String base(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    private static boolean says(Node value) {
        return value != null
                && !(value.isLiteral() && value.getLiteralLexicalForm().isEmpty());
    }

    /** All rows, for the ways in which a page shows them. */
    Rows all() {
        Map<String, String> heads = new LinkedHashMap<>();
        shown.forEach(variable -> heads.put(variable.getVarName(), wording.head(variable.getVarName(), site)));
        return new Rows(heads, whole, this);
    }

    /** The columns of a table of some rows. */
    List<Column> columns(List<Binding> rows) {
        return shown.stream()
                .map(variable -> new Column(
                        variable.getVarName(),
                        wording.head(variable.getVarName(), site),
                        rows.stream()
                                .map(row -> row.get(variable))
                                .filter(AnswerRows::says)
                                .allMatch(AnswerRows::isNumber)))
                .toList();
    }

    /** The same rows as a table has them. */
    List<Row> rows(List<Binding> rows) {
        return rows.stream()
                .map(row -> new Row(
                        shown.stream()
                                .map(variable -> cell(row, variable.getVarName()))
                                .toList(),
                        why(row)))
                .toList();
    }

    @Override
    public String label(Binding row, String column) {
        Node value = row.get(Var.alloc(column));
        if (!says(value)) {
            return "";
        }
        return value.isURI()
                ? named(row, column, value).text()
                : wording.phrase(column, value.getLiteralLexicalForm(), phrases, site);
    }

    @Override
    public Cell cell(Binding row, String name) {
        Node value = row.get(Var.alloc(name));
        if (!says(value)) {
            return Cell.EMPTY;
        }
        if (isNumber(value)) {
            String text = value.getLiteralLexicalForm();
            return new Cell(List.of(new Word(isYear(row) ? text : site.number(text), "", null)), text, "number");
        }
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : "";
        boolean unfolds = Unfolding.unfolds(name, text);
        List<Word> words = value.isURI()
                ? List.of(named(row, name, value))
                : unfolds && !text.startsWith(Iris.BASE) ? inTwo(row, name, text) : words(row, name, value);
        // A date in words has to be sorted by its figures.
        String date = site.language().date(text).equals(text) ? null : text;
        boolean wide = words.stream().anyMatch(word -> word.text().length() > LONG_CHARACTERS);
        String look = wide ? "long" : null;
        return unfolds
                ? new Cell(
                        words,
                        text.startsWith(Iris.BASE) ? Unfolding.SEEN : 1,
                        Unfolding.values(text).size() - Unfolding.SEEN,
                        date,
                        look)
                : new Cell(words, date, look);
    }

    /** The names of a long list: the first of them as one word, and those that unfold. */
    private List<Word> inTwo(Binding row, String column, String text) {
        List<String> values = Unfolding.values(text);
        return Stream.of(values.subList(0, Unfolding.SEEN), values.subList(Unfolding.SEEN, values.size()))
                .map(part -> NodeFactory.createLiteralString(String.join(Unfolding.BETWEEN, part)))
                .flatMap(part -> words(row, column, part).stream())
                .toList();
    }

    /** How high the rows are in a view, which may hide some columns. */
    RowHeight height(PageView view) {
        List<String> hidden = view.list("hide");
        return new RowHeight(
                shown.stream()
                        .map(Var::getVarName)
                        .filter(column -> !hidden.contains(column))
                        .toList(),
                names,
                view.kind() == PageView.Kind.TABLE);
    }

    @Override
    public String spoken(Binding row, String column) {
        Node value = row.get(Var.alloc(column));
        return value != null && (isThing(value) || isPassage(value))
                ? sentences.spoken(row, column).spoken()
                : cell(row, column).text().replaceFirst("\\.$", "");
    }

    /** Whether the value of a row is the number of a year, which is written without a mark between its thousands. */
    private static boolean isYear(Binding row) {
        Node unit = row.get(UNIT);
        return says(unit) && unit.isLiteral() && unit.getLiteralLexicalForm().equals("year");
    }

    /** What a parameter stands for. */
    Cell value(Node value) {
        String text = wording.name("", value, value.isURI() ? "" : value.getLiteralLexicalForm(), site);
        return new Cell(List.of(new Word(text, value.isURI() ? Paths.of(value.getURI()) : "", null)), null, null);
    }

    /** What a document is called. */
    String document(String slug) {
        return wording.name("", Iris.thing("document", slug), "", site);
    }

    /** How many of a cell's values it does not show; files have all. */
    private Stream<Word> more(int values) {
        return values > MOST
                ? Stream.of(new Word(site.text("answer.more", site.number(values - MOST)), "", "soft"))
                : Stream.of();
    }

    private Word named(Binding row, String column, Node value) {
        Node label = names.contains(column + LABEL) ? row.get(column + LABEL) : null;
        Optional<Iris.Id> id = Iris.parse(value.getURI());
        if (label == null && id.isEmpty() && Paths.of(value.getURI()).isEmpty()) {
            boolean web = value.getURI().matches("https?://.*");
            return new Word(value.getURI(), web ? value.getURI() : "", null);
        }
        String text = label == null && id.isPresent() && id.get().slug().matches(HASH)
                ? nameless(id.get(), 0)
                : wording.name(column, value, label == null ? "" : label.getLiteralLexicalForm(), site);
        return new Word(text, Paths.of(value.getURI()), null);
    }

    private List<Word> words(Binding row, String column, Node value) {
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        if (text.startsWith(Iris.BASE)) {
            List<String> several =
                    Stream.of(text.split(" ", -1)).sorted(new NaturalOrder()).toList();
            List<Word> cited = IntStream.range(0, Math.min(MOST, several.size()))
                    .mapToObj(i -> cited(several.get(i), several.size() == 1 ? 0 : i + 1))
                    .toList();
            return Stream.concat(inSeries(cited), more(several.size())).toList();
        }
        if (column.equals(CODE)) {
            return List.of(new Word(code(row, text), "", null));
        }
        if (column.equals(SAYS) && RowSentences.isWhole(row)) {
            return sentences.says(row, text, relation(row));
        }
        if (column.equals(QUOTE)) {
            String language = wording.textLanguage(Rows.text(row, "evidence"));
            return List.of(
                    new Word(text, "", null, language.equals(site.language().tag()) ? null : language));
        }
        String[] values = text.split(Unfolding.BETWEEN, -1);
        if (values.length > MOST) {
            Node first = NodeFactory.createLiteralString(
                    String.join(Unfolding.BETWEEN, List.of(values).subList(0, MOST)));
            return Stream.concat(words(row, column, first).stream(), more(values.length))
                    .toList();
        }
        Node certainty = column.equals(STANDING) ? row.get(Var.alloc(CERTAINTY)) : null;
        // The two belong together: derived, from an arguable statement.
        String word = says(certainty)
                ? site.textOr("values.certainty." + certainty.getLiteralLexicalForm(), wording.word(column, text, site))
                : wording.phrase(column, text, phrases, site);
        boolean english = site.language() != Language.EN && word.equals(text) && wording.areWords(text, value);
        return List.of(new Word(
                site.language().dated(word),
                "",
                BADGES.contains(column) ? "badge " + text : null,
                english ? Language.EN.tag() : null));
    }

    @Override
    public Cell sentence(Binding row) {
        List<Word> words = RowSentences.isWhole(row)
                ? sentences.of(row, relation(row))
                : RowSentences.PARTS.stream()
                        .flatMap(column -> cell(row, column).words().stream())
                        .toList();
        return new Cell(words, null, null);
    }

    @Override
    public Cell sentence(Binding row, String subject, String object) {
        return new Cell(sentences.sentence(row, subject, relation(row), object), null, null);
    }

    private Word relation(Binding row) {
        return named(row, RowSentences.RELATION, row.get(RowSentences.RELATION));
    }

    private String nameless(Iris.Id id, int place) {
        if (!id.kind().equals("statement")) {
            return id.slug().substring(0, HASH_CHARACTERS) + "…";
        }
        return place == 0 ? site.text("answer.statement") : site.text("answer.statement-of", place);
    }

    /** The code of an Action Line with the words that it has in the page's language. */
    private String code(Binding row, String code) {
        return names.stream()
                .map(row::get)
                .filter(value ->
                        value != null && value.isURI() && value.getURI().startsWith(Iris.BASE + "id/action-line/"))
                .findFirst()
                .map(line -> Names.code(code, wording.name("", line, "", site), site.language()))
                .orElse(code);
    }

    /** What is cited, each without what the one before has said. */
    private Stream<Word> inSeries(List<Word> cited) {
        List<PassageSeries.Part> parts = PassageSeries.of(
                cited.stream().map(word -> new Link(word.text(), word.path())).toList(), site);
        return IntStream.range(0, parts.size()).mapToObj(i -> {
            PassageSeries.Part part = parts.get(i);
            return new Word(
                    part.passage().name(),
                    part.passage().path(),
                    part.goesOn() ? Word.GOES_ON : cited.get(i).look());
        });
    }

    /** What is cited, by its name; a statement, which has none, by its place among those that the cell cites, 0 if it is the only one. */
    private Word cited(String iri, int place) {
        Iris.Id id = Iris.parse(iri).orElse(new Iris.Id("", iri));
        boolean passage = id.kind().equals(PASSAGE);
        String text =
                id.slug().matches(HASH) ? nameless(id, place) : wording.name("", NodeFactory.createURI(iri), "", site);
        return new Word(text, Paths.of(iri), passage ? Word.PASSAGE : Word.LISTED);
    }

    /** Where it is told why two things of the row, or one of it and one that was asked for, belong together. */
    @Override
    public String why(Binding row) {
        if (!names.contains(STANDING) || row.get(STANDING) == null || names.contains("premises")) {
            return "";
        }
        List<Node> things = new ArrayList<>(shown.stream()
                .map(row::get)
                .filter(value -> value != null && isThing(value))
                .distinct()
                .toList());
        values.stream().filter(value -> !things.contains(value)).forEach(things::add);
        for (int one = 0; one < things.size(); one++) {
            for (int other = one + 1; other < things.size(); other++) {
                if (stated.has(things.get(one), things.get(other))) {
                    return "/queries/why?subject=" + Paths.encoded(spelled(things.get(one))) + "&object="
                            + Paths.encoded(spelled(things.get(other)));
                }
            }
        }
        return "";
    }

    private static String spelled(Node thing) {
        Iris.Id id = Iris.parse(thing.getURI()).orElseThrow();
        return id.kind() + ":" + id.slug();
    }

    /** Whether a value is a thing of one of the kinds that can be asked for. */
    static boolean isThing(Node value) {
        return value.isURI()
                && Iris.parse(value.getURI())
                        .filter(id -> ParameterType.THING.kinds().contains(id.kind()))
                        .isPresent();
    }

    private static boolean isPassage(Node value) {
        return value.isURI() && Iris.kind(value.getURI()).equals(PASSAGE);
    }

    private static boolean isNumber(Node value) {
        return value != null
                && value.isLiteral()
                && (XSDDatatype.XSDinteger.equals(value.getLiteralDatatype())
                        || XSDDatatype.XSDdecimal.equals(value.getLiteralDatatype()));
    }
}
