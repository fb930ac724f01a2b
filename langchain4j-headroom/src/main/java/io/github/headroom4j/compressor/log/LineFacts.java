package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.template.LineScanner;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TraceLine;
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

    /**
     * The words of a line's message. Names in camel case speak of an error only if they are an exception's: a {@code
     * LogDirFailureHandler} that starts is no failure.
     */
    private String head(int line) {
        String text = headText(line);
        StringBuilder words = new StringBuilder(text.length());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                String word = text.substring(start, i);
                words.append(isName(word) ? "name" : word);
                if (i < text.length()) {
                    words.append(text.charAt(i));
                }
                start = i + 1;
            }
        }
        return words.toString();
    }

    private static boolean isName(String word) {
        boolean hump = false;
        for (int i = 1; i < word.length(); i++) {
            hump |= Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1));
        }
        return hump && !word.endsWith("Exception") && !word.endsWith("Error");
    }

    private String headText(int line) {
        int start = log.hasTime(line) ? log.timeEnd(line) : log.lines().start(line);
        return log.lines().text().substring(start, Math.min(log.lines().end(line), start + MAX_SEARCHED));
    }
}
