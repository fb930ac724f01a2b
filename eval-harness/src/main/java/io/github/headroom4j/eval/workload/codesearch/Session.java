package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The calls of a case and the source text that they show. Immutable.
 *
 * @param calls in the order in which the agent made them
 * @param shown the pieces of source among the results, not escaped
 */
record Session(List<RecordedCall> calls, List<String> shown) {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

    Session {
        calls = List.copyOf(calls);
        shown = List.copyOf(shown);
    }

    /** Whether the source shown holds a sentence, whatever its case, line breaks and comment signs. */
    boolean shows(String sentence) {
        String words = words(sentence);
        return shown.stream().anyMatch(text -> words(text).contains(words));
    }

    private static String words(String text) {
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
