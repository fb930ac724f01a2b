package io.github.headroom4j.eval.reader;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers a question about what was seen long ago in a session, looking up what is folded if there is a tool for that. */
public interface SessionReader {

    /**
     * A call of the retrieve tool.
     *
     * @param ref the original
     * @param grep what to look for in it; empty to read it as a whole
     */
    record Lookup(String ref, String grep) {}

    /**
     * A tool result with what led to it.
     *
     * @param seen the result
     * @param asked what the user said before the call, as far as the request still shows it; empty if it does not
     */
    record InSight(Seen seen, String asked) {}

    /**
     * What a follow-up question can be answered from.
     *
     * @param results the results of the related calls that the request shows, in its order; what was read again as a whole
     *     stands in the place of what an arm left of it
     * @param slices what was looked up in originals of related calls, as far as the request shows it; tool and arguments
     *     are those of the call that the original is of
     */
    record View(List<Seen> results, List<Seen> slices) {

        /** Copies the lists. */
        public View {
            results = List.copyOf(results);
            slices = List.copyOf(slices);
        }

        /**
         * All that is in sight: every result, and every slice beside the call whose marker it was read by.
         *
         * @param sight all tool results that a request shows
         * @return the view
         */
        public static View of(List<InSight> sight) {
            List<Seen> results = new ArrayList<>();
            List<Seen> slices = new ArrayList<>();
            Map<String, Seen> byRef = new HashMap<>();
            for (InSight one : sight) {
                Seen seen = one.seen();
                if (!seen.tool().equals(OriginalMarker.RETRIEVE_TOOL)) {
                    results.add(seen);
                    OriginalMarker.refAtEndOf(seen.shown()).ifPresent(ref -> byRef.putIfAbsent(ref, seen));
                } else {
                    OriginalMarker.refIn(seen.arguments())
                            .map(byRef::get)
                            .ifPresent(of -> slices.add(new Seen(of.tool(), of.arguments(), seen.shown())));
                }
            }
            return new View(results, slices);
        }
    }

    /**
     * Nobody: looks nothing up and answers nothing.
     *
     * @return a stateless reader
     */
    static SessionReader nobody() {
        return new SessionReader() {
            @Override
            public List<Lookup> lookups(String question, List<InSight> sight) {
                return List.of();
            }

            @Override
            public List<String> answer(String question, View sight) {
                return List.of();
            }
        };
    }

    /**
     * What to look up before answering.
     *
     * @param question the user's question
     * @param sight all tool results that the request shows, of whatever call
     * @return calls to make, the most promising first; none if nothing is worth it
     */
    List<Lookup> lookups(String question, List<InSight> sight);

    /**
     * Answers.
     *
     * @param question the user's question
     * @param sight what can be read
     * @return answer items in the workload's notation, without repetition
     */
    List<String> answer(String question, View sight);
}
