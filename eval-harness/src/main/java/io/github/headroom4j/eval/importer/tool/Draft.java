package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.importer.Draw;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A case before it is known in which split it is. Immutable.
 *
 * @param id unique within the import
 * @param cluster what it shares with others
 * @param tier how repetitive it is, or {@link EvalCase#SAVINGS_ONLY}
 * @param systemPrompt the agent's instructions
 * @param question the user's question
 * @param calls the calls
 * @param gold the gold items
 * @param evidence where they stand
 * @param turns what the user says in a session of several turns
 */
record Draft(
        String id,
        String cluster,
        String tier,
        String systemPrompt,
        String question,
        List<RecordedCall> calls,
        Set<String> gold,
        List<Evidence> evidence,
        List<Turn> turns) {

    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#-]{0,99}");

    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]+");

    /** A case of one question. */
    static Draft of(String id, String cluster, String systemPrompt, String question, Proof proof) {
        return new Draft(
                id,
                cluster,
                "typical",
                systemPrompt,
                question,
                proof.calls(),
                proof.gold(),
                proof.evidence(),
                List.of());
    }

    /**
     * What a question is answered from.
     *
     * @param calls the calls
     * @param gold the gold items
     * @param evidence where they stand
     */
    record Proof(List<RecordedCall> calls, Set<String> gold, List<Evidence> evidence) {}

    /** The same in another cluster. */
    Draft in(String other) {
        return new Draft(id, other, tier, systemPrompt, question, calls, gold, evidence, turns);
    }

    EvalCase toCase(double devShare) {
        return new EvalCase(
                plain(id),
                cluster,
                Draw.share("split", cluster) < devShare ? "dev" : "test",
                tier,
                systemPrompt,
                question,
                calls,
                gold,
                evidence,
                turns);
    }

    /** Ids end up in tables and in names of files of others. */
    private static String plain(String id) {
        if (PLAIN_ID.matcher(id).matches()) {
            return id;
        }
        String plain = OTHER.matcher(id).replaceAll("-");
        return "id-" + plain.substring(0, Math.min(plain.length(), 60)) + "-"
                + Sha256.of(id).substring(0, 8);
    }
}
