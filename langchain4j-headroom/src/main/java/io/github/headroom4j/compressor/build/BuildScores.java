package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.QueryRelevance;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Decides what is vital and scores the rest. Vital are: each failing test and error line once, the details of the first
 * failures of each kind, outcomes, the beginning and the end, and what the query names. Each is bounded, so that no flood
 * fills the page; {@link HiddenErrors} lists what is beyond.
 */
final class BuildScores {

    /** Error lines and failing tests shown for being that; a longer list is for searching, not for reading. */
    private static final int MAX_ANCHORS = 200;

    /** Exceptions that no test and no error line announced: what a passing test logs. */
    private static final int MAX_LOGGED = 5;

    /** Failures shown in detail whatever the budget. */
    private static final int MAX_DETAILED = 12;

    /** Failures alike that are shown in detail. */
    private static final int MAX_ALIKE = 2;

    /** Outcomes from the beginning, */
    private static final int FIRST_SUMMARIES = 8;

    /** and from the end. */
    private static final int LAST_SUMMARIES = 20;

    /** Lines shown for a name in the query; more are a kind, not a record. */
    private static final int MAX_NAMED = 40;

    /** The last lines of all. */
    private static final int LAST_LINES = 2;

    private final BuildReading reading;
    private final BuildText text;
    private final FailureView view;
    private final FailedNames names;
    private final DiagnosticGroups groups;
    private final double[] scores;
    private final BitSet vital = new BitSet();
    private final BitSet repeated = new BitSet();
    private final BitSet anchors = new BitSet();
    private final Set<String> seen = new HashSet<>();
    private final Map<Long, Integer> alike = new HashMap<>();
    private int detailed;
    private int logged;
    private int named;

    BuildScores(BuildReading reading) {
        this.reading = reading;
        text = reading.text();
        view = new FailureView(reading, ProjectNames.in(reading));
        names = new FailedNames(reading);
        groups = new DiagnosticGroups(reading);
        scores = new double[text.count()];
    }

    double[] scores() {
        return scores;
    }

    BitSet vital() {
        return vital;
    }

    /** Pieces that say what a shown one says. */
    BitSet repeated() {
        return repeated;
    }

    /** Pieces that name an error or a failing test and say what no piece before them says. */
    BitSet anchors() {
        return anchors;
    }

    /** Diagnostics that are told together. */
    DiagnosticGroups groups() {
        return groups;
    }

    void judge(CompressionContext context) {
        for (int i = 0; i < reading.failures().size(); i++) {
            judge(i);
        }
        summaries();
        ends();
        Set<Long> kinds = new HashSet<>();
        for (int i = 0; i < text.count(); i++) {
            if (reading.failureOf(i) < 0) {
                scores[i] = Math.max(scores[i], score(i, kinds));
            }
        }
        nearQuery(QueryRelevance.to(context));
    }

    private void judge(int index) {
        int anchor = reading.failures().get(index).anchor();
        announce(index, anchor);
        // Without its place, quoted source would be read as another's.
        if (groups.of(index) == null || vital.get(anchor)) {
            explain(index, anchor);
        }
    }

    /** Names each failure once: on a line of its own, or in the list of its like. */
    private void announce(int index, int anchor) {
        Diagnostic diagnostic = groups.of(index);
        String name = diagnostic == null ? text.get(anchor).strip() : diagnostic.identity();
        if (!seen.add(name) || names.isRedundant(anchor)) {
            repeated.set(anchor);
        } else if (groups.join(index)) {
            anchors.set(anchor);
        } else if (!isLogged(anchor)) {
            anchors.set(anchor);
            scores[anchor] = 2;
            vital.set(anchor, named++ < MAX_ANCHORS);
            heading(anchor);
        }
    }

    private void explain(int index, int anchor) {
        boolean logs = isLogged(anchor);
        SortedSet<Integer> shown = view.of(index);
        int before = alike.merge(signature(anchor, shown), 1, Integer::sum) - 1;
        boolean fresh = before < MAX_ALIKE && !repeated.get(anchor);
        boolean detail = fresh && (logs ? logged++ < MAX_LOGGED : detailed < MAX_DETAILED);
        detailed += detail && !logs && shown.size() > 2 ? 1 : 0;
        if (logs && !repeated.get(anchor)) {
            scores[anchor] = 0.7 / (1 + before);
            vital.set(anchor, detail && before == 0);
        }
        boolean must = detail && (!logs || before == 0);
        boolean told = !logs && vital.get(anchor);
        int message = told ? firstMessage(shown) : -1;
        shown.forEach(i -> detail(i, must || i == message, (fresh ? 0.6 : 0.2) / (1 + before)));
        stepBefore(reading.failures().get(index).from(), index);
    }

