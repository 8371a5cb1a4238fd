package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number has its unit beside it, unless what it measures says it. */
class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "session,number of the session,true",
        "session,numéro de la session,true",
        "objectifs,objectifs de développement durable,true",
        "domaines d’action,grands domaines d’action proposés,true",
        "sessions,durée de la session,true",
        "membres,taille du Conseil,false",
        "age,agenda,false",
        "'',taille,false"
    })
    void measuresSayTheirUnits(String unit, String measure, boolean said) {
        assertEquals(said, Units.isSaid(unit, measure));
    }
}
