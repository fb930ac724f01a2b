package io.github.headroom4j.eval.content;

import java.util.List;

/**
 * A text to measure compression on.
 *
 * @param name where it is below the samples' folder, with {@code /} between names; texts of one file are numbered
 * @param type the label, which is the name of the type's folder
 * @param text the text
 * @param query what an agent would have asked, empty if unknown
 * @param vital texts that must stay visible
 */
record Sample(String name, String type, String text, String query, List<String> vital) {

    Sample {
        vital = List.copyOf(vital);
    }
}
