package io.github.headroom4j.content;

import java.util.List;

/**
 * The built-in detectors. Thread-safe, deterministic; none uses a regular expression.
 *
 * <p>JSON and NDJSON are validated as a whole, which is linear in the text and stops at the first character that does not
 * fit. All others look at a bounded sample of lines from the head, the middle and the tail, so their cost does not
 * depend on the text's length.
 */
public final class ContentDetectors {

    /**
     * Confidence in [0, 1] from which a detector's answer ends the search; default 0.6. Structural recognition scores 0.65
     * and more, guesses from a single line 0.5, the fallback to prose 0.3.
     */
    public static final double CONFIDENT = 0.6;

    private ContentDetectors() {}

    /**
     * The detectors in the order in which they are asked. Kinds whose marks cannot occur by chance come first (JSON,
     * opaque data, diffs, test reports, stack traces), then kinds whose lines have a shape (tables, build output, search
     * results, logs), then languages,
     * and prose takes the rest, so that every text is detected.
     *
     * @return an immutable list; add your own detectors before or between them
     */
    public static List<ContentDetector> standard() {
        return List.of(
                new JsonDetector(),
                new NdjsonDetector(),
                new CutJsonDetector(),
                new DiffDetector(),
                new JUnitReportDetector(),
                new OpaqueDetector(),
                new StackTraceDetector(),
                new MarkdownTableDetector(),
                new TextTableDetector(),
                new BuildOutputDetector(),
                new DelimitedDetector(),
                new BlankColumnsDetector(),
                new SearchResultsDetector(),
                new LogDetector(),
                new HtmlDetector(),
                new ConfigDetector(),
                new CodeDetector(),
                new MarkdownDetector(),
                new WordColumnsDetector(),
                new ProseDetector());
    }

    /**
     * Asks detectors in order: the first that answers with at least {@link #CONFIDENT} wins; if none does, the most confident
     * answer, and of equal ones the first.
     *
     * @param detectors in order of precedence
     * @return a detector that is empty only if all of them are
     */
    public static ContentDetector firstConfident(List<ContentDetector> detectors) {
        return new FirstConfidentDetector(detectors);
    }
}
