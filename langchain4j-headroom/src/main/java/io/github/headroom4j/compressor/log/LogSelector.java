package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.Optional;

/**
 * Chooses entries. Vital are: the first of each kind of error and of each of its bursts, the last of a frequent one, the
 * first of each kind of warning, the first and last entry of all, and what the query names. The rest competes by {@link
 * EntryScores score}.
 */
final class LogSelector {

    /** What showing a line costs beside its text: its number and a line break. */
    private static final int LINE_NUMBER = 4;

    /** Without a budget, the share of a log's tokens to show if its lines are all alike, */
    private static final double SHARE = 0.04;

    /** and how much more if no two are. */
    private static final double SHARE_OF_UNLIKE = 0.05;

    /** What is shown beside the vital entries at least, as a share of that, */
    private static final double SHARE_BESIDE_VITAL = 0.5;

    /** and in tokens: a short log is shown better than in proportion. */
    private static final int LEAST_BESIDE_VITAL = 450;

    /**
     * Without a budget, what may be spent on top to tell of kinds that are not shown, in tokens: what a log of some hundred
     * lines needs for all it has, so that nothing is left open. Longer ones have more kinds, and are read for what is shown:
     */
    private static final int LISTING = 700;

    /** a log of twice so many tokens gets a quarter of that. */
    private static final int SHORT_LOG = 8_000;

    private final LogText log;
    private final CompressionContext context;
    private final LogEntries entries;
    private final EntryKinds kinds;
    private final Changes changes;
    private final EntryView view;

    LogSelector(LogText log, CompressionContext context) {
        this.log = log;
        this.context = context;
        entries = LogEntries.of(log);
        context.checkDeadline();
        kinds = EntryKinds.of(log, entries);
        changes = Changes.in(log, entries, kinds);
        view = new EntryView(kinds, log.lines(), changes);
    }

    Optional<Selection> select(TokenBudget budget) {
        context.checkDeadline();
        EntryScores scores = new EntryScores(log, kinds, changes);
        scores.judge(context);
        context.checkDeadline();
        int[] costs = costs(scores);
        int tokens = context.counter().count(log.lines().text());
        int limit = budget.bounded() ? budget.limit() : limit(tokens, costs, scores.vital());
        Candidates candidates = new Candidates(scores.scores(), costs, scores.vital());
        BitSet chosen = SegmentSelector.choose(candidates, TokenBudget.tokens(limit));
        int room = budget.bounded() ? limit - chosen.stream().map(i -> costs[i]).sum() : listing(tokens);
        HiddenKinds hidden = HiddenKinds.of(log, kinds, chosen)
                .list(scores.scores(), costs, new HiddenKinds.Room(context.counter(), room));
        chosen.or(hidden.singles());
        return new SelectionPrinter(log, kinds, view, context).print(chosen, scores, hidden);
    }

    private static int listing(int tokens) {
        double shorter = (double) SHORT_LOG / Math.max(SHORT_LOG, tokens);
        return (int) (LISTING * shorter * shorter);
    }

    private int[] costs(EntryScores scores) {
        int[] costs = new int[entries.count()];
        for (int i = 0; i < costs.length; i++) {
            if (scores.vital().get(i) || scores.scores()[i] > 0) {
                for (int line : view.shown(i)) {
                    costs[i] += LINE_NUMBER + context.counter().count(head(line, scores.maxChars(i)));
                }
            }
        }
        return costs;
    }

    private String head(int line, int maxChars) {
        int start = log.lines().start(line);
        return log.lines().text().substring(start, Math.min(log.lines().end(line), start + maxChars));
    }

    private int limit(int tokens, int[] costs, BitSet vital) {
        int rare = 0;
        for (int kind = 0; kind < kinds.count(); kind++) {
            rare += kinds.members(kind).length <= 2 ? kinds.members(kind).length : 0;
        }
        double unlike = (double) rare / Math.max(1, entries.count());
        double share = tokens * (SHARE + SHARE_OF_UNLIKE * unlike);
        double besideVital = Math.max(LEAST_BESIDE_VITAL, share * SHARE_BESIDE_VITAL);
        long vitalCost = vital.stream().mapToLong(i -> costs[i]).sum();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(share, vitalCost + besideVital));
    }
}
