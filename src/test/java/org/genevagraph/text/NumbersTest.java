package org.genevagraph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in digits and in words. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 200 calls, 1 350 000 visits  | 4200 1350000",
                "Article 19 300 times            | 19 300",
                "7,500 alumni from 208 countries | 7500 208",
                "2.6 billion people              | 2.6",
                "US$12 billion, 88.4%            | 12 88.4",
                "the 21st of nine                | 21 9",
                "two-thirds of them              | 2 3",
                "C7, COVID19 and 3.We            | 3",
                "in 2016-2021                    | 2016 2021",
                "nothing                         |"
            })
    void numbersInTexts(String text, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                Numbers.in(text).stream()
                        .map(number -> number.value().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void aScaledNumberIsThereWithItsScaleAndWithout() {
        assertTrue(Numbers.holds("2.6 billion people", new BigDecimal("2.6")));
        assertTrue(Numbers.holds("2.6 billion people", new BigDecimal("2600000000")));
        assertFalse(Numbers.holds("2.6 billion people", new BigDecimal("2")));
    }
}
