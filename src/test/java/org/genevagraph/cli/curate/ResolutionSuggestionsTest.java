package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up resolutions with their title pages, in three languages, through {@code add source} and {@code suggest}. */
class ResolutionSuggestionsTest {
    private static final String ENGLISH = """
            United Nations                                             A/RES/99/314

                                                                       Distr.: General
                                                                       14 March 2045
            General Assembly

            Ninety-ninth session
            Agenda item 18

                   Resolution adopted by the General Assembly on 11 March 2045

                   [without reference to a Main Committee (A/99/L.61 and A/99/L.61/Add.1)]

            99/314. Seizing the benefits of ladders that stand in every village, in all regions of the world and on its islands

                 The General Assembly,

                 Noting the holding of the first Rungs Forum in Town from 4 to 6 June 2044, at its thirtieth session,

                 Taking note of the report of the Secretary-General on ladders,2

                 1. Invites the World Ladder Organization to keep a Register of Rungs, and requests the Alpha Foundation to report on the
            implementation of the present resolution;

                 2. Requests the Alpha Foundation to submit a report to the General Assembly at its hundredth session.

                                                                       57th plenary meeting
                                                                       11 March 2045

            _______________
            2 See Official Records of the General Assembly, Ninety-ninth Session, Supplement No. 4 (A/99/12).

            Annex II to resolution 99/314
            Terms of reference

            1. The Alpha Foundation shall serve as secretariat.
            """;

    private static final String FRENCH = """
            Nations Unies                                              A/RES/99/314
            Assemblée générale                                         Distr. générale
                                                                       14 mars 2045
            Quatre-vingt-dix-neuvième session
            Point 18 de l’ordre du jour
            Résolution adoptée par l’Assemblée générale le 11 mars 2045
            [sans renvoi à une grande commission (A/99/L.61)]
            99/314. Tirer parti des échelles de tous les villages
            L’Assemblée générale,
            Consciente du rôle de l’Union internationale des échelles et de la Commission du barreau et de la marche au service du village,
            1. Encourage les États Membres et, selon qu’il conviendra, les villages :
            a) À entretenir les échelles ;
            2. Invite le Programme des échelles pour le village à tenir un registre à sa quatre-vingtième session ;
            """;

    private static final String SPANISH = """
            Naciones Unidas
            Consejo Económico y Social
            Período de sesiones de 2045
            Tema 18 b) del programa
            Resolución aprobada por el Consejo Económico y Social el 22 de julio de 2045
            [por recomendación de la Comisión de Escaleras y Aldeas para el Desarrollo (E/2045/31)]
            2045/22. Escaleras para las aldeas
            El Consejo Económico y Social,
            Reconociendo el papel de la Unión Internacional de Escaleras y de la Comisión de Escaleras y Aldeas para el Desarrollo,
            1. Alienta a la Comisión de Escaleras y Aldeas para el Desarrollo a que siga desempeñando su función;
            2. Solicita a la Unión Internacional de Escaleras que presente un informe.
            """;

    @TempDir
    private Path folder;

    private Path data;
    private Path texts;

    @BeforeEach
    void tables() throws IOException {
        data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
    }

