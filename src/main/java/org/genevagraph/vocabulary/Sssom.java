package org.genevagraph.vocabulary;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of SSSOM, a Simple Standard for Sharing Ontological Mappings (https://w3id.org/sssom/), as of its version 1.1. */
public final class Sssom {
    /** What stands as the object of a mapping where one looked and found nothing. */
    public static final String NO_TERM_FOUND = Prefixes.ALL.get("sssom") + "NoTermFound";

    /** The slots of a mapping beside those that it must have. */
    public static final List<String> SLOTS = List.of(
            "record_id",
            "subject_id",
            "subject_label",
            "subject_category",
            "predicate_label",
            "predicate_modifier",
            "object_id",
            "object_label",
            "object_category",
            "author_id",
            "author_label",
            "reviewer_id",
            "reviewer_label",
            "creator_id",
            "creator_label",
            "license",
            "subject_type",
            "subject_source",
            "subject_source_version",
            "object_type",
            "object_source",
            "object_source_version",
            "predicate_type",
            "mapping_provider",
            "mapping_source",
            "mapping_cardinality",
            "cardinality_scope",
            "mapping_tool",
            "mapping_tool_id",
            "mapping_tool_version",
            "mapping_date",
            "publication_date",
            "review_date",
            "confidence",
            "reviewer_agreement",
            "curation_rule",
            "curation_rule_text",
            "subject_match_field",
            "object_match_field",
            "match_string",
            "subject_preprocessing",
            "object_preprocessing",
            "similarity_score",
            "similarity_measure",
            "see_also",
            "issue_tracker_item",
            "other",
            "comment");

    private Sssom() {}

    /** The property of a slot. */
    public static Node slot(String name) {
        return NodeFactory.createURI(Prefixes.ALL.get("sssom") + name);
    }
}
