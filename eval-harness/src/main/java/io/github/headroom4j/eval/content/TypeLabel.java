package io.github.headroom4j.eval.content;

import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.eval.metric.Repetition;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the names of type folders mean to the detector. */
final class TypeLabel {

    /** Types that are right for a label; rg prints JSON, programs log JSON, and a trace is a part of a log. */
    private static final Map<String, Set<ContentType>> EXPECTED = Map.ofEntries(
            Map.entry("json", Set.of(ContentType.JSON, ContentType.NDJSON)),
            Map.entry("ndjson", Set.of(ContentType.NDJSON)),
            Map.entry("logs", Set.of(ContentType.LOG, ContentType.STACK_TRACE, ContentType.NDJSON)),
            Map.entry("search", Set.of(ContentType.SEARCH_RESULTS, ContentType.NDJSON, ContentType.JSON)),
            Map.entry("diff", Set.of(ContentType.DIFF)),
            Map.entry("code", Set.of(ContentType.CODE)),
            Map.entry(
                    "tables",
                    Set.of(ContentType.CSV, ContentType.TSV, ContentType.MARKDOWN_TABLE, ContentType.TEXT_TABLE)),
            Map.entry("build", Set.of(ContentType.BUILD_OUTPUT, ContentType.STACK_TRACE)),
            Map.entry("html", Set.of(ContentType.HTML)),
            Map.entry("markdown", Set.of(ContentType.MARKDOWN)),
            Map.entry("prose", Set.of(ContentType.PROSE)),
            Map.entry("mixed", Set.of()),
            Map.entry("opaque", Set.of(ContentType.OPAQUE)));

    /**
     * Below and from which share of repeated five-word sequences a sample is near-unique or at the ceiling. What is typical
     * differs between types: prose repeats next to nothing, a log most of what it says. The bounds lie near the outer
     * quarters of the public data and captured samples that were at hand; fixed, not refitted.
     */
    private static final Map<String, Repetition> TIERS = Map.ofEntries(
            Map.entry("json", new Repetition(0.35, 0.7)),
            Map.entry("ndjson", new Repetition(0.35, 0.7)),
            Map.entry("logs", new Repetition(0.35, 0.7)),
            Map.entry("search", new Repetition(0.25, 0.5)),
            Map.entry("diff", new Repetition(0.15, 0.35)),
            Map.entry("code", new Repetition(0.03, 0.25)),
            Map.entry("tables", new Repetition(0.35, 0.7)),
            Map.entry("build", new Repetition(0.35, 0.8)),
            Map.entry("html", new Repetition(0.1, 0.5)),
            Map.entry("markdown", new Repetition(0.01, 0.2)),
            Map.entry("prose", new Repetition(0, 0.05)));

    private static final Repetition OTHER_TIERS = new Repetition(0.2, 0.6);

    private TypeLabel() {}

    static Repetition tiers(String label) {
        return TIERS.getOrDefault(label.toLowerCase(Locale.ROOT), OTHER_TIERS);
    }

    static boolean isKnown(String folder) {
        return EXPECTED.containsKey(folder.toLowerCase(Locale.ROOT));
    }

    /** Labels of a user's own are right with any type, and so are those without an expectation. */
    static boolean fits(String label, ContentType detected) {
        Set<ContentType> expected = EXPECTED.getOrDefault(label.toLowerCase(Locale.ROOT), Set.of());
        return expected.isEmpty() || expected.contains(detected);
    }
}
