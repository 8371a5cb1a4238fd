package org.genevagraph.curate.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.curate.names.KindWords;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.names.Name;
import org.genevagraph.text.names.NameFinder;
import org.genevagraph.text.read.TextReader;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.genevagraph.vocabulary.Iris;

/**
 * What a program can know of a new text: the rows of the tables that say which text it is and what passages it has. Nothing of what the
 * text says is written, but the titles of its parts and the names that the tables know already.
 *
 * @param id the document's id
 * @param about the id of the organisation that it is about; empty if it is about none, or if a profile does not begin with its name
 * @param reading what was read
 * @param tables the tables that change, by name without ending, with all that they are to hold; empty if they know the text already
 */
public record NewSource(String id, String about, Reading reading, Map<String, String> tables) {
    /** What a document is called whose title does not tell its kind, until a person has looked at it. */
    private static final String UNTOLD = "paper";

    /** The tables of things that rows may call by their ids alone. */
    private static final List<String> OTHER_THINGS = List.of("organisations", "initiatives", "places", "issues");

    private static final int MOST_NAMES = 5;
    private static final int LONGEST_TITLE = 90;

    public NewSource {
        tables = Map.copyOf(tables);
    }

    /**
     * What somebody wants to add.
     *
     * @param id the id that the document is to have; empty to take that of the organisation or the name of the file
     * @param kind {@code profile}, {@code document}, {@code matrix} or {@code article}; empty to see by how it is built
     * @param about the id of the organisation that the text is about; empty if it is about none, or if a profile's name at its beginning is to
     *     tell
     * @param title the document's title; empty to take it from the text
     * @param read the day on which it was read, as {@code 2026-11-22}
     */
    public record Request(String id, String kind, String about, String title, String read) {}

