package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
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
                "Que demande {} ? | Agenda de Tunis | document | Que demande l’Agenda de Tunis ?"
            })
    void namesTakeTheirArticles(String sentence, String name, String kind, String expected) {
        assertEquals(expected, said(sentence, name, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "Gouvernements,actor-group,participe à,participent à",
        "Déclaration de principes,document,a été adopté par,a été adoptée par",
        "Nations Unies,organisation,est membre de,sont membres de",
        "Union européenne,organisation,a lancé,a lancé"
    })
    void relationsAgreeWithTheirSubjects(String name, String kind, String relation, String expected) {
        assertEquals(
                expected,
                Language.FR.agreeing(relation, Language.FR.named(name, Iris.BASE + "id/" + kind + "/x", true)));
    }

    /** Of every relation of the ontology the plural is known, so that no name is a plural beside a verb that is none. */
    @Test
    void everyRelationHasAPlural() {
        String many = Language.FR.named("Gouvernements", Iris.BASE + "id/actor-group/x", true);
        List<String> relations = Mini.realSnapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, RDF.type.asNode(), GG.Relation)
                .flatMap(relation -> Mini.realSnapshot().dataset().getDefaultGraph().stream(
                        relation.getSubject(), SKOS.prefLabel.asNode(), Node.ANY))
                .filter(triple -> triple.getObject().getLiteralLanguage().equals("fr"))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
        assertTrue(relations.size() > 40, relations::toString);
        assertEquals(
                List.of(),
                relations.stream()
                        .filter(relation -> Language.FR.agreeing(relation, many).equals(relation))
                        .toList());
    }

    /** Most French names of bodies and texts begin with a noun; those that do not are names such as OTAN. */
    @Test
    void mostNounsOfTheDataAreKnown() {
        List<String> names = Mini.realSnapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLanguage().equals("fr"))
                .filter(triple -> triple.getSubject().getURI().matches(".*/id/(organisation|initiative|document)/.*"))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
        List<String> bare = names.stream()
                .filter(name -> said("de {}", name, "organisation").matches("(de |d’)\\Q" + name + "\\E"))
                .toList();
        assertTrue(names.size() > 50, "names: " + names.size());
        assertTrue(bare.size() < names.size() / 10, bare::toString);
    }
}
