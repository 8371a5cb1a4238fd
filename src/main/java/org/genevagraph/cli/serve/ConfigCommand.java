package org.genevagraph.cli.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.cli.settings.Settings;
import org.genevagraph.serve.ServerLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Tells every setting of the server, its value, and where that comes from; or what is wrong with them. */
@Command(
        name = "config",
        description = {
            "Tells every setting of the server, its value and where it comes from, and what is wrong with them.",
            "Say 'geneva config' with the same options, file and environment as 'geneva serve'."
        },
        mixinStandardHelpOptions = true)
public final class ConfigCommand extends ServerCommand {
    private static final String OPTION = "option";
    private static final String USUAL = "default";

    /** How to tell them, in the spelling of the command line. */
    public enum Format {
        table,
        json
    }

    @Option(names = "--format", defaultValue = "table", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    /**
     * A setting.
     *
     * @param value its value; empty if it is not set
     * @param unit what a number counts; empty if it is none
     * @param origin {@code option}, the name of a variable, {@code FILE:LINE}, or {@code default}
     */
    private record Setting(String name, String value, String unit, String origin) {}

    @Override
    public Integer call() {
        if (isMisconfigured()) {
            return ExitStatus.WRONG_USAGE;
        }
        List<Setting> settings = all();
        if (format == Format.json) {
            JsonBuilder json = JsonBuilder.create().startArray();
            for (Setting setting : settings) {
                json.startObject()
                        .pair("name", setting.name())
                        .pair("value", setting.value())
                        .pair("unit", setting.unit())
                        .pair("origin", setting.origin())
                        .finishObject();
            }
            JSON.write(console.out(), json.finishArray().build());
            console.out().println();
        } else {
            new TextTable(
                            List.of("setting", "value", "from"),
                            settings.stream()
                                    .map(setting -> List.of(
                                            setting.name(),
                                            (setting.value() + " " + setting.unit()).strip(),
                                            setting.origin()))
                                    .toList())
                    .print(console.out(), console.width());
        }
        return 0;
    }

    private List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (OptionSpec option : options(spec)) {
            String name = Settings.name(option);
            boolean said = spec.commandLine().getParseResult().hasMatchedOption(option);
            all.add(new Setting(name, shown(option.getValue()), "", origin(name, said)));
        }
        for (ServerLimits.Named limit : limits().named()) {
            boolean said = limitsByOption().contains(limit.name());
            all.add(new Setting(limit.name(), Long.toString(limit.value()), limit.unit(), origin(limit.name(), said)));
        }
        return all;
    }

    private String origin(String name, boolean byOption) {
        return byOption
                ? OPTION
                : settings().given(name).map(Settings.Given::origin).orElse(USUAL);
    }

    private static String shown(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : Optional.ofNullable(value).map(String::valueOf).orElse("");
    }
}
