package io.github.headroom4j.eval.workload.rag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An option as a configuration reference describes it. Immutable.
 *
 * @param documentId the document that describes it
 * @param name for instance {@code max.poll.records}
 * @param description Markdown, as {@link CorpusDocument#text}
 * @param facts such as {@code Type}, {@code Default}, {@code Valid Values}, {@code Importance}, in the order of the text;
 *     one that does not hold for the option is absent
 */
record DocumentedOption(String documentId, String name, String description, Map<String, String> facts) {

    DocumentedOption {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The section of the document that describes the option. */
    String text() {
        StringBuilder text = new StringBuilder("### " + name + "\n\n" + description + "\n");
        facts.forEach(
                (fact, value) -> text.append("\n- ").append(fact).append(": ").append(value));
        return text.toString();
    }
}
