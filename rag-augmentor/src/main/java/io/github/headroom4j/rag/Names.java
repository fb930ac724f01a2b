package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Stems;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names in a text: words with a capital or a digit that do not merely begin a sentence. Stateless; linear. */
final class Names {

    private Names() {}

    /** Their stems, in order. */
    static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        String pending = null;
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            int end = start;
            while (end < text.length() && isWord(text, end)) {
                end++;
            }
            if (end > start) {
                String word = text.substring(start, end);
                boolean named = Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0));
                if (words == 0) {
                    pending = named ? word : null;
                } else if (named) {
                    names.addAll(Stems.of(word));
                }
                // The first word of a sentence is a name if another follows it.
                if (words == 1 && named && pending != null) {
                    names.addAll(Stems.of(pending));
                }
                words++;
            }
            at = end + 1;
        }
        return names;
    }

    private static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        boolean joint = (c == '\'' || c == '’' || c == '-' || c == '.')
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
        return Character.isLetterOrDigit(c) || joint;
    }
}
