package org.genevagraph.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.vocabulary.Iris;

/**
 * Writes a larger folder of tables that passes the project's own loaders and shapes: today's tables with invented organisations, initiatives,
 * documents, passages, statements, figures and citations added in the proportions of the real ones. Organisations and issues are chosen
 * unevenly, as in life, so that there are hubs. The same seed gives the same bytes.
 *
 * <p>{@code mvn -Pbenchmark -Dbenchmark=LargerTables -Dto=FOLDER -Dorganisations=400 test-compile exec:exec} runs it.
 */
public final class LargerTables {
    private static final List<String> ORGANISATION_KINDS = List.of(
            "foundation", "ngo", "university", "research-institute", "un-body", "company", "government", "network");
    private static final List<String> INITIATIVE_KINDS =
            List.of("programme", "project", "course", "event", "platform", "campaign", "tool", "dialogue");
    private static final List<String> DOCUMENT_KINDS = List.of("report", "paper", "study", "standard", "declaration");
    private static final List<String> FIRST = List.of(
            "Open",
            "Trusted",
            "Global",
            "Regional",
            "Civic",
            "Shared",
            "Secure",
            "Applied",
            "Joint",
            "Rural",
            "Alpine");
    private static final List<String> SECOND =
            List.of("Broadband", "Climate", "Trade", "Spectrum", "Quantum", "Archive", "Labour", "Water", "Press");
    private static final List<String> BODIES = List.of("Alliance", "Institute", "Forum", "Council", "Bureau", "Trust");
    private static final List<String> DEEDS =
            List.of("Dialogue", "Toolkit", "Roadmap", "Barometer", "Sandbox", "Atlas");
    /** The relations that make partners, some more frequent than others. */
    private static final List<String> PARTNER_RELATIONS =
            List.of("partnersIn", "partnersIn", "partnersIn", "coLeads", "coConvenes", "hosts", "memberOf");

    private static final List<String> OTHER_RELATIONS =
            List.of("participatesIn", "participatesIn", "supports", "contributesTo", "funds", "endorses");
    /** How uneven organisations are chosen, as the exponent of Zipf's law. */
    private static final double ZIPF = 0.9;
    /** The most partners that an initiative has. */
    private static final int MOST_PARTNERS = 40;

    /** The same seed gives the same tables. */
    private static final long SEED = 42;

    private final TableFolder folder;
    private final Random random;
    private final int organisations;
    private final int sources;
    private final int documents;
    private final int[] passages;
    private final double[] chances;
    private final List<String> issues;
    private final List<String> places;
    private final List<String> goals;
    private final List<String> actionLines;
    private final Set<String> said = new HashSet<>();

    private LargerTables(TableFolder folder, int organisations, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        this.organisations = organisations;
        this.sources = Math.max(1, organisations / 9);
        this.documents = Math.max(1, organisations * 7 / 10);
        this.issues = folder.column("issues", "id");
        this.places = folder.column("places", "id");
        this.goals = folder.column("sdgs", "id");
        this.actionLines = folder.column("action-lines", "id");
        this.passages = new int[sources];
        Arrays.setAll(passages, source -> 40 + random.nextInt(60));
        this.chances = new double[organisations];
        double sum = 0;
        for (int i = 0; i < organisations; i++) {
            sum += 1 / Math.pow(i + 1.0, ZIPF);
            chances[i] = sum;
        }
    }

    /**
     * Writes.
     *
     * @param from the folder of real tables
     * @param to a folder that is not there yet
     * @param organisations how many to add, 4 at least
     * @return how many rows were added
     */
    public static int write(Path from, Path to, int organisations, long seed) throws IOException {
        TableFolder folder = new TableFolder(from, to);
        LargerTables tables = new LargerTables(folder, organisations, seed);
        tables.things();
        tables.sources();
        tables.initiatives();
        tables.organisations();
        folder.write();
        return folder.rows();
    }

    /**
     * A folder of tables that a benchmark reads.
     *
     * @param size the folder, or how many organisations are to be invented beside those of today's tables
     */
    static Path folder(String size) throws IOException {
        if (!size.matches("[0-9]+")) {
            return Path.of(size);
        }
        Path folder = Files.createTempDirectory("larger").resolve(size);
        write(Path.of("data"), folder, Integer.parseInt(size), SEED);
        return folder;
    }

