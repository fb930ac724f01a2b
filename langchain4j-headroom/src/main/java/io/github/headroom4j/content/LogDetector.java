package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/**
 * Lines with a point in time or a level near their start, and what belongs to such lines: stack frames and indented
 * continuations.
 */
final class LogDetector implements SampledDetector {

    /** Share of lines that start an entry from which a text is a log for certain. */
    private static final double MOSTLY_ENTRIES = 0.5;

    /** Share of entries from which a text is a log if nearly all other lines continue entries. */
    private static final double SOME_ENTRIES = 0.04;

    /** Share of lines that are entries or continuations. */
    private static final double MOSTLY_EXPLAINED = 0.75;

    /** Share of stamped entries that a log of key-value blocks has (three to four lines per block). */
    private static final double BLOCKS = 0.3;

    /** So many entries right at the start are how a server's log begins, whatever dumps of other shapes come between later ones. */
    private static final int OPENING = 5;

    private static final int FEW = 2;

    @Override
    public boolean findsEvents() {
        return true;
    }

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        int entries = SampledDetector.count(lines, LogLines::isEntry);
        if (entries == 0 || isHistory(lines)) {
            return Optional.empty();
        }
        int stamped = SampledDetector.count(lines, LogLines::isStamped);
        int levelled = SampledDetector.count(lines, LogLines::hasLevel);
        double confidence = confidence(lines, entries, Math.max(stamped, levelled));
        return confidence == 0 ? Optional.empty() : Optional.of(Detection.of(ContentType.LOG, confidence));
    }

    /** What {@code git log} prints has dates, but its entries are told by their messages, of which no two are alike. */
    private static boolean isHistory(List<String> lines) {
        return lines.size() > FEW
                && lines.get(0).startsWith("commit ")
                && lines.get(1).startsWith("Author: ");
    }

    private static double confidence(List<String> lines, int entries, int strong) {
        double share = SampledDetector.share(entries, lines.size());
        if (share >= MOSTLY_ENTRIES) {
            return entries >= FEW || (strong >= 1 && lines.size() == 1) ? 0.95 : 0.5;
        }
        if (entries > FEW && share >= SOME_ENTRIES && explained(lines) >= MOSTLY_EXPLAINED) {
            return 0.85;
        }
        if (share >= SOME_ENTRIES && opensWithEntries(lines)) {
            return 0.8;
        }
        return entries > FEW && share >= BLOCKS ? 0.7 : 0;
    }

    private static boolean opensWithEntries(List<String> lines) {
        return lines.size() > OPENING && lines.subList(0, OPENING).stream().allMatch(LogLines::isStamped);
    }

    /** Share of lines that start an entry, or continue one by being a frame or indented. */
    private static double explained(List<String> lines) {
        int explained = 0;
        boolean inEntry = false;
        for (String line : lines) {
            boolean entry = LogLines.isEntry(line);
            inEntry |= entry;
            if (entry || (inEntry && (StackLines.isPart(line) || Ascii.blanks(line, 0) > 0))) {
                explained++;
            }
        }
        return SampledDetector.share(explained, lines.size());
    }
}
