package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Hits of grep, ripgrep and the like in their many notations, and lists of files. */
final class SearchResultsDetector implements SampledDetector {

    private static final double MOSTLY = 0.7;
    private static final double NEARLY_ALL = 0.9;
    private static final int MIN_LINES = 2;
    private static final int MIN_NAMES = 3;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        double confidence =
                lines.size() < MIN_LINES ? 0 : Math.max(hits(lines), Math.max(headed(lines), listing(lines)));
        return confidence == 0 ? Optional.empty() : Optional.of(Detection.of(ContentType.SEARCH_RESULTS, confidence));
    }

    private static double hits(List<String> lines) {
        boolean numbered = SampledDetector.isShare(
                MOSTLY,
                lines,
                line -> line.equals("--") || SearchLines.isNumberedHit(line) || SearchLines.isContextOfHit(line));
        if (numbered && lines.stream().anyMatch(SearchLines::isNumberedHit)) {
            return 0.95;
        }
        boolean plain = SampledDetector.isShare(
                NEARLY_ALL,
                lines,
                line -> SearchLines.isPlainHit(line) || line.startsWith("Binary file ") || line.equals("--"));
        return plain ? 0.9 : 0;
    }

    /** Numbered lines under a path as ripgrep prints them to a terminal, or of a single file in rising order. */
    private static double headed(List<String> lines) {
        int numbers = SampledDetector.count(lines, line -> SearchLines.isNumberOnly(line) || line.equals("--"));
        if (numbers == 0) {
            return 0;
        }
        int paths = SampledDetector.count(lines, SearchLines::isPath);
        boolean headed = paths > 0 && numbers >= paths;
        if (headed && SampledDetector.share(numbers + paths, lines.size()) >= NEARLY_ALL) {
            return 0.9;
        }
        boolean single = numbers >= MIN_NAMES && SampledDetector.share(numbers, lines.size()) >= NEARLY_ALL;
        return single && isRising(lines) ? 0.9 : 0;
    }

    private static boolean isRising(List<String> lines) {
        int rises = 0;
        int falls = 0;
        long previous = -1;
        for (String line : lines) {
            if (SearchLines.isNumberOnly(line)) {
                int start = Ascii.blanks(line, 0);
                long number = Long.parseLong(line, start, start + Ascii.digits(line, start), 10);
                rises += number > previous ? 1 : 0;
                falls += number <= previous ? 1 : 0;
                previous = number;
            }
        }
        return falls * 20 < rises;
    }

    private static double listing(List<String> lines) {
        int size = lines.size();
        int longs = SampledDetector.count(lines, line -> SearchLines.isLongListing(line) || line.startsWith("total "));
        int headings = SampledDetector.count(lines, SearchLines::isDirectoryHeading);
        if (SampledDetector.isShare(MOSTLY, lines, SearchLines::isTreeBranch)
                || SampledDetector.share(longs + headings, size) >= MOSTLY) {
            return 0.95;
        }
        if (size >= MIN_NAMES && SampledDetector.isShare(NEARLY_ALL, lines, SearchLines::isSizedPath)) {
            return 0.9;
        }
        int names = SampledDetector.count(lines, line -> SearchLines.isName(line) || SearchLines.isPath(line));
        boolean list = size >= MIN_NAMES && SampledDetector.share(names + headings, size) >= NEARLY_ALL;
        if (!list) {
            return 0;
        }
        int paths = SampledDetector.count(lines, SearchLines::isPath);
        boolean files = paths * 2 >= size || (headings >= 2 && longs == 0);
        return files ? 0.9 : 0;
    }
}
