package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.Hit.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Hits of one file that follow each other, or other lines that do.
 *
 * @param path the file, empty for other lines
 * @param from the index of the first hit
 * @param to the index after the last hit
 * @param hits all hits of the text
 */
record FileRun(String path, int from, int to, List<Hit> hits) {

    static List<FileRun> of(List<Hit> hits) {
        List<FileRun> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= hits.size(); i++) {
            if (i == hits.size() || startsRun(hits, start, i)) {
                runs.add(new FileRun(pathOf(hits, start, i), start, i, hits));
                start = i;
            }
        }
        return runs;
    }

    private static boolean startsRun(List<Hit> hits, int start, int i) {
        Hit hit = hits.get(i);
        return switch (hit.kind()) {
            case SEPARATOR -> false;
            case HEADING -> true;
            case RAW -> !hit.text().isBlank() && hits.get(start).kind() != Kind.RAW;
            case MATCH, CONTEXT, SCOPE ->
                hits.get(start).kind() == Kind.RAW
                        || !hit.path().equals(hits.get(start).path());
        };
    }

    private static String pathOf(List<Hit> hits, int from, int to) {
        return hits.subList(from, to).stream()
                .map(Hit::path)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean ofFile() {
        return hits.subList(from, to).stream().anyMatch(Hit::ofFile);
    }

    /** How many lines of the file, or other lines that are not blank, are not among the chosen. */
    int dropped(BitSet chosen) {
        int dropped = 0;
        for (int i = from; i < to; i++) {
            dropped += isShowable(hits.get(i)) && !chosen.get(i) ? 1 : 0;
        }
        return dropped;
    }

    List<Hit> chosen(BitSet chosen) {
        List<Hit> shown = new ArrayList<>();
        for (int i = chosen.nextSetBit(from); i >= 0 && i < to; i = chosen.nextSetBit(i + 1)) {
            shown.add(hits.get(i));
        }
        return shown;
    }

    static boolean isShowable(Hit hit) {
        return hit.ofFile() || (hit.kind() == Kind.RAW && !hit.text().isBlank());
    }

    /** The index of the first line of the text that the run covers; a heading covers the blank line above it. */
    int firstLine() {
        Hit first = hits.get(from);
        return first.kind() == Kind.HEADING && first.line() > 0 ? first.line() - 1 : first.line();
    }

    int lastLine() {
        return hits.get(to - 1).line();
    }
}
