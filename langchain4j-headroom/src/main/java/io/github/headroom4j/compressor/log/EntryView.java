package io.github.headroom4j.compressor.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which lines of an entry are shown: the first, exceptions and causes, calls in the application's code, the
 * first call under each exception, and a few other lines. What a reader has seen once is not shown again. Not
 * thread-safe; one per selection, asked in the order of the text.
 */
final class EntryView {

    /** Frames of the application shown under one exception. */
    private static final int MAX_APPLICATION_FRAMES = 4;

    /** Lines shown that are neither the first nor part of a trace: wrapped text, statements, tables. */
    private static final int MAX_OTHER_LINES = 6;

    /** Exceptions of one entry; a chain is shorter. */
    private static final int MAX_HEADINGS = 12;

    private final LogEntries entries;
    private final Lines lines;
    private final Set<String> seen = new HashSet<>();

    EntryView(LogEntries entries, Lines lines) {
        this.entries = entries;
        this.lines = lines;
    }

    /** The lines to show of an entry, ascending. */
    List<Integer> shown(int entry) {
        List<Integer> shown = new ArrayList<>();
        shown.add(entries.start(entry));
        int others = 0;
        int headings = 0;
        int frames = 0;
        boolean firstFrame = true;
        for (int line = entries.start(entry) + 1; line < entries.end(entry); line++) {
            TraceLine kind = entries.traceLine(line);
            boolean show =
                    switch (kind) {
                        case HEADING -> headings++ < MAX_HEADINGS;
                        case APPLICATION_FRAME -> frames++ < MAX_APPLICATION_FRAMES;
                        case LIBRARY_FRAME -> firstFrame;
                        case MORE -> false;
                        case OTHER -> !lines.isBlank(line) && others++ < MAX_OTHER_LINES;
                    };
            switch (kind) {
                case HEADING -> {
                    firstFrame = true;
                    frames = 0;
                }
                case APPLICATION_FRAME, LIBRARY_FRAME -> firstFrame = false;
                default -> {
                    // Neither begins nor continues a list of frames.
                }
            }
            if (show && seen.add(lines.get(line))) {
                shown.add(line);
            }
        }
        return shown;
    }
}
