package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.List;

/**
 * The calls of a case and the source text that they show. Immutable.
 *
 * @param calls in the order in which the agent made them
 * @param shown the pieces of source among the results, not escaped
 */
record Session(List<RecordedCall> calls, List<String> shown) {

    Session {
        calls = List.copyOf(calls);
        shown = List.copyOf(shown);
    }

    /** Whether the source shown holds a sentence, whatever its case, line breaks and comment signs. */
    boolean shows(String sentence) {
        String letters = letters(sentence);
        return shown.stream().anyMatch(text -> letters(text).contains(letters));
    }

    /** Only the ASCII letters and digits, in lower case; a loop, since this sees everything that is shown. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letters.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                letters.append((char) (c + 'a' - 'A'));
            }
        }
        return letters.toString();
    }
}
