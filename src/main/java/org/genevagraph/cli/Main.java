package org.genevagraph.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.genevagraph.cli.ask.QueriesCommand;
import org.genevagraph.cli.ask.QueryCommand;
import org.genevagraph.cli.check.CheckCommand;
import org.genevagraph.cli.check.CoverageCommand;
import org.genevagraph.cli.check.EvidenceCommand;
import org.genevagraph.cli.check.FixCommand;
import org.genevagraph.cli.check.ValidateCommand;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.Misuse;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.cli.console.Version;
import org.genevagraph.cli.console.WatchedOutput;
import org.genevagraph.cli.curate.AddCommand;
import org.genevagraph.cli.curate.AmendCommand;
import org.genevagraph.cli.curate.DeskCommand;
import org.genevagraph.cli.curate.LinkCommand;
import org.genevagraph.cli.curate.SheetsCommand;
import org.genevagraph.cli.curate.SuggestCommand;
import org.genevagraph.cli.release.BuildCommand;
import org.genevagraph.cli.release.DiffCommand;
import org.genevagraph.cli.release.ExportCommand;
import org.genevagraph.cli.release.ReleaseCommand;
import org.genevagraph.cli.serve.ConfigCommand;
import org.genevagraph.cli.serve.ServeCommand;
import org.genevagraph.cli.serve.ServerCommand;
import org.genevagraph.cli.serve.TokenCommand;
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.ProblemDigest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.guard.Lockdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Exit status: 0 done, 1 the data or the answer is not what it should be, 2 wrong usage or no way to write the results. */
@Command(
        name = "geneva",
        description =
                "Who does what, with whom and under which mandate in Geneva's digital governance, each fact with its passage.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            SuggestCommand.class,
            TokenCommand.class,
            ConfigCommand.class,
            BuildCommand.class,
            CheckCommand.class,
            ValidateCommand.class,
            FixCommand.class,
            CompletionCommand.class,
            QueriesCommand.class,
            QueryCommand.class,
            AddCommand.class,
            SheetsCommand.class,
            AmendCommand.class,
            ExportCommand.class,
            LinkCommand.class,
            DeskCommand.class,
            DiffCommand.class,
            ReleaseCommand.class,
            EvidenceCommand.class,
            CoverageCommand.class,
            Main.VersionCommand.class
        })
public final class Main implements Callable<Integer> {
    private static final int LEAST_HELP_WIDTH = 55;

    /** Of each kind of fault so many are told by commands whose work it is not to tell them. */
    private static final int MOST_OF_A_KIND = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print results and errors only.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print what goes on inside.")
    private boolean verbose;

    private Main() {}

