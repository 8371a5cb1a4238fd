package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.Mini;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English sentences, in which names take the article where they want it. */
class EnglishTest {
    private static final Site SITE = new Site(Language.EN, false, "/", "", "v", "", "", "", Map.of());
    private static final Site FRENCH = new Site(Language.FR, false, "/", "", "v", "", "", "", Map.of());

    private static String said(Site site, String sentence, String name, String iri) {
        return site.agreed(sentence.replace("{}", site.named(name, iri, false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who works with {}? | International Telecommunication Union | organisation | Who works with the International Telecommunication Union?",
                "Who works with {}? | University of Geneva | organisation | Who works with the University of Geneva?",
                "Who works with {}? | Xiamen University | organisation | Who works with Xiamen University?",
                "Who works with {}? | DiploFoundation | organisation | Who works with DiploFoundation?",
                "Who works with {}? | Future of Life Institute | organisation | Who works with the Future of Life Institute?",
                "Who works with {}? | United Nations Children’s Fund | organisation | Who works with the United Nations Children’s Fund?",
                "Who has to do with {}? | Diplo's network of experts | initiative | Who has to do with Diplo's network of experts?",
                "Who has to do with {}? | The Fab | initiative | Who has to do with The Fab?",
                "Who has to do with {}? | 2019 Digital Day | initiative | Who has to do with the 2019 Digital Day?",
                "Who has to do with {}? | Paris Peace Forum 2021 | initiative | Who has to do with the Paris Peace Forum 2021?",
                "What does {} ask? | Tunis Agenda for the Information Society | document | What does the Tunis Agenda for the Information Society ask?",
                "What does {} ask of whom? | Landmark reports | document | What do Landmark reports ask of whom?",
                "What does the {} do? | Awards of the Year | initiative | What do the Awards of the Year do?",
                "Where else is {} known? | Member States | organisation | Where else are the Member States known?",
                "What is {} and ITU? | Member States | organisation | What is the Member States and ITU?",
                "Who is in {}? | Netherlands | place | Who is in the Netherlands?",
                "Who is in {}? | Switzerland | place | Who is in Switzerland?",
                "Who works on {}? | Cybersecurity | issue | Who works on cybersecurity?",
                "Who works on {}? | Internet governance | issue | Who works on Internet governance?",
                "Who works on {}? | IPv6 | issue | Who works on IPv6?",
                "What is asked of {}? | Private sector | actor-group | What is asked of the private sector?",
                "{}: three facts. | European Union | organisation | European Union: three facts.",
                "{} and ITU share one. | European Union | organisation | The European Union and ITU share one.",
                "What does the {} ask? | Tunis Agenda | document | What does the Tunis Agenda ask?",
                "Who can carry out {}? | Open STEM education | commitment | Who can carry out “Open STEM education”?",
                "{} aligns with it. | Back media, for peace | commitment | “Back media, for peace” aligns with it.",
                "Who facilitates {}? | Capacity building | action-line | Who facilitates “Capacity building”?",
                "Which serve the goal “{}”? | Zero hunger | sdg | Which serve the goal “Zero hunger”?",
                "What is tied to {}? | Tunis Agenda, para. 72 | passage/tunis-agenda | What is tied to Tunis Agenda, para. 72?",
                "Nobody for “{}” is named. | Open STEM education | commitment | Nobody for “Open STEM education” is named."
            })
    void namesTakeTheirArticles(String sentence, String name, String kind, String expected) {
        assertEquals(expected, said(SITE, sentence, name, Iris.BASE + "id/" + kind + "/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "les partenaires de {} | CyberPeace Institute | les partenaires du CyberPeace Institute",
                "les partenaires de {} | Internet Society | les partenaires de l’Internet Society",
                "ce que demande {} | World Economic Forum | ce que demande le World Economic Forum",
                "les partenaires de {} | Code for Africa | les partenaires de Code for Africa",
                "les partenaires de {} | Access Now | les partenaires d’Access Now"
            })
    void englishNamesHaveAGenderInFrench(String sentence, String name, String expected) {
        assertEquals(expected, said(FRENCH, sentence, name, Iris.BASE + "id/organisation/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "Member States,organisation,works with,work with",
        "Governments,actor-group,is involved in,are involved in",
        "Developing countries,actor-group,is a partner in,are partners in",
        "Geneva Conventions,document,was adopted by,were adopted by",
        "China Institutes of Contemporary International Relations,organisation,hosts,host",
        "CSTD annual sessions,initiative,focuses on,focus on",
        "Graduate Institute courses on the effects of digitalisation,initiative,addresses,address",
        "UNGPs,document,applies,apply",
        "Stakeholders other than governments,actor-group,is a member of,are members of",
        "United Nations,organisation,is a member of,is a member of",
        "Artificial intelligence ethics,issue,is about,is about",
        "Access Now,organisation,works with,works with",
        "Politics of Digital Design,initiative,is part of,is part of",
        "Private sector,actor-group,participates in,participates in",
        "Media,actor-group,uses,use",
        "Open access,issue,is about,is about"
    })
    void relationsAgreeWithTheirSubjects(String name, String kind, String relation, String expected) {
        assertEquals(
                expected,
                Language.EN.agreeing(relation, Language.EN.named(name, Iris.BASE + "id/" + kind + "/x", true)));
    }

    /** Every name that the graph has, in both languages: nothing of what surrounds names is left, and no article is there twice. */
    @Test
    void everyNameStandsInSentences() {
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        List<String> wrong = new ArrayList<>();
        int articles = 0;
        List<Triple> names = graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && Iris.parse(triple.getSubject().getURI()).isPresent())
                .toList();
        for (Triple triple : names) {
            String name = triple.getObject().getLiteralLexicalForm();
            String iri = triple.getSubject().getURI();
            String english = said(SITE, "Who works with {}?", name, iri);
            String french = said(FRENCH, "Qui travaille avec {} ?", name, iri);
            articles += english.startsWith("Who works with the ") ? 1 : 0;
            if (!english.matches("Who works with (the |“)?\\P{Cntrl}+\\?")
                    || english.matches("(?i).* the (the|a|an) .*")
                    || !french.matches("Qui travaille avec (les? |la |l’|«\u202F)?\\P{Cntrl}+ \\?")) {
                wrong.add(english + " / " + french);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(articles > 150, "with an article: " + articles);
        assertTrue(names.size() > 1_000, "names: " + names.size());
    }
}
