package org.genevagraph.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.Misuse;
import org.genevagraph.cli.console.Ports;
import org.genevagraph.cli.console.TemporaryFiles;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.cli.settings.LimitText;
import org.genevagraph.cli.settings.Settings;
import org.genevagraph.query.federation.ServiceEndpoint;
import org.genevagraph.query.federation.Services;
import org.genevagraph.serve.ServerLimits;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.place.Placement;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The settings of a server, which are the options of these commands. Every one may stand in a file or in the environment instead, under its own
 * name; see {@link Settings}.
 */
public abstract class ServerCommand extends ConsoleCommand {
    /** The file of tokens in the folder of {@code --submit}. */
    static final String TOKENS = "tokens.csv";

    /** The journal there. */
    static final String JOURNAL = "journal.log";

    @Spec
    CommandSpec spec;

    @Mixin
    BuiltProject project;

    @Mixin
    PlacementOptions placing;

    @Mixin
    StoreOptions store;

    @Mixin
    ImprintOptions imprint;

    @Option(
            names = "--port",
            defaultValue = "3030",
            description = "The port, 0 for a free one; ${DEFAULT-VALUE} if not said.")
    int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; ${DEFAULT-VALUE}, which only this machine can reach, if not said.")
    String host;

    @Option(
            names = "--admin-port",
            description =
                    "A second port, 0 for a free one, where this machine can ask how the server is: /health, /health/live, /health/ready. "
                            + "It has threads of its own.")
    Integer adminPort;

    @Option(
            names = "--releases",
            paramLabel = "DIR",
            description = "The folder in which releases stand, for /changes; without it, none are told.")
    Path releases;

    @Option(
            names = "--submit",
            paramLabel = "DIR",
            description =
                    "Take rows at /submit from those who have a token ('geneva token'); the folder keeps hashes of tokens and the journal. "
                            + "Without it, no rows are taken.")
    Path submit;

    @Option(
            names = "--contribute",
            paramLabel = "DIR",
            description =
                    "Take proposals of readers at /contribute, as files in this folder for 'geneva desk SOURCE --proposals DIR'. "
                            + "None of them is a fact. Without it, there are no forms.")
    Path contribute;

    @Option(
            names = "--service",
            split = "\\s+",
            paramLabel = "URL",
            description =
                    "An endpoint that queries may call by SERVICE, as they write it; may be said more than once. Without it, they may call none.")
    private List<String> services = new ArrayList<>();

    @Option(
            names = "--private-service",
            split = "\\s+",
            paramLabel = "URL",
            description = "The same for an endpoint in a private network, of this machine for example.")
    private List<String> privateServices = new ArrayList<>();

    @Option(
            names = "--public-metrics",
            description =
                    "Tell /metrics on the port of the pages to everyone. Without it, there it is for a server that only this "
                            + "machine can reach; --admin-port always has it.")
    boolean publicMetrics;

