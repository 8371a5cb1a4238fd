package org.genevagraph.cli.curate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.Version;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.link.KnownLinks;
import org.genevagraph.link.Linking;
import org.genevagraph.link.Measure;
import org.genevagraph.link.Proposals;
import org.genevagraph.link.match.Matching;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.link.match.OwnThings;
import org.genevagraph.link.register.Columns;
import org.genevagraph.link.register.Endpoint;
import org.genevagraph.link.register.EndpointClient;
import org.genevagraph.link.register.NamesQuery;
import org.genevagraph.link.register.Register;
import org.genevagraph.link.register.RorDump;
import org.genevagraph.link.register.SparqlResults;
import org.genevagraph.link.register.Thesaurus;
import org.genevagraph.link.register.WikidataExtract;
import org.genevagraph.load.links.MappingSet;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes identifiers in outside registers. */
@Command(
        name = "link",
        description = {
            "Looks our things up in an outside register and proposes their identifiers there, as SSSOM for somebody to review: never as facts.",
            "A name that several bear, an acronym alone, another country or another kind propose nothing; what is not there is said, too."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  geneva link ror v1.75-ror-data.zip --out proposed.sssom.tsv",
            "  geneva link wikidata entities.json.gz --kind organisation,place",
            "  geneva link thesaurus eurovoc.rdf --kind issue --out -",
            "  geneva link results answer.csv --columns item=body,label=title --rejected refused.sssom.tsv",
            "  geneva link wikidata --endpoint https://query.wikidata.org/sparql --cache answers --user-agent 'me@example.org'",
            "  geneva link ror v1.75-ror-data.zip --measure",
            "Exit status: 0 done; 1 the register could not be read, or not to its end; 2 wrong usage."
        })
public final class LinkCommand extends ConsoleCommand {
    /** What is read, in the spelling of the command line. */
    enum Format {
        ror,
        wikidata,
        thesaurus,
        results
    }

    /** What can be looked up, in the spelling of the command line. */
    enum Kind {
        organisation,
        place,
        document,
        issue,
        initiative
    }