    /** Whether no test and no error line announced an exception. */
    private boolean isLogged(int anchor) {
        return reading.kind(anchor) == LineKind.CAUSE;
    }

    /** What a failure says first: shown of each, whether or not others are like it. */
    private int firstMessage(SortedSet<Integer> shown) {
        for (int i : shown) {
            if (reading.kind(i) == LineKind.CAUSE || reading.kind(i) == LineKind.DETAIL) {
                return i;
            }
        }
        return -1;
    }

    /** Lines that a failure shares with one shown before it are not shown again. */
    private void detail(int piece, boolean must, double score) {
        LineKind kind = reading.kind(piece);
        boolean told = kind != LineKind.EXCERPT
                && kind != LineKind.OTHER
                && text.get(piece).length() > 20;
        if (told && !seen.add(text.get(piece))) {
            repeated.set(piece);
            return;
        }
        vital.set(piece, must);
        scores[piece] = score;
    }

    /** Below a path, ESLint and pylint print errors without it. */
    private void heading(int anchor) {
        int indent = LineReader.indent(text.get(anchor));
        for (int i = anchor - 1; indent > 0 && i >= Math.max(0, anchor - MAX_NAMED); i--) {
            String line = text.get(i);
            if (!line.isBlank() && LineReader.indent(line) == 0) {
                boolean path = line.indexOf('/') >= 0 && line.indexOf(' ') < 0;
                vital.set(i, vital.get(i) || (path && vital.get(anchor)));
                return;
            }
        }
    }

    private long signature(int anchor, SortedSet<Integer> shown) {
        int message = firstMessage(shown);
        return Skeleton.of(text.get(message < 0 ? anchor : message));
    }

    private void stepBefore(int from, int index) {
        for (int i = from - 1; index < MAX_DETAILED && i >= Math.max(0, from - MAX_NAMED); i--) {
            if (reading.kind(i) == LineKind.STEP) {
                scores[i] = 1;
                return;
            }
        }
    }

    private void summaries() {
        BitSet fresh = new BitSet();
        for (int i = 0; i < text.count(); i++) {
            if (reading.kind(i) == LineKind.SUMMARY) {
                fresh.set(i, seen.add(text.get(i).strip()));
                repeated.set(i, !fresh.get(i));
            }
        }
        int[] pieces = fresh.stream().toArray();
        for (int k = 0; k < pieces.length; k++) {
            scores[pieces[k]] = 1;
            vital.set(pieces[k], k < FIRST_SUMMARIES || k >= pieces.length - LAST_SUMMARIES);
        }
    }

    private void ends() {
        int left = LAST_LINES;
        for (int i = text.count() - 1; i >= 0 && left > 0; i--) {
            LineKind kind = reading.kind(i);
            boolean part = reading.failureOf(i) >= 0 && !kind.isVital();
            if (kind.compareTo(LineKind.RULE) > 0 && kind != LineKind.HINT && !part) {
                vital.set(i, !repeated.get(i));
                left--;
            }
        }
    }

    private double score(int i, Set<Long> kinds) {
        LineKind kind = reading.kind(i);
        return switch (kind) {
            case WARNING -> kinds.add(Skeleton.of(text.get(i))) ? 0.5 : 0;
            case STEP -> 0.1;
            case OTHER -> other(i, kinds);
            default -> 0;
        };
    }

    private double other(int i, Set<Long> kinds) {
        if (text.isReport() || !kinds.add(Skeleton.of(text.get(i)))) {
            return 0;
        }
        return ErrorSignals.speaksOfError(text.get(i)) ? 0.55 : 0.12;
    }

    private void nearQuery(QueryRelevance relevance) {
        if (!relevance.isPresent()) {
            return;
        }
        List<String> lines = lines();
        int[] named = relevance.naming(lines);
        for (int k = 0; k < Math.min(named.length, MAX_NAMED); k++) {
            vital.set(named[k], !repeated.get(named[k]));
        }
        double[] near = relevance.score(lines);
        double most = Arrays.stream(near).max().orElse(0);
        for (int i = 0; i < near.length && most > 0; i++) {
            scores[i] += repeated.get(i) ? 0 : 0.5 * near[i] / most;
        }
    }

    private List<String> lines() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return text.get(index);
            }

            @Override
            public int size() {
                return text.count();
            }
        };
    }
}
