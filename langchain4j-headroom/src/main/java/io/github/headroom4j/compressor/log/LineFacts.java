package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.ErrorSignals;
import org.jspecify.annotations.Nullable;

/**
 * What a line says about itself. Asked once per template where the template's words decide. Not thread-safe; one per
 * reading of a log.
 */
final class LineFacts {

    /** How much of a line without a level is searched for words of an error, in characters. */
    private static final int MAX_SEARCHED = 600;

    private final LogText log;
    private final SeverityScanner scanner;
    private final @Nullable Severity[] severities;
    private final @Nullable TraceLine[] traceLines;

    LineFacts(LogText log) {
        this.log = log;
        scanner = new SeverityScanner(log);
        severities = new Severity[log.templates().size()];
        traceLines = new TraceLine[log.templates().size()];
    }

    TraceLine traceLine(int line) {
        int template = log.templateOf(line);
        TraceLine known = template < 0 ? null : traceLines[template];
        if (known == null) {
            known = TraceLine.of(
                    log.lines().length(line) > LineScanner.MAX_CHARS
                            ? ""
                            : log.lines().get(line));
            if (template >= 0) {
                traceLines[template] = known;
            }
        }
        return known;
    }

    /** The level that a line names, or null if it names none. */
    @Nullable
    Severity level(int line) {
        return scanner.level(line);
    }

    Severity severity(int line) {
        int template = log.templateOf(line);
        Severity known = template < 0 ? null : severities[template];
        if (known == null) {
            known = scanner.named(line);
            // Words of an error may be taken back by a count of zero, which differs from line to line.
            if (known.compareTo(Severity.INFO) == 0 && mayTellOfErrors(line)) {
                return tellsOfErrors(line) ? Severity.SUSPICIOUS : known;
            }
            if (template >= 0) {
                severities[template] = known;
            }
        }
        return known;
    }

    private boolean mayTellOfErrors(int line) {
        return ErrorSignals.speaksOfError(head(line).replace('0', '1'));
    }

    private boolean tellsOfErrors(int line) {
        return ErrorSignals.speaksOfError(head(line));
    }

    private String head(int line) {
        int start = log.hasTime(line) ? log.timeEnd(line) : log.lines().start(line);
        return log.lines().text().substring(start, Math.min(log.lines().end(line), start + MAX_SEARCHED));
    }
}
