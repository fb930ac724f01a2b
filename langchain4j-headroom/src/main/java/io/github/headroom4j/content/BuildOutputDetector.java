package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Enough lines that only build tools print; between them may stand anything a compiler or a test printed. Frames of stack
 * traces count neither for nor against. */
final class BuildOutputDetector implements SampledDetector {

    /** Share of signature lines from which a text is build output for certain. */
    private static final double CERTAIN = 0.3;

    /** Share that is enough when there are {@link #SEVERAL} such lines: test failures carry long excerpts. */
    private static final double SOME = 0.1;

    private static final int SEVERAL = 3;

    @Override
    public boolean findsEvents() {
        return true;
    }

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        boolean go = lines.stream().anyMatch(BuildLines::isPackageHeading);
        int signatures = SampledDetector.count(
                lines,
                line -> BuildLines.isSignature(line)
                        || (go && (BuildLines.isPackageHeading(line) || BuildLines.isPlaced(line.strip()))));
        if (signatures == 0) {
            return Optional.empty();
        }
        int frames = SampledDetector.count(lines, StackLines::isFrame);
        double share = SampledDetector.share(signatures, Math.max(signatures, lines.size() - frames));
        if ((signatures >= SEVERAL && share >= CERTAIN) || share >= 0.5) {
            return Optional.of(Detection.of(ContentType.BUILD_OUTPUT, 0.95));
        }
        return signatures >= SEVERAL && (share >= SOME || isTestRun(lines))
                ? Optional.of(Detection.of(ContentType.BUILD_OUTPUT, 0.75))
                : Optional.empty();
    }

    /** A test runner's headings, however much of the source and of what tests printed stands between them. */
    private static boolean isTestRun(List<String> lines) {
        return SampledDetector.count(lines, BuildLines::isVerdict) >= 2
                && lines.stream().noneMatch(Fences::isFence);
    }
}
