package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** French sentences agree with the names in them. */
class FrenchTest {
    private static final Site SITE = new Site(Language.FR, false, "/", "", "v", "", "", "", Map.of());

    private static String said(String sentence, String name, String kind) {
        return SITE.agreed(sentence.replace("{}", SITE.named(name, Iris.BASE + "id/" + kind + "/x", true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Qui sont les partenaires de {} ? | Centre de politique de sécurité | organisation | Qui sont les partenaires du Centre de politique de sécurité ?",
                "Qui sont les partenaires de {} ? | Union européenne | organisation | Qui sont les partenaires de l’Union européenne ?",
                "Qui sont les partenaires de {} ? | Nations Unies | organisation | Qui sont les partenaires des Nations Unies ?",
                "Qui sont les partenaires de {} ? | Université de Genève | organisation | Qui sont les partenaires de l’Université de Genève ?",
                "Qui sont les partenaires de {} ? | Banque mondiale | organisation | Qui sont les partenaires de la Banque mondiale ?",
                "Qui sont les partenaires de {} ? | Ecma International | organisation | Qui sont les partenaires d’Ecma International ?",
                "Qui sont les partenaires de {} ? | DiploFoundation | organisation | Qui sont les partenaires de DiploFoundation ?",
                "Que demande le texte à {} ? | Haut-Commissariat aux droits | organisation | Que demande le texte au Haut-Commissariat aux droits ?",
                "Que demande le texte à {} ? | États membres | organisation | Que demande le texte aux États membres ?",
                "{} et ITU | Union européenne | organisation | L’Union européenne et ITU",
                "{} : un fait. | Union européenne | organisation | Union européenne : un fait.",
                "Qui travaille sur {} ? | Cybersécurité | issue | Qui travaille sur la cybersécurité ?",
                "Qui travaille sur {} ? | Intelligence artificielle | issue | Qui travaille sur l’intelligence artificielle ?",
                "Qui travaille sur {} ? | IPv6 | issue | Qui travaille sur IPv6 ?",
                "{} : trois y travaillent. | Cybersécurité | issue | Cybersécurité : trois y travaillent.",
                "Qui travaille sur {} ? | Réduction des risques nucléaires | issue | Qui travaille sur la réduction des risques nucléaires ?",
                "Les acteurs de {} | Processus démocratiques | issue | Les acteurs des processus démocratiques",
                "Les acteurs de {} | Processus de paix | issue | Les acteurs du processus de paix",
                "Les acteurs de {} | États-Unis | place | Les acteurs des États-Unis",
                "Que fait-on de {} ? | YouTube | initiative | Que fait-on de YouTube ?",
                "Qui traite de {} ? | Conflits et consolidation de la paix | issue | Qui traite des conflits et de la consolidation de la paix ?",
                "Qui travaille sur {} ? | Science, technologie et innovation | issue | Qui travaille sur la science, la technologie et l’innovation ?",
                "Qui travaille sur {} ? | Sécurité et stabilité de l’Internet | issue | Qui travaille sur la sécurité et la stabilité de l’Internet ?",
                "Qui travaille sur {} ? | Droit international et nouvelles technologies | issue | Qui travaille sur le droit international et les nouvelles technologies ?",
                "Qui travaille sur {} ? | Interface entre sciences et politiques publiques | issue | Qui travaille sur l’interface entre sciences et politiques publiques ?",
                "Qui travaille sur {} ? | Langues locales et autochtones | issue | Qui travaille sur les langues locales et autochtones ?",
                "Qui travaille sur {} ? | Micro, petites et moyennes entreprises | issue | Qui travaille sur les micro, petites et moyennes entreprises ?",
                "C’est plus que {}. | Ecma International | organisation | C’est plus qu’Ecma International.",
                "C’est plus que {}. | Union européenne | organisation | C’est plus que l’Union européenne.",
                "Il mène jusqu’à {}. | Centre de données | organisation | Il mène jusqu’au Centre de données.",
                "Le programme de {} | 23e session annuelle de la CSTD | initiative | Le programme de la 23e session annuelle de la CSTD",
                "Ce que doivent {} | Toutes les parties prenantes | actor-group | Ce que doivent toutes les parties prenantes",
                "Le rôle de {} | OCDE | organisation | Le rôle de l’OCDE",
                "{} est partenaire de X. | Centre de politique de sécurité, Genève | organisation | Le Centre de politique de sécurité, Genève, est partenaire de X.",
                "Entre {} et X : rien. | Centre de politique de sécurité, Genève | organisation | Entre le Centre de politique de sécurité, Genève, et X : rien.",
                "Qui travaille avec {} ? | Centre de politique de sécurité, Genève | organisation | Qui travaille avec le Centre de politique de sécurité, Genève ?",
                "Ce que fait {}. | Centre de politique de sécurité, Genève | organisation | Ce que fait le Centre de politique de sécurité, Genève.",
                "{} : six partenaires. | Centre de politique de sécurité, Genève | organisation | Centre de politique de sécurité, Genève : six partenaires.",
                "{} est une chambre. | Chambre de commerce, d’industrie et des services | organisation | La Chambre de commerce, d’industrie et des services est une chambre.",
                "Ici, {} comptent. | Science, technologie et innovation | issue | Ici, la science, la technologie et l’innovation comptent.",
                "{} sollicite X. | Matrice du Pacte, ligne 259 | passage | La Matrice du Pacte, ligne 259, sollicite X.",
                "Que demande {} ? | Agenda de Tunis | document | Que demande l’Agenda de Tunis ?",
                "{} : trois faits. | Commission « Le large bande » | organisation | Commission « Le large bande » : trois faits."
            })
    void namesTakeTheirArticles(String sentence, String name, String kind, String expected) {
        assertEquals(expected, said(sentence, name, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "Gouvernements,actor-group,participe à,participent à",
        "Déclaration de principes,document,a été adopté par,a été adoptée par",
        "Nations Unies,organisation,est membre de,sont membres de",
        "Union européenne,organisation,a lancé,a lancé",
        "Acoustique et bruit des équipements,issue,relève de,relèvent de",
        "Toutes les parties prenantes,actor-group,participe à,participent à",
        "Recommandations de la Commission,document,a été adopté par,ont été adoptées par",
        "Université de Genève,organisation,a été fondé en,a été fondée en",
        "Langages de programmation,issue,est presque identique à,sont presque identiques à",
        "Normes numériques,issue,est plus étroit que,sont plus étroites que",
        "Action humanitaire,issue,est lié à,est liée à"
    })
    void relationsAgreeWithTheirSubjects(String name, String kind, String relation, String expected) {
        assertEquals(
                expected,
                Language.FR.agreeing(relation, Language.FR.named(name, Iris.BASE + "id/" + kind + "/x", true)));
    }

    /** A heading of two names, or of one and a word, has the comma that closes what a name ends with. */
    @Test
    void aNameIsClosedBeforeWhatFollows() {
        assertEquals(
                "Centre de politique de sécurité, Genève,",
                Language.FR.closed("Centre de politique de sécurité, Genève"));
        assertEquals("Union des télécommunications", Language.FR.closed("Union des télécommunications"));
        assertEquals("Tunis Agenda, para. 72,", Language.EN.closed("Tunis Agenda, para. 72"));
        assertEquals("Digital Forum", Language.EN.closed("Digital Forum"));
    }

    /** A sentence is taken apart where its names stand, with the articles that nouns within them take. */
    @Test
    void sentencesAreTakenApartAroundTheirNames() {
        String name = "Conflits et consolidation de la paix";
        RelationSentence sentence = RelationSentence.of(
                Language.FR,
                new RelationSentence.Name(name, Language.FR.named(name, Iris.BASE + "id/issue/x", true)),
                "relève de",
                new RelationSentence.Name(name, Language.FR.named(name, Iris.BASE + "id/issue/x", true)));
        assertEquals("Les conflits et la consolidation de la paix", sentence.subject());
        assertEquals(
                "relèvent des conflits et de la consolidation de la paix",
                sentence.relation() + " " + sentence.object());
    }

    /** No question, nor what its answer says, has a verb in the singular beside the name of several as its subject. */
    @Test
    void verbsOfQuestionsAgreeWithWhateverIsAskedOf() throws IOException, ProblemException {
        String several = Language.FR.named("Nations Unies", Iris.BASE + "id/organisation/x", true);
        Pattern one = Pattern.compile("\\b(a|compte|demande|dit|donne|est|fait|joue|mène|nomme|porte|reçoit|soutient)");
        Pattern disagrees =
                Pattern.compile(one + " les Nations Unies(?! et)|(?<!et )[lL]es Nations Unies (ne |y )?" + one + "\\b");
        List<String> faults = new ArrayList<>();
        for (QueryFile query : Mini.queries().all()) {
            QueryWords words = query.words("fr");
            Map<String, String> names =
                    query.parameters().stream().collect(Collectors.toMap(Parameter::name, any -> several));
            Stream.concat(Stream.of(words.ask(), words.empty()), words.finding().values().stream())
                    .map(text -> Language.FR.agreed(QueryWords.filled(text, names)))
                    .filter(text -> disagrees.matcher(text).find())
                    .forEach(text -> faults.add(query.name() + ": " + text));
        }
        assertEquals(List.of(), faults);
    }

    /**
     * Of every relation of the ontology, and of what else statements say, the plural is known, so that no name is a plural beside a verb that
     * is none, and no sentence is without a verb.
     */
    @Test
    void everyRelationHasAPlural() {
        String many = Language.FR.named("Gouvernements", Iris.BASE + "id/actor-group/x", true);
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        List<String> relations = Stream.concat(
                        graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation).map(Triple::getSubject),
                        graph.stream(Node.ANY, RDF.predicate.asNode(), Node.ANY).map(Triple::getObject))
                .distinct()
                .flatMap(relation -> graph.stream(relation, SKOS.prefLabel.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .filter(label -> label.getLiteralLanguage().equals("fr"))
                        .map(label -> RelationSentence.verb(Language.FR, relation, label.getLiteralLexicalForm())))
                .toList();
        assertTrue(relations.size() > 40, relations::toString);
        assertEquals(
                List.of(),
                relations.stream()
                        .filter(relation -> Language.FR.agreeing(relation, many).equals(relation))
                        .toList());
    }

    /** What begins with no noun, and with no article either. */
    private static final Set<String> BARE = Set.of("Ne laisser personne de côté");

    /** French names begin with a noun whose article is known; towns, and Malta, take none. */
    @Test
    void theNounsOfTheDataAreKnown() {
        List<String> bare = new ArrayList<>();
        int names = 0;
        for (Triple name : Mini.realSnapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLanguage().equals("fr"))
                .filter(triple -> triple.getSubject()
                        .getURI()
                        .matches(".*/id/(organisation|initiative|document|issue|actor-group)/.*"))
                .toList()) {
            String words = name.getObject().getLiteralLexicalForm();
            String spoken = Language.FR.named(words, name.getSubject().getURI(), true);
            names++;
            if (!BARE.contains(words)
                    && Language.FR.agreed("de " + spoken).matches("(?i)(de |d’)\\Q" + words + "\\E")
                    && Language.FR.agreeing("participe à", spoken).equals("participe à")) {
                bare.add(words);
            }
        }
        assertTrue(names > 300, "names: " + names);
        assertTrue(bare.size() < names / 50, bare::toString);
    }
}
