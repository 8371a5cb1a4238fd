package org.genevagraph.proof;

import java.util.ArrayList;
import java.util.List;
import org.genevagraph.problem.Problem;
import org.genevagraph.snapshot.Snapshot;

/**
 * What somebody has to look at before tables and texts agree.
 *
 * @param facts how many facts were compared with the passages that they cite
 * @param problems facts that their passages do not bear out, and what the texts say that no fact holds
 */
public record OpenQuestions(int facts, List<Problem> problems) {
    public OpenQuestions {
        problems = List.copyOf(problems);
    }

    /** Looks through a snapshot that was built with the texts. */
    public static OpenQuestions of(Snapshot snapshot) {
        List<Proof> proofs = Evidence.check(snapshot);
        List<Problem> problems = new ArrayList<>();
        proofs.stream().filter(proof -> proof.verdict().isOpen()).forEach(proof -> problems.add(problem(proof)));
        long unread = proofs.stream()
                .filter(proof -> proof.verdict() == Verdict.NO_TEXT)
                .count();
        if (unread > 0) {
            problems.add(Problem.warning(
                    "", 0, "", unread + " facts cite passages of texts that are not there", "give all texts"));
        }
        Coverage coverage = Coverage.of(snapshot);
        for (Unexplained words : coverage.unexplained()) {
            problems.add(Problem.error(
                    "",
                    0,
                    "",
                    "no fact holds '" + words.words() + "' of " + String.join(", ", words.passages()),
                    "state what is said of it, or say why not in coverage-notes.csv"));
        }
        for (String passage : coverage.silentPassages()) {
            problems.add(Problem.error(
                    "",
                    0,
                    "",
                    "no fact cites " + passage,
                    "state what it says, or begin its topic in the table of passages with (no facts)"));
        }
        return new OpenQuestions(proofs.size(), problems);
    }

    private static Problem problem(Proof proof) {
        int colon = proof.place().lastIndexOf(':');
        return Problem.error(
                colon < 0 ? "" : proof.place().substring(0, colon),
                colon < 0 ? 0 : Integer.parseInt(proof.place().substring(colon + 1)),
                "",
                proof.verdict() + ": " + proof.says() + " [" + String.join(" ", proof.passages()) + "]: "
                        + proof.because(),
                "read the passage again, and correct the row or say in evidence-notes.csv why it holds");
    }
}
