package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one pass over a file finds out, before a second one makes cases: how many questions there are, which of them a limit keeps,
 * which documents belong together, and the passages that distractors are drawn from. Not thread-safe.
 */
final class Survey implements QuestionSink {

    private record Ranked(long rank, String id) {

        private static final Comparator<Ranked> ORDER =
                Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::id);
    }

    private final String file;
    private final ImportOptions options;
    private final Gate gate;
    private final Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    private final Clusters clusters = new Clusters();
    private final PassagePool pool = new PassagePool();
    private final TreeSet<Ranked> chosen = new TreeSet<>(Ranked.ORDER);
    private boolean givesOthers;
    private int read;

    Survey(String file, ImportOptions options) {
        this.file = file;
        this.options = options;
        gate = new Gate(options);
    }

    @Override
    public void question(SourceQuestion raw) {
        count();
        SourceQuestion question = raw.distinct();
        givesOthers |= question.passages().size() > Math.max(1, question.gold().size());
        if (mayDraw()) {
            question.passages().stream()
                    .filter(passage -> passage.text().length() <= Importer.MAX_PASSAGE_CHARS)
                    .forEach(pool::add);
            if (pool.isTooLarge()) {
                throw new DatasetException(file + ": its passages have more than " + PassagePool.MAX_CHARS
                        + " characters together; split the file, or take the distractors as-given");
            }
        }
        Optional<DropReason> reason = gate.refuses(question);
        if (reason.isPresent()) {
            drop(reason.get());
            return;
        }
        if (!question.gold().isEmpty()) {
            clusters.connect(question.goldPassages().stream()
                    .map(SourcePassage::document)
                    .toList());
        }
        choose(question.id());
    }

    /** Of the questions that can be cases, those of the smallest ranks stay. */
    private void choose(String id) {
        chosen.add(new Ranked(Draw.bits(options.seed(), "limit", id), id));
        if (options.limit() > 0 && chosen.size() > options.limit()) {
            chosen.pollLast();
            drop(DropReason.OVER_LIMIT);
        }
    }

    @Override
    public void dropped(DropReason reason) {
        count();
        drop(reason);
    }

    private void count() {
        read++;
        if (read > Importer.MAX_QUESTIONS) {
            throw new DatasetException(file + ": more than " + Importer.MAX_QUESTIONS + " questions; split the file");
        }
    }

    private void drop(DropReason reason) {
        dropped.merge(reason, 1, Integer::sum);
    }

    private boolean mayDraw() {
        return options.distractors().map(kind -> kind != Distractors.AS_GIVEN).orElse(!givesOthers);
    }

    int read() {
        return read;
    }

    Map<DropReason, Integer> dropped() {
        return Collections.unmodifiableMap(dropped);
    }

    /** The ids of the questions that become cases. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        chosen.forEach(one -> ids.add(one.id()));
        return ids;
    }

    Clusters clusters() {
        return clusters;
    }

    PassagePool pool() {
        return pool;
    }

    /** What was asked for, or what the file makes best. */
    Distractors distractors() {
        return options.distractors().orElse(givesOthers ? Distractors.AS_GIVEN : Distractors.NEAREST);
    }
}