    @Mixin
    LogOptions logs;

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description =
                    "Another value of a limit, such as query.time=5s; may be said more than once. 'geneva config' lists all limits.")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Option(
            names = Settings.FILE_OPTION,
            paramLabel = "FILE",
            description =
                    "A file of settings in YAML, such as 'port: 8080', called like the options. Or GENEVA_CONFIG. The environment "
                            + "(GENEVA_PORT) goes before the file, options before the environment.")
    @SuppressWarnings("UnusedVariable") // It has been read by then; here it is for the help.
    private Path file;

    /** The names of all settings of these commands: their own options, and the limits. */
    public static List<String> names(CommandSpec spec) {
        List<String> names =
                new ArrayList<>(options(spec).stream().map(Settings::name).toList());
        names.addAll(LimitText.names());
        return names;
    }

    /** The options that are settings. */
    public static List<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option ->
                        !option.hidden() && !option.usageHelp() && !option.versionHelp() && !option.inherited())
                .filter(option ->
                        !List.of(Settings.FILE_OPTION, "--limit", "--format").contains(option.longestName()))
                .toList();
    }

    /** What the file and the environment say, for a command line. */
    public static Settings settings(List<String> arguments, Map<String, String> environment) {
        return new Settings(
                arguments,
                environment,
                names(new CommandLine(new ConfigCommand()).getCommandSpec()),
                ServerCommand::fault);
    }

    /** What is wrong with a setting by itself; the same as on the command line. */
    private static Optional<String> fault(String name, List<String> values) {
        if (LimitText.names().contains(name)) {
            try {
                LimitText.parse(name, String.join(" ", values));
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
        }
        ConfigCommand alone = new ConfigCommand();
        try {
            new CommandLine(alone)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(values.stream()
                            .map(value -> "--" + name + "=" + value)
                            .toArray(String[]::new));
            alone.check();
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(Misuse.told(String.valueOf(e.getMessage()))
                    .replaceFirst("^(--" + name + "|Invalid value for option '--" + name + "':) ", ""));
        }
    }

    /**
     * Tells what is set wrong.
     *
     * @return whether anything is
     * @throws ParameterException if it is on the command line
     */
    public boolean isMisconfigured() {
        settings().warnings().forEach(warning -> console.say("warning: " + warning));
        settings().problems().forEach(console.err()::println);
        check();
        return !settings().problems().isEmpty();
    }

    /** What the file and the environment say. */
    public Settings settings() {
        return (Settings) spec.defaultValueProvider();
    }

    public void check() {
        Ports.check(spec.commandLine(), "--port", port);
        if (adminPort != null) {
            Ports.check(spec.commandLine(), "--admin-port", adminPort);
            if (adminPort != 0 && adminPort == port) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--admin-port " + adminPort
                                + " is the port of the server itself – choose another, or 0 for a free one");
            }
        }
        checkFolder(
                "--releases",
                Optional.ofNullable(releases),
                "make a release with 'geneva release " + releases + "/NAME'");
        TemporaryFiles.check(spec.commandLine());
        checkFolder("--data", Optional.of(project.data()), "give the folder of tables");
        checkFolder("--sources", project.sources(), "give the folder of the texts");
        checkFolder(
                "--submit",
                Optional.ofNullable(submit),
                "make it with 'geneva token NAME SOURCE --submit " + submit + "'");
        checkFolder("--contribute", Optional.ofNullable(contribute), "make the folder in which proposals are kept");
        logs.check();
        placement();
        imprint.imprint();
        store.check();
        allowed(ServerLimits.STANDARD);
        limitsOfOptions();
    }

    private void checkFolder(String option, Optional<Path> folder, String fix) {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new ParameterException(spec.commandLine(), option + " " + folder.get() + " is no folder – " + fix);
        }
    }

    /**
     * Sees what the server does, and writes the logs that are wanted.
     *
     * @throws ParameterException if one cannot be written
     */
    public Monitor monitor() {
        return logs.monitor(console.err()::println);
    }

    /** Where the server stands in the network. */
    public Placement placement() {
        return placing.placement();
    }

    /** The limits under which it serves. */
    public ServerLimits limits() {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String name : LimitText.names()) {
            settings()
                    .given(name)
                    .ifPresent(given ->
                            values.put(name, LimitText.parse(name, given.value().get(0))));
        }
        values.putAll(limitsOfOptions());
        return ServerLimits.STANDARD.with(values);
    }

    /** The names of the limits that the command line sets. */
    public Set<String> limitsByOption() {
        return limits.keySet();
    }

    private Map<String, Long> limitsOfOptions() {
        Map<String, Long> values = new LinkedHashMap<>();
        Optional.ofNullable(spec.commandLine().getParseResult())
                .map(parsed -> parsed.matchedOption("--limit"))
                .ifPresent(option -> saidOnce(option.originalStringValues()));
        limits.forEach((name, text) -> {
            try {
                values.put(name, LimitText.parse(name, text));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(), "--limit " + name + "=" + text + ": " + e.getMessage());
            }
        });
        return values;
    }

    /** Of one limit that is said twice the last would count, which who said the first does not see. */
    private void saidOnce(List<String> given) {
        Set<String> names = new HashSet<>();
        for (String limit : given) {
            String name = limit.replaceFirst("=.*", "");
            if (!names.add(name)) {
                throw new ParameterException(
                        spec.commandLine(), "--limit " + name + " is given more than once – give it once");
            }
        }
    }

    /** The services that queries may call. */
    public Services allowed(ServerLimits under) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        services.forEach(address -> endpoints.add(endpoint("--service", address, false)));
        privateServices.forEach(address -> endpoints.add(endpoint("--private-service", address, true)));
        if (!endpoints.isEmpty() && store.engine().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--service and --store URL do not go together: queries would be run, and call services, elsewhere – leave out one");
        }
        Services all = Services.of(endpoints, under.services());
        Services others = all.at(own());
        endpoints.stream()
                .map(ServiceEndpoint::address)
                .filter(others::isOwn)
                .findFirst()
                .ifPresent(address -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--service " + address
                                    + " is this server itself – leave it out: queries ask its graph without SERVICE");
                });
        return all;
    }

    /** The addresses of its own endpoint, as far as they are known before it listens. */
    private List<String> own() {
        List<String> own = new ArrayList<>();
        placement().base().ifPresent(base -> own.add(base.url() + "/sparql"));
        Placement.LOOPBACK.forEach(name -> own.add("http://" + name + ":" + port + "/sparql"));
        return own;
    }

    private ServiceEndpoint endpoint(String option, String address, boolean inside) {
        ServiceEndpoint.fault(address).ifPresent(fault -> {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " " + address + " " + fault + " – give the whole address of a SPARQL endpoint");
        });
        return new ServiceEndpoint(address, inside);
    }
}
