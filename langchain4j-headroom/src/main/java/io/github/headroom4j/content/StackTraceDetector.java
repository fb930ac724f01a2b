package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A stack trace alone: mostly frames and headers, and no log entries among them. */
final class StackTraceDetector implements SampledDetector {

    /** Share of lines that are part of a trace; messages of several lines are the rest. */
    private static final double MOSTLY = 0.6;

    /** A trace has at least this many frames; one is a quotation. */
    private static final int MIN_FRAMES = 2;

    /** Lines of a build tool that make a text build output with a trace in it. */
    private static final int SEVERAL = 3;

    @Override
    public boolean findsEvents() {
        return true;
    }

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        if (SampledDetector.count(lines, StackLines::isFrame) < MIN_FRAMES) {
            return Optional.empty();
        }
        int parts = 0;
        boolean afterPythonFrame = false;
        for (String line : lines) {
            boolean frame = StackLines.isFrame(line);
            boolean source = afterPythonFrame && Ascii.blanks(line, 0) >= 4;
            parts += frame || source || StackLines.isHeader(line) ? 1 : 0;
            afterPythonFrame = (frame && line.strip().startsWith("File \"")) || source;
        }
        boolean trace = SampledDetector.share(parts, lines.size()) >= MOSTLY;
        return trace && isAlone(lines) ? Optional.of(Detection.of(ContentType.STACK_TRACE, 0.95)) : Optional.empty();
    }

    private static boolean isAlone(List<String> lines) {
        return SampledDetector.count(lines, LogLines::isStamped) <= 1
                && SampledDetector.count(lines, BuildLines::isSignature) < SEVERAL;
    }
}