    private String suggested(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("ladders.txt"), text);
        Texts.add(file, data, texts, "--kind", "document");
        Mini.Run run = Mini.geneva("suggest", "ladders", "--data", data.toString(), "--sources", texts.toString());
        assertEquals(0, run.status(), run.err());
        return run.out();
    }

    /** The row of the document, without its summary. */
    private String document() throws IOException {
        return Files.readAllLines(data.resolve("documents.csv")).stream()
                .filter(line -> line.startsWith("ladders,"))
                .findFirst()
                .orElse("");
    }

    private static void assertHas(String out, String... proposals) {
        for (String proposal : proposals) {
            assertTrue(out.contains(proposal), () -> proposal + " is not in\n" + out);
        }
    }

    private static void assertNoThing(String out, List<String> words) {
        for (String wrong : words) {
            assertFalse(
                    out.lines()
                            .filter(line -> line.matches("0\\.\\d\\d \\w+(?:-\\w+)?: .*"))
                            .filter(line -> !line.contains("statements/"))
                            .anyMatch(line -> line.matches("(?iu).*," + wrong + " \\[.*")),
                    () -> wrong + " is a thing in\n" + out);
        }
    }

    @Test
    void whatADraftDecidesToEstablishIsPlanned() throws IOException {
        String out = suggested("""
                United Nations                                             A/C.9/99/L.14
                General Assembly                                           Distr.: Limited
                Ninth Committee
                Agenda item 17 (b)
                Ladders for all: open rungs

                Draft resolution on open rungs

                The General Assembly,
                1. Decides to establish the Open Rungs Forum, to be held each year;
                2. Proclaims 2048 the International Year of Rungs;
                3. Welcomes the Ladder Registry Programme.
                """);
        assertTrue(
                document().startsWith("ladders,Draft resolution on open rungs,,resolution,,A/C.9/99/L.14,"),
                document());
        assertHas(
                out,
                "initiatives: open-rungs-forum,Open Rungs Forum",
                "status: open-rungs-forum,planned,stated,ladders#1",
                "status: international-year-of-rungs,planned,stated,ladders#2");
        assertFalse(out.contains("status: ladder-registry-programme"), out);
    }

    @Test
    void aTitlePageTellsTitleSymbolAndKindAndHoldsNoThings() throws IOException {
        String out = suggested(ENGLISH);
        assertTrue(
                document()
                        .startsWith(
                                "ladders,\"Seizing the benefits of ladders that stand in every village, in all regions of the world and on its islands\",,resolution,2045-03-11,A/RES/99/314,"),
                document());
        assertNoThing(
                out,
                List.of(
                        "Distr",
                        "II",
                        "Annex II",
                        "Main Committee",
                        "Ninety-ninth session",
                        "thirtieth session",
                        "hundredth session",
                        "present resolution",
                        "report on the implementation of the present resolution",
                        "57th plenary meeting",
                        "Official Records",
                        "Supplement No",
                        "A/99/L\\.61",
                        "Rungs Forum in Town"));
        assertHas(
                out,
                "initiatives: rungs-forum,Rungs Forum [ladders#preamble.",
                "organisations: world-ladder-organization,World Ladder Organization [ladders#1]",
                "ladders#1,requests,organisation:world-ladder-organization,,keep a Register of Rungs,",
                "ladders#1,requests,organisation:alpha,,report on the implementation of the present resolution,",
                "ladders#annex-ii.1,requests,organisation:alpha,,serve as secretariat,");
        assertFalse(out.contains("actor-groups: world-ladder-organization"), out);
    }

    @Test
    void frenchNamesGoOnBehindTheirFirstWord() throws IOException {
        String out = suggested(FRENCH);
        assertTrue(
                document()
                        .startsWith("ladders,Tirer parti des échelles de tous les villages,,resolution,,A/RES/99/314,"),
                document());
        assertHas(
                out,
                "organisations: union-internationale-des-echelles,Union internationale des échelles [",
                ",Commission du barreau et de la marche au service du village [",
                "initiatives: programme-des-echelles-pour-le-village,Programme des échelles pour le village [");
        assertNoThing(
                out,
                List.of(
                        "Distr",
                        "États Membres",
                        "à une grande commission",
                        "à sa quatre-vingtième session",
                        "Quatre-vingt-dix-neuvième session",
                        "la marche au service",
                        "Union",
                        "Programme",
                        "Commission"));
        assertFalse(out.contains("il conviendra"), out);
    }

    @Test
    void aSpanishNameHoldsItsAnd() throws IOException {
        String out = suggested(SPANISH);
        assertTrue(document().startsWith("ladders,Escaleras para las aldeas,,resolution,,,"), document());
        assertHas(
                out,
                "organisations: union-internacional-de-escaleras,Unión Internacional de Escaleras [",
                "organisations: comision-de-escaleras-y-aldeas-para-el-desarrollo,Comisión de Escaleras y Aldeas para el Desarrollo [",
                "ladders#1,requests,organisation:comision-de-escaleras-y-aldeas-para-el-desarrollo,,siga desempeñando su función,");
        assertNoThing(out, List.of("Desarrollo", "Aldeas", "Comisión de Escaleras", "Resolución", "Tema"));
    }
}
