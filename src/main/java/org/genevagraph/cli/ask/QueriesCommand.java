package org.genevagraph.cli.ask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.cli.project.Project;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.description.CatalogueJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the canned queries. */
@Command(name = "queries", description = "Lists the canned queries.", mixinStandardHelpOptions = true)
public final class QueriesCommand extends ConsoleCommand {
    /** How to list them, in the spelling of the command line. */
    enum Format {
        table,
        json
    }

    @Option(names = "--format", defaultValue = "table", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Override
    public Integer call() throws IOException, ProblemException {
        QueryCatalogue catalogue = Project.queries();
        if (format == Format.json) {
            JSON.write(console.out(), CatalogueJson.of(catalogue));
            console.out().println();
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (QueryFile query : catalogue.all()) {
            rows.add(List.of(query.name(), parameters(query), query.summary()));
        }
        new TextTable(List.of("query", "parameters", "answers"), rows).print(console.out(), console.width());
        return 0;
    }

    private static String parameters(QueryFile query) {
        return String.join(
                " ", query.parameters().stream().map(QueriesCommand::shown).toList());
    }

    private static String shown(Parameter parameter) {
        return parameter.required() ? parameter.name() : "[" + parameter.name() + "]";
    }
}