    private static final String LINKS = "links/";

    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = {
                "ror: a dump of the Research Organization Registry, schema 1 or 2.",
                "wikidata: entities of Wikidata as JSON, in an array or one a line.",
                "thesaurus: concepts in SKOS, in any form of RDF, such as EuroVoc or UNBIS.",
                "results: those of a SPARQL SELECT, as CSV, TSV, JSON or XML, with a column of IRIs such as item and one of names such as itemLabel.",
                "Files may be zipped, gzipped or packed with bzip2."
            })
    private Format format;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The register; not with --endpoint.")
    private Path file;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = {
                "Ask a SPARQL endpoint instead of reading a file, some names at a time: wikidata and thesaurus know what to ask,",
                "results asks what --query says. Nothing else in this command goes online."
            })
    private URI endpoint;

    @Option(
            names = "--query",
            paramLabel = "FILE",
            description =
                    "With --endpoint: a SELECT with VALUES ?name { \"\" }, where the names are put, and columns as in results.")
    private Path query;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "With --endpoint: a folder of answers; what is in it is not asked again.")
    private Path cache;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "With --endpoint: for how long to wait for an answer; ${DEFAULT-VALUE} if not said.")
    private int timeout;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "With --endpoint: for how long to wait between questions; ${DEFAULT-VALUE} if not said.")
    private int pause;

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            description = "With --endpoint: who asks; public endpoints want a way to reach you in it.")
    private String userAgent;

    @Option(
            names = "--kind",
            split = ",",
            defaultValue = "organisation",
            description =
                    "What to look up, separated by commas: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private List<Kind> kinds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where to write the mapping set; without it, or with -, to the standard output.")
    private String out;

    @Option(
            names = "--again",
            description = "Look up, too, what is linked with this register already, or was looked for in vain.")
    private boolean again;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description =
                    "A mapping set of which every row was rejected: it does not come back. Rows of data/links with Not never do.")
    private List<Path> rejected = List.of();

    @Option(
            names = "--least",
            paramLabel = "SCORE",
            defaultValue = "" + Matching.LEAST,
            description = "From which confidence on to propose, between 0.5 and 1; ${DEFAULT-VALUE} if not said.")
    private double least;

    @Option(
            names = "--languages",
            split = ",",
            defaultValue = "en,fr",
            description = "The languages whose names count; ${DEFAULT-VALUE} if not said.")
    private Set<String> languages;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "ROLE=COLUMN",
            description = {
                "For results: which column says what, where its name does not tell.",
                "Roles: item, label, alias, acronym, symbol, kind, country, place, website, status, successor."
            })
    private Map<Columns.Role, String> columns = Map.of();

    @Option(
            names = "--register",
            paramLabel = "IRI",
            description =
                    "What the identifiers of the register begin with; without it, what most of those in the file begin with.")
    private String namespace = "";

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The day to write as that of the mapping; without it, today.")
    private LocalDate date;

    @Option(
            names = "--measure",
            description =
                    "Write nothing; tell how many of the links that were reviewed would be proposed, if neither they nor what outside registers say were known.")
    private boolean measure;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (least < 0.5 || least > 1) {
            throw new ParameterException(spec.commandLine(), "--least is " + least + " – give a number from 0.5 to 1");
        }
        Snapshot snapshot = project.build(console);
        List<OwnThing> things = OwnThings.of(
                snapshot.facts().graph(), kinds.stream().map(Kind::name).toList(), !measure);
        Problems problems = new Problems();
        KnownLinks known = known(project.inputs(), problems);
        Register register = register(things, known);
        Linking linking = console.withProgress(
                "Reading",
                progress -> Linking.of(
                        register,
                        things,
                        least,
                        measure ? new KnownLinks(List.of(), List.of()) : known,
                        namespace,
                        measure ? Measure.asked(things, known) : Set.of(),
                        shown(progress),
                        problems));
        problems.sorted().forEach(problem -> console.err().println(problem));
        if (measure) {
            Measure measured = Measure.of(linking, known);
            measured.lines().forEach(console.out()::println);
            console.out().println(measured.summary());
        } else {
            propose(linking, known, register);
        }
        return linking.isComplete() ? 0 : ExitStatus.WRONG_DATA;
    }

    private Register register(List<OwnThing> things, KnownLinks known) throws IOException {
        if (endpoint != null) {
            return online(things, known);
        }
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(), "says no register – give the file, or an address with --endpoint");
        }
        return switch (format) {
            case ror -> new RorDump(file);
            case wikidata -> new WikidataExtract(file, languages);
            case thesaurus -> new Thesaurus(file, languages);
            case results -> new SparqlResults(file, columns);
        };
    }

    private Register online(List<OwnThing> things, KnownLinks known) throws IOException {
        if (file != null || timeout < 1 || pause < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--endpoint takes the place of the file, --timeout is 1 or more, --pause 0 or more");
        }
        if (!Set.of("http", "https").contains(String.valueOf(endpoint.getScheme())) || endpoint.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--endpoint " + endpoint + " is no web address – write it in full, with https://");
        }
        if (query == null && (format == Format.ror || format == Format.results)) {
            throw new ParameterException(
                    spec.commandLine(),
                    format + " has no query of its own – say with --query what to ask, or choose another");
        }
        NamesQuery asked;
        try {
            asked = query == null ? NamesQuery.own(format.name()) : new NamesQuery(Files.readString(query), columns);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), query + " " + e.getMessage());
        }
        String beginning = format == Format.wikidata && namespace.isEmpty() ? WikidataExtract.NAMESPACE : namespace;
        String address = format == Format.wikidata && namespace.isEmpty() ? WikidataExtract.ADDRESS : namespace;
        // Nobody is asked for what would be left out of the answer.
        List<String> names = things.stream()
                .filter(thing ->
                        again || measure || beginning.isEmpty() || known.isOpen(thing.iri(), beginning, address))
                .flatMap(thing -> thing.allNames().stream())
                .toList();
        String agent = userAgent == null
                ? "geneva-graph/" + Version.number().replaceAll("[()\\s]", "") + " (" + Iris.BASE + "; geneva link)"
                : userAgent;
        return new Endpoint(
                beginning,
                address,
                new EndpointClient(
                        endpoint,
                        Duration.ofSeconds(timeout),
                        Duration.ofSeconds(pause),
                        agent,
                        Optional.ofNullable(cache)),
                asked,
                names,
                languages);
    }

    private void propose(Linking linking, KnownLinks known, Register register) throws IOException {
        Proposals.Circumstances circumstances = new Proposals.Circumstances(
                (date == null ? LocalDate.now(java.time.ZoneOffset.UTC) : date).toString(),
                Version.number(),
                register.name());
        Proposals proposals = Proposals.of(linking, known, again, circumstances);
        console.write(Path.of(out), written -> proposals.write(linking, known, circumstances, written));
        proposals.notices().forEach(notice -> console.err().println("look: " + notice));
        console.say(Console.grouped(linking.entries()) + " entries read; "
                + Console.counted(proposals.found(), "identifier") + " proposed, "
                + Console.counted(proposals.none(), "thing") + " not found, " + proposals.skipped()
                + " skipped that were dealt with before, " + proposals.notices().size() + " to look at");
        if (!linking.isComplete()) {
            console.say("The register was not read to its end, so that nothing is said not to be in it.");
        }
    }

    /** The mapping sets of the project, and those that the user says were rejected. */
    private KnownLinks known(Inputs inputs, Problems problems) throws IOException, ProblemException {
        List<MappingSet> sets = new ArrayList<>();
        for (Inputs.File table : inputs.tables()) {
            if (table.name().startsWith(LINKS)) {
                // What is wrong with them 'geneva validate' tells; the build would have stopped.
                sets.add(MappingSet.read(table.shown(), table.name(), table.text(), new Problems()));
            }
        }
        List<MappingSet> refused = new ArrayList<>();
        for (Path set : rejected) {
            Problems wrong = new Problems();
            refused.add(MappingSet.read(set.toString(), LINKS, Files.readString(set), wrong));
            if (wrong.hasErrors()) {
                throw new ProblemException(wrong.sorted());
            }
            problems.addAll(wrong.sorted());
        }
        return new KnownLinks(sets, refused);
    }

    private static Register.Progress shown(Progress progress) {
        return (entries, done, total) -> progress.at(
                Console.grouped(entries) + " entries",
                total <= 0 ? 0 : (int) Math.min(1000, 1000 * done / total),
                1000);
    }
}
