package org.genevagraph.curate.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.asks.Actor;
import org.genevagraph.curate.asks.Audiences;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Mood;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.Iris;

/** For whom something is that a profile tells of: statements with the relation {@code engages}, and groups of actors that the graph does not know. */
final class AudienceRows {
    private static final Pattern LEADING =
            Pattern.compile("\\s*(?:Aimed|Addressed|Designed|Geared|Intended|Tailored|Targeted) ");

    private final RequestRows actors;

    AudienceRows(RequestRows actors) {
        this.actors = actors;
    }

    /**
     * For whom something is that a profile tells of: statements with the relation {@code engages}, of the thing that is named or described just
     * before, or else of the body.
     *
     * @param ends the things that the passage names or describes
     */
    void add(
            String words,
            List<Mentions.Mention> mentions,
            List<End> ends,
            String source,
            String cited,
            Node owner,
            Found found) {
        String body = RequestRows.cell(Iris.parse(owner.getURI()).orElseThrow());
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<Actor> known = RequestRows.actors(
                    mentions.stream()
                            .filter(mention -> mention.start() >= sentence.start() && mention.end() <= sentence.end())
                            .toList(),
                    sentence.start());
            for (Audiences.Audience audience : Audiences.in(sentence.text(), known, actors::named)) {
                Actor group = audience.actor();
                if (Mood.of(sentence.text(), audience.cue(), group.start()) != Mood.SAID) {
                    continue;
                }
                String object = group.isNew() ? Iris.slug(group.words()) : group.cell();
                double score = (audience.words().equals("for") ? 0.5 : 0.6) - (group.isNew() ? 0.1 : 0);
                if (group.isNew()) {
                    RequestRows.group(
                            group.words(), object, score, cited, sentence.text(), "something is for them there", found);
                }
                found.add(Suggestion.said(
                        "statements/" + source,
                        List.of(
                                whose(ends, sentence, audience.cue()).orElse(body),
                                "engages",
                                object,
                                "",
                                "",
                                "",
                                "",
                                "stated",
                                cited),
                        score,
                        cited,
                        sentence.text(),
                        "'" + audience.words() + "' stands before the group"));
            }
        }
    }

    /**
     * The thing that a sentence names or describes last before a place, or there. "Aimed at teachers, it …" speaks of what was told of before.
     */
    private static Optional<String> whose(List<End> ends, Sentences.Sentence sentence, int cue) {
        boolean goesOn = LEADING.matcher(sentence.text()).lookingAt();
        return ends.stream()
                .filter(end -> end.kind().equals("initiative")
                        && (goesOn || end.start() >= sentence.start())
                        && end.start() <= sentence.start() + cue)
                .reduce((one, other) -> other)
                .map(End::cell);
    }
}
