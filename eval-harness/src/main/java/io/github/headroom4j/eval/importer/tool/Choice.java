package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.importer.Draw;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The first pass over an input: what there is, what of it cannot be a case, and which cases a limit keeps. Not thread-safe. */
final class Choice implements CaseSink {

    private static final String SAME_ID = "the id is that of an earlier one";
    private static final String OVER_LIMIT = "beyond the limit";

    private record Ranked(long rank, String id) {

        private static final Comparator<Ranked> ORDER =
                Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::id);
    }

    private final String name;
    private final ToolOptions options;
    private final Set<String> known = new HashSet<>();
    private final TreeSet<Ranked> chosen = new TreeSet<>(Ranked.ORDER);
    private final Map<String, Integer> dropped = new TreeMap<>();
    private final Map<String, Integer> notes = new TreeMap<>();
    private int read;

    Choice(String name, ToolOptions options) {
        this.name = name;
        this.options = options;
    }

    @Override
    public void found(Draft draft) {
        count();
        if (!known.add(draft.id())) {
            dropped.merge(SAME_ID, 1, Integer::sum);
            return;
        }
        chosen.add(new Ranked(Draw.bits(options.seed(), "limit", draft.id()), draft.id()));
        if (options.limit() > 0 && chosen.size() > options.limit()) {
            chosen.pollLast();
            dropped.merge(OVER_LIMIT, 1, Integer::sum);
        }
    }

    @Override
    public void dropped(String reason) {
        count();
        dropped.merge(reason, 1, Integer::sum);
    }

    @Override
    public void note(String note) {
        notes.merge(note, 1, Integer::sum);
    }

    private void count() {
        read++;
        if (read > ToolImporter.MAX_CASES) {
            throw new DatasetException(name + ": more than " + ToolImporter.MAX_CASES + " records; split it");
        }
    }

    int read() {
        return read;
    }

    Map<String, Integer> dropped() {
        return dropped;
    }

    Map<String, Integer> notes() {
        return notes;
    }

    /** The ids of what becomes a case. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        chosen.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** The second pass: hands on what was chosen, and of several with one id the first. */
    CaseSink second(Consumer<Draft> made) {
        Set<String> left = ids();
        return new CaseSink() {
            @Override
            public void found(Draft draft) {
                if (left.remove(draft.id())) {
                    made.accept(draft);
                }
            }

            @Override
            public void dropped(String reason) {
                // Counted in the first pass.
            }

            @Override
            public void note(String note) {
                // Counted in the first pass.
            }
        };
    }
}
