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
                "resolutions 70/125 of 16 December 2015, 73/218 of 20 December 2018 and 74/197, | A/RES/70/125 A/RES/73/218 A/RES/74/197",
                "les résolutions 70/125 du 16 décembre 2015 et 73/218, | A/RES/70/125 A/RES/73/218",
                "sus resoluciones 70/125, de 16 de diciembre de 2015, y 73/218, | A/RES/70/125 A/RES/73/218",
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
                "In paragraph 12 above                      | [12]      | false",
                "See paragraphs 3 and 4                     | [3, 4]    | false",
                "as noted in paragraph 12 above             | [12]      | false",
                "the Council, in paragraph 5 below          | [5]       | false",
                "recalling Council paragraph 7              | [7]       | true",
                "comme au paragraphe 12 ci-dessus           | [12]      | false",
                "del párrafo 3 supra                        | [3]       | false",
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