    /** With the folder of real tables, the one to write, how many organisations to add, and the seed. */
    public static void main(String[] args) throws IOException {
        int rows = write(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
        System.out.println(rows + " rows added in " + args[1]);
    }

    private void things() {
        for (int i = 0; i < organisations; i++) {
            folder.add(
                    "organisations",
                    "id",
                    organisation(i),
                    "name",
                    of(FIRST, i) + " " + of(SECOND, i / FIRST.size()) + " " + of(BODIES, i * 7) + " " + i,
                    "acronym",
                    i % 3 == 0 ? "XQ" + i : "",
                    "aliases",
                    i % 4 == 0 ? "Invented body " + i : "",
                    "kind",
                    any(ORGANISATION_KINDS),
                    "summary",
                    "Invented body that works on " + matter() + " and " + matter() + " matters.",
                    "website",
                    i % 5 == 0 ? "https://example.org/organisation/" + i : "",
                    "evidence",
                    evidence(i % sources, 2));
        }
        for (int i = 0; i < documents; i++) {
            folder.add(
                    "documents",
                    "id",
                    document(i),
                    "title",
                    of(FIRST, i * 3) + " " + of(SECOND, i) + " Report " + i,
                    "kind",
                    of(DOCUMENT_KINDS, i),
                    "date",
                    Integer.toString(1990 + i % 36),
                    "summary",
                    "Invented document.",
                    "evidence",
                    evidence(random.nextInt(sources), 2));
        }
        for (int i = 0; i < initiativeCount(); i++) {
            int begun = 1995 + random.nextInt(28);
            folder.add(
                    "initiatives",
                    "id",
                    initiative(i),
                    "name",
                    of(FIRST, i * 5) + " " + of(SECOND, i * 3 + 1) + " " + of(DEEDS, i * 11) + " " + i,
                    "kind",
                    any(INITIATIVE_KINDS),
                    "summary",
                    "Invented initiative on " + matter() + ".",
                    "from",
                    i % 3 == 0 ? "" + begun : "",
                    "until",
                    i % 6 == 0 ? "" + (begun + random.nextInt(4)) : "",
                    "evidence",
                    evidence(i % sources, 2));
        }
    }

    private void sources() {
        for (int s = 0; s < sources; s++) {
            folder.add(
                    "documents",
                    "id",
                    source(s),
                    "title",
                    "Profile text " + s,
                    "kind",
                    "profile",
                    "summary",
                    "Invented source text.");
            folder.add(
                    "sources",
                    "document",
                    source(s),
                    "form",
                    "profile",
                    "profiles",
                    organisation(s),
                    "language",
                    "en",
                    "read",
                    "2026-11-22",
                    "passages",
                    "" + passages[s]);
            for (int p = 1; p <= passages[s]; p++) {
                folder.add(
                        "passages/" + source(s),
                        "number",
                        "" + p,
                        "kind",
                        "paragraph",
                        "topic",
                        "what is said of " + matter() + " and " + matter(),
                        "words",
                        "" + (20 + random.nextInt(150)),
                        "sha256",
                        Iris.digest((source(s) + p).getBytes(StandardCharsets.UTF_8)));
                for (int k = random.nextInt(2); k >= 0; k--) {
                    state(s, source(s) + "#" + p, "about", issue(), "", source(s) + "#" + p);
                }
            }
            state(s, organisation(s), "basedIn", any(places), "", evidence(s, 1));
        }
    }

    private void initiatives() {
        for (int i = 0; i < initiativeCount(); i++) {
            int s = i % sources;
            state(s, organisation(i % organisations), "runs", initiative(i), "runs it", evidence(s, 3));
            int most = Math.min(MOST_PARTNERS, organisations / 4);
            int partners = Math.min(most, (int) (1 / Math.sqrt(1 - random.nextDouble())));
            for (int k = 1; k < partners; k++) {
                String role = random.nextInt(3) == 0 ? "partner" : "";
                state(s, organisation(hub()), any(PARTNER_RELATIONS), initiative(i), role, evidence(s, 2));
            }
            if (random.nextBoolean()) {
                state(s, organisation(hub()), any(OTHER_RELATIONS), initiative(i), "", evidence(s, 2));
            }
            for (int k = random.nextInt(3); k >= 0; k--) {
                state(s, initiative(i), "addresses", issue(), "", evidence(s, 3));
            }
            if (i % 4 == 0 && i > 0) {
                state(s, initiative(i), "buildsOn", initiative(random.nextInt(i)), "", evidence(s, 1));
            }
        }
    }

    private void organisations() {
        for (int i = 0; i < organisations; i++) {
            int s = i % sources;
            for (int k = random.nextInt(4); k >= 0; k--) {
                state(s, organisation(i), "addresses", issue(), "", evidence(s, 2));
            }
            if (i % 5 == 4) {
                state(s, organisation(i), "partOf", organisation(random.nextInt(i)), "unit", evidence(s, 1));
            }
            int other = hub();
            // A symmetric relation is written once.
            if (i % 3 == 0 && other != i && said.add("pair " + Math.min(i, other) + " " + Math.max(i, other))) {
                state(s, organisation(i), "partnerOf", organisation(other), "partner", evidence(s, 2));
            }
            if (i % 4 == 0) {
                state(s, organisation(i), "publishes", document(random.nextInt(documents)), "", evidence(s, 1));
            }
            if (i % 6 == 0) {
                state(s, organisation(i), "advances", any(goals), "", evidence(s, 1));
            }
            if (i % 50 == 0) {
                state(s, organisation(i), "facilitates", any(actionLines), "", evidence(s, 1));
            }
            folder.add(
                    "figures",
                    "subject",
                    organisation(i),
                    "measure",
                    "members",
                    "value",
                    "" + random.nextInt(5000),
                    "unit",
                    "members",
                    "year",
                    "" + (2000 + i % 26),
                    "evidence",
                    evidence(s, 1));
            for (int k = 0; k < 2; k++) {
                folder.add(
                        "citations",
                        "passage",
                        source(s) + "#" + (1 + random.nextInt(passages[s])),
                        "target",
                        document(random.nextInt(documents)),
                        "standing",
                        "stated",
                        "note",
                        "note " + i + "." + k);
            }
        }
    }

    /** A row of a source's statements, unless one says the same already. */
    private void state(int s, String subject, String relation, String object, String role, String evidence) {
        if (said.add(subject + " " + relation + " " + object)) {
            folder.add(
                    "statements/" + source(s),
                    "subject",
                    subject,
                    "relation",
                    relation,
                    "object",
                    object,
                    "role",
                    role,
                    "standing",
                    random.nextInt(12) == 0 ? "arguable" : "stated",
                    "evidence",
                    evidence);
        }
    }

    private int initiativeCount() {
        return organisations * 21 / 10;
    }

    private static String organisation(int i) {
        return "org-" + i;
    }

    private static String initiative(int i) {
        return "ini-" + i;
    }

    private static String document(int i) {
        return "doc-" + i;
    }

    private static String source(int s) {
        return "src-" + s;
    }

    private static String of(List<String> words, int i) {
        return words.get(i % words.size());
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String matter() {
        return any(SECOND).toLowerCase(Locale.ROOT);
    }

    /** An organisation, the first ones far more often than the last. */
    private int hub() {
        int found = Arrays.binarySearch(chances, random.nextDouble() * chances[organisations - 1]);
        return Math.min(organisations - 1, found < 0 ? -found - 1 : found);
    }

    /** An issue, the first ones more often than the last. */
    private String issue() {
        double x = random.nextDouble();
        return issues.get((int) (x * x * issues.size()));
    }

    private String evidence(int s, int most) {
        Set<Integer> numbers = new TreeSet<>();
        for (int k = random.nextInt(most); k >= 0; k--) {
            numbers.add(1 + random.nextInt(passages[s]));
        }
        return String.join(" | ", numbers.stream().map(n -> source(s) + "#" + n).toList());
    }
}
