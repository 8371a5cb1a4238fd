package org.genevagraph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members of lists within sentences. */
class EnumerationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tools such as kites, paper boats and glass will have effects. | kites / paper boats / glass",
                "It treats fields as diverse as bees, honey, and the wax | bees / honey / wax",
                "topics like swans, the theft of swans (TS), and geese, which fly | swans / theft of swans / geese",
                "questions (e.g. price, bread and butter, salt) of the day | price / bread / butter / salt",
                "People, including bakers, millers for hire and smiths to help us, work | bakers / millers / smiths",
                "Issues include boats, nets and ropes, which wear. | boats / nets / ropes",
                "Three things: wind, long rain, and snow | wind / long rain / snow",
                "The aim is plain: to read and to write, and we do. |",
                "Among others such as fairs, national and regional markets | fairs / regional markets",
                "including boats, nets, leading to more fish | boats / nets",
                "It is like this one, or not. |",
                "including teleworking |"
            })
    void membersOfLists(String text, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                Enumerations.in(text).stream().map(Enumerations.Member::words).collect(Collectors.joining(" / ")));
    }

    @Test
    void aMemberStandsWhereItSays() {
        String text = "Art such as songs (old and new), plays, and the dance";
        assertEquals(
                List.of("songs", "plays", "dance"),
                Enumerations.in(text).stream()
                        .map(member -> text.substring(member.start(), member.end()))
                        .toList());
    }

    @Test
    void theRealTextsHoldManyAndEachIsAPartOfItsText() throws IOException {
        Texts.assumeReal();
        int found = 0;
        try (Stream<Path> files = Files.list(Texts.REAL)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                for (Enumerations.Member member : Enumerations.in(text)) {
                    assertEquals(member.words(), text.substring(member.start(), member.end()));
                    assertTrue(!member.words().matches("(?s).*[,;:].*"), member.words());
                    found++;
                }
            }
        }
        assertTrue(found > 200, "members: " + found);
    }
}