    /** The kinds of text, and of what form each is. */
    public static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("profile", "profile");
        forms.put("document", "treaty");
        forms.put("matrix", "matrix");
        forms.put("article", "article");
        return forms;
    }

    /**
     * Reads a text and says what the tables are to hold.
     *
     * @throws ProblemException if the text holds no passage, if its id is none, or if the tables know it with other words
     */
    public static NewSource of(Inputs inputs, SourceText text, Request request) throws ProblemException {
        String form = request.kind().isEmpty() ? form(text) : forms().getOrDefault(request.kind(), request.kind());
        TextReader reader = TextReader.of(form)
                .orElseThrow(() -> TableText.wrong(
                        text.file(),
                        "there is no kind of text '" + request.kind() + "'",
                        Nearest.hint(
                                request.kind(),
                                List.copyOf(forms().keySet()),
                                "take one of " + String.join(", ", forms().keySet()))));
        Reading reading = reader.read(text);
        if (reading.passages().isEmpty()) {
            throw TableText.wrong(
                    text.file(), "holds no passage", "check whether it is the right file, and its --kind");
        }
        String id = id(inputs, text, request, form);
        if (!Iris.isSlug(id)) {
            throw TableText.wrong(
                    text.file(), "'" + id + "' is no id", "give one with --id, in lower-case ASCII with hyphens");
        }
        String about =
                request.about().isEmpty() && form.equals("profile") ? profiled(inputs, reading) : request.about();
        Request whole = new Request(id, form, about, request.title(), request.read());
        Writing writing = new Writing(inputs, text, whole, id, form, reading);
        return new NewSource(id, about, reading, writing.tables());
    }

    /** The id of the organisation that a profile begins with: of the tables, or made of its name; empty if it begins with none. */
    private static String profiled(Inputs inputs, Reading reading) throws ProblemException {
        Optional<NamedBody> body = NamedBody.of(reading);
        if (body.isEmpty()) {
            return "";
        }
        Optional<Row> known = TableText.of(inputs, "organisations").rows().stream()
                .filter(row -> body.get().isNamed(row))
                .findFirst();
        return known.map(row -> row.get("id"))
                .or(() -> body.get().kind().map(kind -> Iris.slug(body.get().name())))
                .orElse("");
    }

    /**
     * The id of the text: that of the organisation, unless the tables know the organisation and rows call it by its id alone, which a document of the same
     * id would make unclear.
     */
    private static String id(Inputs inputs, SourceText text, Request request, String form) throws ProblemException {
        if (!request.id().isEmpty()) {
            return request.id();
        }
        String name = Iris.slug(text.name());
        String id = request.about().isEmpty() ? name : request.about();
        if (isFree(inputs, id)) {
            return id;
        }
        boolean isProfile = form.equals("profile");
        return !isProfile && isFree(inputs, name) ? name : id + (isProfile ? "-profile" : "-text");
    }

    /** Whether a document can have an id: one has it already, or nothing else has it. */
    private static boolean isFree(Inputs inputs, String id) throws ProblemException {
        if (TableText.of(inputs, "documents").row("id", id).isPresent()) {
            return true;
        }
        for (String table : OTHER_THINGS) {
            if (TableText.of(inputs, table).row("id", id).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** How a text is built, seen by what each reader finds in it. */
    private static String form(SourceText text) {
        Reading matrix = TextReader.of("matrix").orElseThrow().read(text);
        if (matrix.alignments().size() >= 2) {
            return "matrix";
        }
        Reading treaty = TextReader.of("treaty").orElseThrow().read(text);
        long numbered = treaty.passages().stream()
                .filter(passage -> passage.number().matches("(?:[a-z]+[a-z0-9-]*\\.)?\\d+[a-z]*"))
                .filter(passage ->
                        passage.kind().equals("paragraph") && !passage.number().contains("preamble"))
                .count();
        if (numbered >= 3 || numbered * 2 > treaty.passages().size()) {
            return "treaty";
        }
        Reading profile = TextReader.of("profile").orElseThrow().read(text);
        return profile.passages().stream().anyMatch(passage -> passage.kind().equals("heading"))
                ? "profile"
                : "article";
    }

    /** One run: what goes into which table. */
    private static final class Writing {
        private final Inputs inputs;
        private final SourceText text;
        private final Request request;
        private final String id;
        private final String form;
        private final Reading reading;
        private final Map<String, String> tables = new LinkedHashMap<>();

        Writing(Inputs inputs, SourceText text, Request request, String id, String form, Reading reading) {
            this.inputs = inputs;
            this.text = text;
            this.request = request;
            this.id = id;
            this.form = form;
            this.reading = reading;
        }

        Map<String, String> tables() throws ProblemException {
            String name = "passages/" + id;
            List<List<String>> rows = passages();
            TableText passages = TableText.of(inputs, name);
            if (!passages.rows().isEmpty()) {
                compare(passages.rows(), rows);
            } else {
                List<List<String>> all = new ArrayList<>();
                all.add(List.of("number", "kind", "parent", "topic", "words", "sha256"));
                all.addAll(rows);
                tables.put(name, TableText.csv(all));
            }
            document();
            organisation();
            TableText counts = TableText.of(inputs, "expected-counts");
            if (!counts.rows().isEmpty() && counts.row("table", name).isEmpty()) {
                String count = Integer.toString(rows.size());
                counts.insert(Map.of("table", name, "minimum", count, "maximum", count));
                tables.put("expected-counts", counts.text());
            }
            TableText sources = TableText.of(inputs, "sources");
            if (sources.row("document", id).isEmpty()) {
                sources.insert(Map.of(
                        "document", id,
                        "form", form,
                        "profiles", request.about(),
                        "language", TextLanguage.of(text),
                        "read", request.read(),
                        "passages", Integer.toString(rows.size())));
                tables.put("sources", sources.text());
            }
            return tables;
        }

        /** A text that the tables know must have the words that they know. */
        private void compare(List<Row> known, List<List<String>> rows) throws ProblemException {
            Map<String, String> hashes = known.stream()
                    .collect(Collectors.toMap(row -> row.get("number"), row -> row.get("sha256"), (one, other) -> one));
            List<Problem> problems = new ArrayList<>();
            for (List<String> row : rows) {
                String hash = hashes.remove(row.get(0));
                if (hash == null || !hash.equals(row.get(5))) {
                    problems.add(
                            Problem.error(
                                    text.file(),
                                    reading.passage(row.get(0)).orElseThrow().line(),
                                    "",
                                    "passage " + row.get(0) + (hash == null ? " is not in" : " has other words than in")
                                            + " passages/" + id + ".csv",
                                    "give the new text another --id, or change the table by hand after you have looked at the facts that cite it"));
                }
            }
            hashes.keySet().stream()
                    .sorted()
                    .forEach(number -> problems.add(Problem.error(
                            text.file(),
                            0,
                            "",
                            "passage " + number + " of passages/" + id + ".csv is not in the text",
                            "give the whole text, or another --id")));
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
        }

        private List<List<String>> passages() throws ProblemException {
            NameFinder names = new NameFinder(names());
            List<List<String>> rows = new ArrayList<>();
            for (Passage passage : reading.passages()) {
                rows.add(List.of(
                        passage.number(),
                        passage.kind(),
                        passage.parent(),
                        topic(passage, names),
                        Integer.toString(passage.words()),
                        Iris.digest(passage.text())));
            }
            return rows;
        }

        /** What a passage is about, as far as a program may say: the title that it is, or the names in it. */
        private static String topic(Passage passage, NameFinder names) {
            if (List.of("heading", "section", "annex", "header").contains(passage.kind())) {
                return passage.text().length() <= LONGEST_TITLE
                        ? withoutBars(passage.text())
                        : "long heading " + passage.text().replaceFirst("[ .:)].*", "");
            }
            Set<String> found = new LinkedHashSet<>();
            names.find(passage.text()).forEach(place -> found.add(place.words()));
            return found.isEmpty()
                    ? "to be read"
                    : "to be read; names " + found.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        }

        /** A cell of one value holds no bar, as rows of tables and titles of web pages do. */
        private static String withoutBars(String words) {
            return words.replaceAll("^[\\s|]+|[\\s|]+$", "").replaceAll("\\s*\\|[\\s|]*", " – ");
        }

        private List<Name> names() throws ProblemException {
            List<Name> names = new ArrayList<>();
            for (String table : List.of("organisations", "initiatives", "documents", "issues", "places")) {
                for (Row row : TableText.of(inputs, table).rows()) {
                    String name = TableText.called(row);
                    Stream.concat(Stream.of(name, row.get("acronym")), row.list("aliases").stream())
                            .filter(words -> words.length() > 2)
                            .forEach(words -> names.add(
                                    table.equals("issues")
                                            ? Name.common(words, row.get("id"))
                                            : Name.proper(words, row.get("id"))));
                }
            }
            return names;
        }

        private void document() throws ProblemException {
            TableText documents = TableText.of(inputs, "documents");
            if (documents.row("id", id).isPresent()) {
                return;
            }
            String title = withoutBars(title());
            Optional<String> kind = kind(title);
            documents.insert(Map.of(
                    "id",
                    id,
                    "title",
                    title,
                    "kind",
                    kind.orElse(UNTOLD),
                    "date",
                    form.equals("treaty") ? DocumentTitle.date(reading) : "",
                    "symbol",
                    form.equals("treaty") ? DocumentTitle.symbol(text) : "",
                    "summary",
                    "Text that was added on " + request.read() + "; to be summed up"
                            + (kind.isPresent() ? "." : ", and its kind to be looked at.")));
            tables.put("documents", documents.text());
        }

        private String title() throws ProblemException {
            if (!request.title().isEmpty()) {
                return request.title();
            }
            if (form.equals("profile")) {
                Optional<Row> organisation =
                        TableText.of(inputs, "organisations").row("id", request.about());
                String name = organisation
                        .map(row -> row.get("name"))
                        .orElseGet(
                                () -> NamedBody.of(reading).map(NamedBody::name).orElse(id));
                boolean hasArticle = name.matches("(?:The|Le|La|Les|L[’']|El|Los|Las|Der|Die|Das|Il|Gli)\\b.*");
                return "Profile of "
                        + (name.startsWith("The ") ? "t" + name.substring(1) : hasArticle ? name : "the " + name);
            }
            return DocumentTitle.of(reading)
                    .orElse(id.substring(0, 1).toUpperCase(Locale.ROOT)
                            + id.substring(1).replace('-', ' '));
        }

        private Optional<String> kind(String title) {
            return form.equals("profile")
                    ? Optional.of("profile")
                    : DocumentTitle.kind(reading).or(() -> KindWords.ofDocument(title));
        }

        /** The body that the text is about, if the tables do not know it: with the name that the text begins with. */
        private void organisation() throws ProblemException {
            String about = request.about();
            TableText organisations = TableText.of(inputs, "organisations");
            if (about.isEmpty() || organisations.row("id", about).isPresent()) {
                return;
            }
            List<String> ids =
                    organisations.rows().stream().map(row -> row.get("id")).toList();
            NamedBody body = NamedBody.of(reading)
                    .orElseThrow(() -> TableText.wrong(
                            text.file(),
                            "is to be about the unknown organisation '" + about
                                    + "', whose name is not at its beginning",
                            Nearest.hint(about, ids, "add a row to organisations.csv first, or leave --about out")));
            String kind = body.kind()
                    .orElseThrow(() -> TableText.wrong(
                            text.file(),
                            "does not say, where it names " + body.name() + ", what kind of organisation that is",
                            "add its row to organisations.csv first"));
            organisations.insert(Map.of(
                    "id",
                    about,
                    "name",
                    body.name(),
                    "acronym",
                    body.acronym(),
                    "kind",
                    kind,
                    "summary",
                    "Body that " + id + " is about; to be summed up.",
                    "evidence",
                    id + "#" + body.passage()));
            tables.put("organisations", organisations.text());
        }
    }
}
