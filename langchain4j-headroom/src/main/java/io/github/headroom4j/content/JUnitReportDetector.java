package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A test report in JUnit's XML, which every test runner can write: its first element says so. */
final class JUnitReportDetector implements SampledDetector {

    /** Lines within which the first element begins: a declaration and a comment may stand before it. */
    private static final int TOP = 8;

    @Override
    public boolean findsEvents() {
        return true;
    }

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        if (lines.isEmpty() || Ascii.at(lines.get(0).strip(), 0) != '<') {
            return Optional.empty();
        }
        boolean report = lines.stream().limit(TOP).anyMatch(JUnitReportDetector::beginsReport);
        return report ? Optional.of(Detection.of(ContentType.BUILD_OUTPUT, 0.97)) : Optional.empty();
    }

    private static boolean beginsReport(String raw) {
        String line = raw.strip();
        int at = line.startsWith("<?xml") ? line.indexOf("?>") + 2 : 0;
        at += Ascii.blanks(line, at);
        return line.startsWith("<testsuite", at);
    }
}
