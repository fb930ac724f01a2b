package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import io.github.headroom4j.compressor.template.TraceLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Decides which lines of an entry are worth showing: the first, exceptions and causes, calls in the application's code,
 * the first call under each exception, and a few other lines, but not what the first line says already; of a later entry of the same kind the first line, and what
 * changed.
 */
final class EntryView {

    /** Frames of the application shown under one exception. */
    private static final int MAX_APPLICATION_FRAMES = 4;

    /** Lines shown of an error that are neither the first nor part of a trace: wrapped text, statements, tables. */
    private static final int MAX_OTHER_LINES = 5;

    /** The same of a harmless entry. */
    private static final int MAX_OTHER_LINES_WHEN_HARMLESS = 2;

    /** Exceptions of one entry; a chain is shorter. */
    private static final int MAX_HEADINGS = 12;

    /** Lines below a call that quote its source and mark a part of it. */
    private static final int MAX_SOURCE_LINES = 4;

    private static final String PYTHON_TRACE = "Traceback (most recent call last):";
    private static final String PYTHON_CALL = "File \"";

    private final EntryKinds kinds;
    private final LogEntries entries;
    private final Lines lines;
    private final Changes changes;

    EntryView(EntryKinds kinds, Lines lines, Changes changes) {
        this.kinds = kinds;
        entries = kinds.entries();
        this.lines = lines;
        this.changes = changes;
    }

    /** The lines to show of an entry, ascending. */
    List<Integer> shown(int entry) {
        List<Integer> shown = new ArrayList<>();
        int start = entries.start(entry);
        shown.add(start);
        int firstChange = changes.lines().nextSetBit(start + 1);
        if (firstChange >= 0 && firstChange < entries.end(entry)) {
            addChanges(entry, shown, changes.lines());
        } else if (kinds.members(kinds.kindOf(entry))[0] == entry) {
            addRest(entry, shown);
        }
        return shown;
    }

    private void addChanges(int entry, List<Integer> shown, BitSet changed) {
        int end = entries.end(entry);
        for (int line = changed.nextSetBit(entries.start(entry)); line >= 0 && line < end; ) {
            shown.add(line);
            line = changed.nextSetBit(line + 1);
        }
    }

    private void addRest(int entry, List<Integer> shown) {
        boolean harmless = entries.severity(entry).compareTo(Severity.SUSPICIOUS) <= 0;
        int others = harmless ? MAX_OTHER_LINES_WHEN_HARMLESS : MAX_OTHER_LINES;
        int headings = MAX_HEADINGS;
        int frames = MAX_APPLICATION_FRAMES;
        boolean firstFrame = true;
        for (int line = entries.start(entry) + 1; line < entries.end(entry); line++) {
            TraceLine kind = entries.traceLine(line);
            boolean show =
                    switch (kind) {
                        case HEADING -> !isSaid(entry, line) && headings-- > 0;
                        case APPLICATION_FRAME -> frames-- > 0;
                        case LIBRARY_FRAME -> firstFrame;
                        case MORE -> false;
                        case OTHER -> !lines.isBlank(line) && !isSource(line) && others-- > 0;
                    };
            if (kind == TraceLine.HEADING) {
                frames = MAX_APPLICATION_FRAMES;
            }
            firstFrame = kind == TraceLine.HEADING || (firstFrame && kind == TraceLine.OTHER);
            if (show) {
                shown.add(line);
            }
        }
    }

    /** Whether a heading says nothing but that a trace begins, or what the entry's first line ends with. */
    private boolean isSaid(int entry, int line) {
        String heading = lines.get(line).strip();
        return heading.equals(PYTHON_TRACE) || lines.get(entries.start(entry)).endsWith(heading);
    }

    /** Whether a line quotes the source of a call above it, or marks a part of that: Python indents both deeper than the call. */
    private boolean isSource(int line) {
        for (int call = line - 1; call >= 0 && call >= line - MAX_SOURCE_LINES; call--) {
            if (entries.traceLine(call) != TraceLine.OTHER) {
                return lines.get(call).strip().startsWith(PYTHON_CALL) && indent(line) > indent(call);
            }
        }
        return false;
    }

    private int indent(int line) {
        int at = lines.start(line);
        while (at < lines.end(line) && lines.text().charAt(at) == ' ') {
            at++;
        }
        return at - lines.start(line);
    }
}
