package org.genevagraph.curate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of thing something is, by the words in which a text speaks of it. */
final class KindWords {
    /** The more telling first. */
    private static final List<Map.Entry<String, String>> DOCUMENT_KINDS = List.of(
            Map.entry("resolution", "resolution"),
            Map.entry("convention|treaty|covenant|agreement", "convention"),
            Map.entry("declaration|déclaration|declaración", "declaration"),
            Map.entry("compact|pacte|pacto", "compact"),
            Map.entry("pact", "pact"),
            Map.entry("agenda", "agenda"),
            Map.entry("plan|strategy|roadmap", "plan"),
            Map.entry("framework", "framework"),
            Map.entry("regulation|directive|act\\b", "regulation"),
            Map.entry("commitment", "commitment"),
            Map.entry("manifesto", "manifesto"),
            Map.entry("standard", "standard"),
            Map.entry("manual|guide|handbook|toolkit", "manual"),
            Map.entry("study", "study"),
            Map.entry("report|rapport|informe", "report"));

    /** The more telling first. */
    private static final List<Map.Entry<String, String>> ORGANISATION_KINDS = List.of(
            Map.entry("non-governmental|nongovernmental|NGO|non-profit|nonprofit|not-for-profit", "ngo"),
            Map.entry("intergovernmental", "intergovernmental-organisation"),
            Map.entry("university|college", "university"),
            Map.entry("research (?:institute|institution|centre|center)|think tank", "research-institute"),
            Map.entry("foundation", "foundation"),
            Map.entry("standards (?:body|organi[sz]ation)", "standards-body"),
            Map.entry("association|federation|union", "association"),
            Map.entry("United Nations|UN (?:agency|body|entity|commission)", "un-body"),
            Map.entry("partnership|alliance|coalition", "partnership"),
            Map.entry("network", "network"),
            Map.entry("company|firm|start-up|startup", "company"),
            Map.entry("committee|commission|council", "committee"));

    private KindWords() {}

    /** The kind of a document, by its title; empty if no word tells it. */
    static Optional<String> ofDocument(String title) {
        return first(DOCUMENT_KINDS, title);
    }

    /** The kind of an organisation, by a sentence that says what it is; empty if no word tells it. */
    static Optional<String> ofOrganisation(String sentence) {
        return first(ORGANISATION_KINDS, sentence);
    }

    private static Optional<String> first(List<Map.Entry<String, String>> cues, String words) {
        return cues.stream()
                .filter(cue -> Pattern.compile("(?iu)\\b(?:" + cue.getKey() + ")")
                        .matcher(words)
                        .find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
