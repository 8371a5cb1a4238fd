package org.genevagraph.text.amend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the project's own table of replacements does to sentences of our own, and what other tables do. */
class ReplacementsTest {
    private static final int VARIANTS = 20_000;
    private static final String HEADER = String.join(",", Replacements.COLUMNS) + "\n";
    private static final Pattern PREFIXED_TERM = Pattern.compile(
            "(?<![\\p{L}\\p{N}\\p{Pd}])[eE][-\u2010](?:ICT|ICTs|ICTS|(?i:information\\s(society|societies|and\\scommunication\\stechnology)))(?![\\p{L}\\p{N}])",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Replacements OURS = ours();

    private static Replacements ours() {
        try {
            Problems problems = new Problems();
            Replacements replacements = read(Files.readString(Path.of("data/replacements.csv")), problems);
            assertEquals(List.of(), problems.sorted());
            return replacements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Replacements read(String table, Problems problems) {
        return Replacements.read(
                Table.read("replacements.csv", Replacements.TABLE, table, Layout.of(Replacements.COLUMNS), problems),
                problems);
    }

    private static String amended(String text) {
        return OURS.amend(text).amended();
    }

    private static List<String> misfits(String text) {
        return OURS.amend(text).misfits().stream()
                .map(misfit -> misfit.kind().slug() + ": " + misfit.original() + " → " + misfit.amended())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "We want an open Information Society. | We want an open Digital Society.",
                "an open information society | an open digital society",
                "Information society is what we want. | Digital society is what we want.",
                "INFORMATION SOCIETY FOR ALL | DIGITAL SOCIETY FOR ALL",
                "the Information society | the Digital society",
                "Several information societies | Several digital societies",
                "The information society's friends | The digital society's friends",
                "information\u00A0society | digital society",
                "Information and Communication Technologies | Digital Technologies",
                "information and communication technology | digital technology",
                "Information and communications technologies last. | Digital technologies last.",
                "INFORMATION AND COMMUNICATION TECHNOLOGIES | DIGITAL TECHNOLOGIES",
                "They like ICT and ICTs. | They like digital technology and digital technologies.",
                "ICTs help. ICT helps! Do ICTs? | Digital technologies help. Digital technology helps! Do digital technologies?",
                "They said it. “ICTs help.” ICT heals. | They said it. “Digital technologies help.” Digital technology heals.",
                "Toys, e.g. ICTs, i.e. ICT, cf. ICT | Toys, e.g. digital technologies, i.e. digital technology, cf. digital technology",
                "MORE ICT AND ICTS | MORE DIGITAL TECHNOLOGY AND DIGITAL TECHNOLOGIES",
                "MORE ICTs | MORE DIGITAL TECHNOLOGIES",
                "ICT4D, PICTs and ICTU keep their letters | ICT4D, PICTs and ICTU keep their letters",
                "ict is no acronym | ict is no acronym",
                "ICTs' friends and ICT's | Digital technologies' friends and digital technology's",
                "e-government and E-commerce | digital government and Digital commerce",
                "E-government. E-Government. E-GOVERNMENT. | Digital government. Digital Government. DIGITAL GOVERNMENT.",
                "e\u2011strategies, (e-strategy) and “e-strategies” | digital strategies, (digital strategy) and “digital strategies”",
                "sectoral e-strategies1Note | sectoral digital strategies1Note",
                "e.g. re-elect pre-e-voting re-e-mail the-e E-1 e- e -x e-x | e.g. re-elect pre-e-voting re-e-mail the-e E-1 e- e -x e-x",
                "see https://e-town.example or www.e-town.example or me@e-town.example | see https://e-town.example or www.e-town.example or me@e-town.example",
                "ICT/e-strategies | Digital technology/digital strategies",
                "non-ICT toys | non-digital technology toys",
            })
    void termsAreReplacedInTheirCaseAndNumber(String original, String expected) {
        assertEquals(expected, amended(original));
        assertEquals(original, OURS.amend(original).original());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an ICT plan | a digital technology plan | an ICT → a digital technology",
                "An ICT plan. | A digital technology plan. | An ICT → A digital technology",
                "AN ICT PLAN | A DIGITAL TECHNOLOGY PLAN | AN ICT → A DIGITAL TECHNOLOGY",
                "an information society | a digital society | an information society → a digital society",
                "an “e-strategy” | a “digital strategy” | an “e-strategy → a “digital strategy",
                "an e-mail list | a digital mail list | an e-mail → a digital mail",
            })
    void theArticleBeforeATermIsMendedAndCounted(String original, String expected, String misfit) {
        Amendment amendment = OURS.amend(original);
        assertEquals(expected, amendment.amended());
        assertEquals(original, amendment.original());
        assertTrue(
                misfits(original).contains("article: " + misfit),
                () -> misfits(original).toString());
        assertEquals(1, amendment.replaced().size());
    }

    @Test
    void anArticleThatIsRightOrNotBesideTheTermStays() {
        assertEquals("a digital technology plan", amended("a ICT plan"));
        assertEquals("an open digital society", amended("an open information society"));
        assertEquals("Annex A: digital technology", amended("Annex A: ICT"));
        assertEquals(List.of(), misfits("the ICT plan and a new e-town"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: World Summit on the Information Society → World Summit on the Digital Society | at the World Summit on the Information Society",
                "name: United Nations ICT Task Force → United Nations Digital Technology Task Force | the United Nations ICT Task Force met",
                "name: Building confidence and security in the use of ICTs → Building confidence and security in the use of digital technologies | C5. Building confidence and security in the use of ICTs",
                "explains-itself: Information and communication technologies (ICTs) → Digital technologies (digital technologies) | Information and communication technologies (ICTs) help",
                "explains-itself: ICT (information and communication technology) → Digital technology (digital technology) | ICT (information and communication technology) helps",
                "explains-itself: ICTs (“information and communication technologies”) → digital technologies (“digital technologies”) | by ICTs (“information and communication technologies”)",
                "compound: ICT-based → digital technology-based | toys are ICT-based",
                "compound: non-ICT → non-digital technology | toys of the non-ICT kind",
                "compound: e-government-wide → digital government-wide | in our e-government-wide plan",
                "senseless: E-mail → Digital mail | E-mail is old",
                "senseless: traditional ICTs → traditional digital technologies | traditional ICTs such as drums",
                "doubled: digital e-toys → digital digital toys | some digital e-toys",
                "doubled: digital and ICT → digital and digital technology | digital and ICT toys",
                "doubled: ICT toys and technologies → digital technology toys and technologies | new ICT toys and technologies",
                "doubled: ICTs in the information society → digital technologies in the digital society | use ICTs in the information society",
                "alike: e-plans … ICT plans → digital plans … digital technology plans | the e-plans of one town; of another, ICT plans",
                "split: information and communication tools and technologies → information and communication tools and technologies | of information and communication tools and technologies",
                "acronym: Town Fund for the Information Society (TFIS) → Town Fund for the Digital Society (TFIS) | the Town Fund for the Information Society (TFIS)",
            })
    void itSaysWhereATermNoLongerFits(String expected, String original) {
        assertEquals(List.of(expected), misfits(original));
        assertEquals(original, OURS.amend(original).original());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Digital toys are fun. ICTs are not.",
                "digital toys, ICTs and books",
                "digital toys and the many new ICTs",
                "ICTs and other ICTs",
                "ICT plans and ICT plans",
                "the information society and books. ICT and books",
                "the information society (TFIS)",
                "Towns (ICTs) are there",
                "information, communication and other technologies",
                "world summit on the information society",
            })
    void whatFitsIsNoMisfit(String original) {
        assertEquals(List.of(), misfits(original));
    }

    @Test
    void theLongestFormCounts() {
        Replacements two =
                read(HEADER + "sea,sea,,lake,,,,,alpha#1\nair,sea air,,breath,,,,,alpha#1\n", new Problems());
        Amendment amendment = two.amend("Sea air by the sea");
        assertEquals("Breath by the lake", amendment.amended());
        assertEquals(List.of(1, 1), two.all().stream().map(amendment::count).toList());
    }

    @Test
    void aNewRuleNeedsNoCode() {
        Replacements cyber = read(
                HEADER + "c,cyber-,,electronic,,,,,alpha#1\nw,web,WWW,air,webs,airs,spider webs,,alpha#1\n",
                new Problems());
        assertEquals(
                "An electronic attack on an air, on airs and the air",
                cyber.amend("A cyber-attack on a web, on webs and the WWW").amended());
        assertEquals(
                List.of(Misfit.Kind.SENSELESS),
                cyber.amend("the spider webs").misfits().stream()
                        .map(Misfit::kind)
                        .toList());
        assertEquals("A WEB!", read(HEADER, new Problems()).amend("A WEB!").amended());
        assertEquals("AN AIR!", cyber.amend("A WEB!").amended());
    }

    @Test
    void rowsThatCannotBeUsedAreProblems() {
        Problems problems = new Problems();
        Replacements replacements = read(
                HEADER + "a,,,x,,,,,s#1\nb,bee,B,,,,,,s#1\nc,sea,C | b,lake,,lakes,,,s#1\nd,dee,,tea,dees,,,,\n",
                problems);
        assertEquals(
                List.of(
                        "replacements.csv:2: term: is empty – give it a name",
                        "replacements.csv:3: replacement: is empty – write what is put in the term's place",
                        "replacements.csv:4: forms: 'b' is a form on line 3 already – keep it in one place",
                        "replacements.csv:4: plural_forms: is empty, but the other of the two is not – fill in both plural_forms and plural, or neither",
                        "replacements.csv:5: plural: is empty, but the other of the two is not – fill in both plural_forms and plural, or neither"),
                problems.sorted().stream().map(Problem::toString).toList());
        assertEquals(List.of(), replacements.all());
    }

    /** Whatever stands beside the terms: the original can be recovered, and no term is left to be replaced. */
    @Test
    void theOriginalCanBeRecoveredFromEveryText() {
        List<String> pieces = List.of(
                "ICT",
                "ICTs",
                "ICTS",
                "ict",
                "information society",
                "Information Society",
                "INFORMATION SOCIETIES",
                "Information\nand communication technology",
                "information and communication",
                "technologies",
                "e-mail",
                "E-Government",
                "e\u2010",
                "e-",
                "E-x",
                "a",
                "An",
                "AN",
                "digital",
                "World Summit on the Information Society",
                "UN ICT Task Force",
                "(",
                ")",
                "(WSIS)",
                ".",
                ", ",
                "\u201C",
                "\u201D",
                "'",
                "-",
                "\u2013",
                " ",
                " ",
                "  ",
                " ",
                "\u00A0",
                "\n",
                "and",
                "or",
                "toys",
                "re",
                "4",
                "é",
                "\uD83D\uDE00",
                "$1",
                "\\E",
                "<b>",
                "s",
                "e.g.");
        Random random = new Random(20_261_122);
        int replaced = 0;
        int misfits = 0;
        for (int i = 0; i < VARIANTS; i++) {
            String text = random.ints(1 + random.nextInt(14), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            Amendment amendment = OURS.amend(text);
            assertEquals(text, amendment.original());
            assertEquals(amendment, OURS.amend(text));
            assertEquals(amendment.isChanged(), !text.equals(amendment.amended()), text);
            // Of "e-ICTs" the first term is replaced only: the second belongs to its word.
            assertEquals(
                    PREFIXED_TERM.matcher(text).find(),
                    OURS.amend(amendment.amended()).isChanged(),
                    () -> text + " → " + amendment.amended());
            assertEquals(
                    amendment.replaced().size(),
                    OURS.all().stream().mapToInt(amendment::count).sum());
            amendment
                    .segments()
                    .forEach(segment -> assertFalse(segment.original().isEmpty(), text));
            replaced += amendment.replaced().size();
            misfits += amendment.misfits().size();
        }
        assertTrue(replaced > VARIANTS, "replaced: " + replaced);
        assertTrue(misfits > VARIANTS / 2, "misfits: " + misfits);
    }
}
