package org.genevagraph.curate.asks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passages say of other writings by symbols and numbers. */
class ReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Recalling resolutions 55/63 and 70/125,          | A/RES/55/63 A/RES/70/125",
                "its resolution 57/270 B of 23 June 2003          | A/RES/57/270 B",
                "Human Rights Council resolution 47/23            | A/HRC/RES/47/23",
                "Economic and Social Council resolution 2006/46   | E/RES/2006/46",
                "Rappelant ses résolutions 55/63 et 70/125        | A/RES/55/63 A/RES/70/125",
                "Recordando su resolución 70/125                  | A/RES/70/125",
                "as A/70/L.33 says, and that resolution           | A/70/L.33"
            })
    void resolutionsHaveTheSymbolOfTheirBody(String words, String symbols) {
        assertEquals(
                symbols,
                References.symbols(words).stream()
                        .map(References.Symbol::symbol)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see paragraphs 4, 5 and 7 above            | [4, 5, 7] | false",
                "paragraph 72 of the Agenda                 | [72]      | true",
                "the Agenda, para. 72                       | [72]      | true",
                "le paragraphe 72 de l’Agenda               | [72]      | true",
                "los párrafos 3 y 4 del Programa            | [3, 4]    | true",
                "voir les paragraphes 3 et 4                | [3, 4]    | false"
            })
    void paragraphsAreOfTheTextOrOfAnother(String words, String numbers, boolean ofAnother) {
        References.Paragraphs found = References.paragraphs(words).get(0);
        assertEquals(numbers, found.numbers().toString());
        assertEquals(ofAnother, found.ofAnother());
    }
}
