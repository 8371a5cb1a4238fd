package org.genevagraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the ontology that the code itself names; all of them are declared in {@code ontology}. */
public final class GG {
    /** The namespace of the ontology. */
    public static final String NS = "https://w3id.org/geneva-graph/ontology#";

    /** The ontology itself; constraints on the whole graph have it as their focus node. */
    public static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/geneva-graph/ontology");

    public static final Node ActionLine = term("ActionLine");
    public static final Node ActorGroup = term("ActorGroup");
    public static final Node Amendment = term("Amendment");
    public static final Node Commitment = term("Commitment");
    public static final Node CoverageNote = term("CoverageNote");
    public static final Node Document = term("Document");
    public static final Node EvidenceNote = term("EvidenceNote");
    public static final Node Figure = term("Figure");
    public static final Node Initiative = term("Initiative");
    public static final Node Objective = term("Objective");
    public static final Node Organisation = term("Organisation");
    public static final Node Passage = term("Passage");
    public static final Node Place = term("Place");
    public static final Node PolicyIssue = term("PolicyIssue");
    public static final Node Relation = term("Relation");
    public static final Node Replacement = term("Replacement");
    public static final Node Rule = term("Rule");
    public static final Node Statement = term("Statement");
    public static final Node SustainableDevelopmentGoal = term("SustainableDevelopmentGoal");
    public static final Node Translation = term("Translation");

    public static final Node acronym = term("acronym");
    public static final Node alignsWith = term("alignsWith");
    public static final Node byReplacement = term("byReplacement");
    public static final Node cites = term("cites");
    public static final Node certainty = term("certainty");
    public static final Node code = term("code");
    public static final Node concerns = term("concerns");
    public static final Node connects = term("connects");
    public static final Node count = term("count");
    public static final Node carriesNoFact = term("carriesNoFact");
    public static final Node coverage = term("coverage");
    public static final Node status = term("status");
    public static final Node addresses = term("addresses");
    public static final Node cue = term("cue");
    public static final Node date = term("date");
    public static final Node derivedBy = term("derivedBy");
    public static final Node eventKind = term("eventKind");
    public static final Node evidence = term("evidence");
    public static final Node explainsObject = term("explainsObject");
    public static final Node explainsProperty = term("explainsProperty");
    public static final Node explainsSubject = term("explainsSubject");
    public static final Node from = term("from");
    public static final Node inDocument = term("inDocument");
    public static final Node heading = term("heading");
    public static final Node inverseHeading = term("inverseHeading");
    public static final Node rank = term("rank");
    public static final Node partnerOf = term("partnerOf");
    public static final Node basedIn = term("basedIn");
    public static final Node inObjective = term("inObjective");
    public static final Node inPassage = term("inPassage");
    public static final Node instead = term("instead");
    public static final Node insteadInPlural = term("insteadInPlural");
    public static final Node kind = term("kind");
    public static final Node kindName = term("kindName");
    public static final Node measure = term("measure");
    public static final Node misfit = term("misfit");
    public static final Node misfitCount = term("misfitCount");
    public static final Node mentions = term("mentions");
    public static final Node namesAllActionLines = term("namesAllActionLines");
    public static final Node namesAllGoals = term("namesAllGoals");
    public static final Node notFoundIn = term("notFoundIn");
    public static final Node number = term("number");
    public static final Node ofSubject = term("ofSubject");
    public static final Node partOf = term("partOf");
    public static final Node partnerGrade = term("partnerGrade");
    public static final Node presents = term("presents");
    public static final Node premise = term("premise");
    public static final Node profiledIn = term("profiledIn");
    public static final Node quote = term("quote");
    public static final Node requests = term("requests");
    public static final Node reverseOf = term("reverseOf");
    public static final Node revises = term("revises");
    public static final Node role = term("role");
    public static final Node section = term("section");
    public static final Node servesGoal = term("servesGoal");
    public static final Node sha256 = term("sha256");
    public static final Node standing = term("standing");
    public static final Node summary = term("summary");
    public static final Node symbol = term("symbol");
    public static final Node table = term("table");
    public static final Node asksFor = term("asksFor");
    public static final Node takesPlaceIn = term("takesPlaceIn");
    public static final Node text = term("text");
    public static final Node textChanged = term("textChanged");
    public static final Node topic = term("topic");
    public static final Node unit = term("unit");
    public static final Node until = term("until");
    public static final Node value = term("value");
    public static final Node via = term("via");
    public static final Node within = term("within");
    public static final Node wording = term("wording");
    public static final Node words = term("words");
    public static final Node year = term("year");
    public static final Node bridgesTo = term("bridgesTo");
    public static final Node facilitates = term("facilitates");
    public static final Node form = term("form");
    public static final Node lastRead = term("lastRead");
    public static final Node passageCount = term("passageCount");
    public static final Node position = term("position");
    public static final Node reason = term("reason");

    private GG() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