    /** Runs the program and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(run(args, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err)));
    }

    /**
     * Runs the program.
     *
     * @param out takes results
     * @param err takes everything else
     * @return the exit status
     */
    public static int run(String[] args, OutputStream out, OutputStream err) {
        WatchedOutput results = new WatchedOutput(out);
        try (PrintStream printed = results.printer();
                PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int status;
            try {
                status = run(args, printed, told);
            } catch (Error e) {
                // Once this ends nothing can be told any more: a class that is missing, say, would end the program in
                // silence.
                told.println("This should not have happened: " + e + " – report it, with what was asked");
                if (Arrays.asList(args).contains("--verbose")) {
                    e.printStackTrace(told);
                }
                return ExitStatus.WRONG_DATA;
            }
            printed.flush();
            if (results.hasLostItsReader()) {
                return ExitStatus.READER_GONE;
            }
            if (results.failure().isPresent()) {
                told.println("the results could not be written: "
                        + OutputFile.why(results.failure().get()) + " – make room, or send them to another place");
                return ExitStatus.WRONG_USAGE;
            }
            return status;
        }
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        Locale.setDefault(Locale.ROOT);
        quietLogging(args);
        Lockdown.apply();
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main)
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> misused(e))
                .setExecutionStrategy(Main::withInputLimit)
                .setExecutionExceptionHandler((e, line, parsed) -> explain(e, err, main.verbose));
        for (String server : List.of("serve", "config")) {
            commandLine
                    .getSubcommands()
                    .get(server)
                    .setDefaultValueProvider(ServerCommand.settings(List.of(args), System.getenv()));
        }
        Console console = new Console(out, err, main::quiet);
        for (CommandLine command : commandLine.getSubcommands().values()) {
            if (command.getCommand() instanceof ConsoleCommand printing) {
                printing.printOn(console);
            }
        }
        commandLine.setUsageHelpAutoWidth(true);
        if (console.width() < Integer.MAX_VALUE) {
            commandLine.setUsageHelpWidth(Math.max(LEAST_HELP_WIDTH, console.width()));
        }
        explainUse(commandLine);
        return commandLine.execute(args);
    }

    /** Lets the limit of what may be read hold before a command reads anything; one without that option has the usual one. */
    private static int withInputLimit(ParseResult parsed) {
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        OptionSpec option = command.commandSpec().findOption(InputLimit.OPTION);
        InputLimit limit = option == null ? null : option.getValue();
        (limit == null ? InputLimit.parse(InputLimit.STANDARD) : limit).use();
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Gives the help of each command what is the same in all: examples from one file, and the exit statuses. */
    private static void explainUse(CommandLine commandLine) {
        Properties examples = new Properties();
        try (InputStream file = Main.class.getResourceAsStream("/help/examples.properties")) {
            examples.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("0", "done");
        statuses.put("1", "the data or the answer is not what it should be");
        statuses.put("2", "wrong usage, or no way to write the results");
        commandLine
                .getSubcommands()
                .forEach((name, command) -> command.getCommandSpec()
                        .usageMessage()
                        .footerHeading("%nExamples:%n")
                        .footer(examples.getProperty(name, "")
                                .lines()
                                .map(line -> "  " + line)
                                .toArray(String[]::new))
                        .exitCodeListHeading("%nExit status:%n")
                        .exitCodeList(statuses));
        commandLine
                .getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(statuses);
    }

    boolean quiet() {
        return quiet;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
    }

    /** Libraries log warnings only, unless the user wants to see inside. Must run before the first logger is made. */
    private static void quietLogging(String[] args) {
        String level = Arrays.asList(args).contains("--verbose") ? "info" : "error";
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    }

    /** The cause and where the help is; the help itself would hide the cause. */
    private static int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(Misuse.told(e));
        // What was meant, or could be, is told for a word that is not known.
        if (!(e instanceof UnmatchedArgumentException) && command.getParent() == null) {
            command.usage(command.getErr());
        } else {
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitStatus.WRONG_USAGE;
    }

    private static int explain(Exception e, PrintStream err, boolean verbose) {
        if (verbose) {
            e.printStackTrace(err);
        }
        if (e instanceof Refusal refusal) {
            err.println(refusal.line());
            return switch (refusal.reason()) {
                case OVER_LIMIT, TOO_LARGE, BUSY -> ExitStatus.WRONG_DATA;
                default -> ExitStatus.WRONG_USAGE;
            };
        }
        if (e instanceof ProblemException wrong) {
            ProblemDigest.lines(wrong.problems(), MOST_OF_A_KIND, "see all of them with 'geneva validate'")
                    .forEach(err::println);
            return ExitStatus.WRONG_DATA;
        }
        if (e instanceof OutputFile.NotWritten) {
            err.println(e.getMessage());
            return ExitStatus.WRONG_USAGE;
        }
        if (e instanceof NoSuchFileException missing) {
            boolean folder = missing.getFile() != null && Files.isDirectory(Path.of(missing.getFile()));
            err.println(missing.getFile()
                    + (folder
                            ? " is a folder where a file belongs – give the path of the file"
                            : " is not there – check the path"));
            return ExitStatus.WRONG_USAGE;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println(e.getMessage() + " – check the path and who may read or write it");
            return ExitStatus.WRONG_USAGE;
        }
        err.println("This should not have happened: " + e + " – run again with --verbose and report it");
        return ExitStatus.WRONG_DATA;
    }

    /** The version as a command, for those who do not think of an option. */
    @Command(name = "version", description = "Prints the version.", mixinStandardHelpOptions = true)
    static final class VersionCommand extends ConsoleCommand {
        @Override
        public Integer call() {
            console.out().println(new Version().getVersion()[0]);
            return 0;
        }
    }
}
