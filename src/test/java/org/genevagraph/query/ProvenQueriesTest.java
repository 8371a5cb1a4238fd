package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.syntax.DeclaredTerms;
import org.junit.jupiter.api.Test;

/** Queries that are parsed one by one, when they are asked for, are those that are parsed and checked together. */
class ProvenQueriesTest {
    @Test
    void eachIsTheSame() throws IOException, ProblemException, Refusal {
        InputFiles files = InputFiles.read(Mini.HOME);
        QueryCatalogue checked = QueryCatalogue.of(files, Inputs.terms(files));
        QueryCatalogue proven = QueryCatalogue.proven(files);
        assertFalse(checked.all().isEmpty());
        for (QueryFile query : checked.all()) {
            assertEquals(query, proven.find(query.name()));
        }
        assertEquals(List.copyOf(checked.all()), List.copyOf(proven.all()));
        assertFalse(checked.federated().isEmpty());
        assertEquals(List.copyOf(checked.federated()), List.copyOf(proven.federated()));
        assertEquals(List.copyOf(Mini.queries().all()), List.copyOf(proven.all()));
        Refusal unknown = assertThrows(Refusal.class, () -> proven.find("partner"));
        assertEquals(assertThrows(Refusal.class, () -> checked.find("partner")).line(), unknown.line());
    }

    @Test
    void termsThatTheOntologyDeclaresNoMoreAreToldOfQueriesThatWereReadBefore() throws IOException, ProblemException {
        InputFiles files = InputFiles.read(Mini.HOME);
        assertFalse(QueryCatalogue.of(files, Inputs.terms(files)).all().isEmpty());
        Optional<DeclaredTerms> none = Optional.of(DeclaredTerms.of(GraphFactory.createDefaultGraph()));
        for (int again = 0; again < 2; again++) {
            ProblemException undeclared = assertThrows(ProblemException.class, () -> QueryCatalogue.of(files, none));
            assertTrue(
                    undeclared.problems().stream()
                            .anyMatch(problem -> problem.file().endsWith("partners.rq")),
                    undeclared::getMessage);
        }
        assertFalse(QueryCatalogue.of(files, Inputs.terms(files)).all().isEmpty());
    }
}
