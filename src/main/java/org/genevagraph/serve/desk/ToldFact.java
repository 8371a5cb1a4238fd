package org.genevagraph.serve.desk;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.curate.desk.Checked;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.ProblemWords;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.page.facts.Quote;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;

/**
 * What a row states, and whether its passages bear it out, in the words of a page.
 *
 * @param verdict whether they do
 * @param isOpen whether that is something to look into
 * @param says the fact, piece by piece
 * @param because why the verdict is so; empty if there is nothing to add
 * @param quote the words of the passage that say it; empty if none do
 */
public record ToldFact(Text verdict, boolean isOpen, List<Text> says, Text because, Quote quote) {
    public ToldFact {
        says = List.copyOf(says);
    }

    /**
     * The facts of a row that was looked at.
     *
     * @param served what is served, which knows the names of all that the row speaks of but of what it adds itself
     */
    static List<ToldFact> of(Checked checked, Served served, Language language) {
        Wording words = served.words(language);
        Graph both = new Union(checked.said(), words.facts().graph());
        Wording with = new Wording(new FactGraph(both), words.labels(), words.headings(), language);
        return checked.facts().stream().map(fact -> of(fact, with)).toList();
    }

    private static ToldFact of(ProposedRows.Fact fact, Wording words) {
        Language language = words.language();
        String cited = words.facts().all(fact.proof().fact(), GG.evidence).stream()
                .map(words.facts()::languageOf)
                .findFirst()
                .orElseGet(Language.EN::tag);
        return new ToldFact(
                ProblemWords.of(fact.proof().verdict().toString(), language),
                fact.proof().verdict().isOpen(),
                says(fact.proof().fact(), words),
                ProblemWords.all(fact.proof().because(), language),
                new Quote(fact.quote(), cited));
    }

    private static List<Text> says(Node fact, Wording words) {
        FactGraph facts = words.facts();
        if (facts.graph().contains(fact, RDF.type.asNode(), GG.Statement)) {
            return statement(fact, words);
        }
        return facts.one(fact, GG.ofSubject)
                .map(of ->
                        List.of(Text.of(words.link(of).name()), words.labels().figure(fact, facts, words.language())))
                .orElseGet(() -> List.of(Text.of(Messages.text(words.language(), "desk.named", facts.label(fact)))));
    }

    private static List<Text> statement(Node statement, Wording words) {
        Language language = words.language();
        Sentence sentence = new Statements(words).sentence(statement);
        String through = sentence.through().isEmpty()
                ? ""
                : " " + Messages.text(language, "thing.via") + " " + sentence.through();
        List<Text> says = new ArrayList<>();
        says.add(Text.of(sentence.words().words() + through));
        Text role = words.text(statement, GG.role);
        Dates dates = words.dates(statement);
        if (!role.isEmpty()) {
            says.add(role);
        }
        if (!dates.isEmpty()) {
            says.add(Text.of(dates.text(language)));
        }
        return says;
    }
}
