package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A table drawn with lines, alone: titles over a rule with as many columns, and rows between bars. */
final class TextTableDetector implements SampledDetector {

    private static final double NEARLY_ALL = 0.9;

    /** Lines among which the rule under the titles must stand: a caption and a border may come before them. */
    private static final int TOP = 6;

    /** Lines beside the table, such as the number of rows, that do not count against a short one. */
    private static final int ASIDE = 2;

    /** Lines of the smallest table: titles, a rule, two rows. */
    private static final int SMALLEST = 4;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        if (!isTitled(lines)) {
            return Optional.empty();
        }
        int parts = SampledDetector.count(lines, line -> TableLines.isRow(line) || TableLines.isRule(line));
        boolean around = lines.size() - parts <= ASIDE && parts >= SMALLEST;
        boolean table = around || SampledDetector.share(parts, lines.size()) >= NEARLY_ALL;
        return table ? Optional.of(Detection.of(ContentType.TEXT_TABLE, 0.95)) : Optional.empty();
    }

    private static boolean isTitled(List<String> lines) {
        for (int i = 1; i < Math.min(TOP, lines.size() - 1); i++) {
            String titles = lines.get(i - 1);
            if (TableLines.isRule(lines.get(i))
                    && startsTable(titles, lines.get(i))
                    && TableLines.isRow(lines.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two lines are titles and the rule under them. */
    static boolean startsTable(String titles, String rule) {
        return TableLines.isRow(titles)
                && !TableLines.isRule(titles)
                && TableLines.isRule(rule)
                && TableLines.isUnder(rule, titles);
    }
}
