package org.genevagraph.curate.names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of thing something is, by the words in which a text speaks of it. */
public final class KindWords {
    /** The more telling first. */
    private static final List<Map.Entry<Pattern, String>> DOCUMENT_KINDS = List.of(
            cue("resolution", "resolution"),
            cue("convention|treaty|covenant|agreement", "convention"),
            cue("declaration|déclaration|declaración", "declaration"),
            cue("compact|pacte|pacto", "compact"),
            cue("pact", "pact"),
            cue("agenda", "agenda"),
            cue("plan|strategy|roadmap", "plan"),
            cue("framework", "framework"),
            cue("regulation|directive|act\\b", "regulation"),
            cue("commitment", "commitment"),
            cue("manifesto", "manifesto"),
            cue("standard", "standard"),
            cue("manual|guide|handbook|toolkit", "manual"),
            cue("study", "study"),
            cue("report|rapport|informe", "report"));

    /** The more telling first. */
    private static final List<Map.Entry<Pattern, String>> ORGANISATION_KINDS = List.of(
            cue(
                    "non-governmental|nongovernmental|NGO|non-profit|nonprofit|not-for-profit|but non lucratif|non gouvernementale|sin fines? de lucro|no gubernamental",
                    "ngo"),
            cue("intergovernmental|intergouvernementale?|intergubernamental", "intergovernmental-organisation"),
            cue("university|college|université|universidad", "university"),
            cue("research (?:institute|institution|centre|center)|think tank", "research-institute"),
            cue("foundation|fondation|fundación", "foundation"),
            cue("standards (?:body|organi[sz]ation)", "standards-body"),
            cue("association|federation|union|fédération|asociación|federación|unión", "association"),
            cue("United Nations|UN (?:agency|body|entity|commission)", "un-body"),
            cue("partnership|alliance|coalition", "partnership"),
            cue("network|réseau|red de", "network"),
            cue("company|firm|start-up|startup|entreprise|empresa", "company"),
            cue("committee|commission|council", "committee"));

    /** What a sentence says first that somebody is; who founded it or where it sits, which comes behind, tells another's kind. */
    private static final Pattern IS = Pattern.compile(
            "\\b(?:is|was|est|es) (?:an?|the|one of the|une?|una) (.+?)(?=[,;.(–]|$| (?:that|which|who|whose|based|founded|established|created|hosted|at|with|under|by|of|for|qui|dont|fondée?|basée?|que) )");

    private KindWords() {}

    /** The kind of a document, by its title; empty if no word tells it. */
    public static Optional<String> ofDocument(String title) {
        return first(DOCUMENT_KINDS, title);
    }

    /** The kind of an organisation, by a sentence that says what it is; empty if no word tells it. */
    public static Optional<String> ofOrganisation(String sentence) {
        Matcher is = IS.matcher(sentence);
        return (is.find() ? first(ORGANISATION_KINDS, is.group(1)) : Optional.<String>empty())
                .or(() -> first(ORGANISATION_KINDS, sentence));
    }

    private static Map.Entry<Pattern, String> cue(String words, String kind) {
        return Map.entry(Pattern.compile("(?iu)\\b(?:" + words + ")"), kind);
    }

    private static Optional<String> first(List<Map.Entry<Pattern, String>> cues, String words) {
        return cues.stream()
                .filter(cue -> cue.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
