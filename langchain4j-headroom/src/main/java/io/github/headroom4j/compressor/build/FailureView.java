package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides which lines of a failure tell what happened: exceptions and causes, what was compared, the quoted source, the
 * project's calls, and a few lines of text. Bounded, since a failure may carry a log of any length.
 */
final class FailureView {

    /** Exceptions and causes; a chain is shorter. */
    private static final int MAX_CAUSES = 12;

    /** Lines of a comparison. */
    private static final int MAX_DETAILS = 14;

    /** Lines of quoted source, with the marks below them. */
    private static final int MAX_EXCERPTS = 10;

    /** Calls of the project below one exception. */
    private static final int MAX_OWN_FRAMES = 3;

    /** Lines of text. */
    private static final int MAX_OTHERS = 6;

    /** Lines of a failure altogether. */
    private static final int MAX_LINES = 40;

    private final BuildReading reading;
    private final ProjectNames names;

    FailureView(BuildReading reading, ProjectNames names) {
        this.reading = reading;
        this.names = names;
    }

    /** The pieces to show of a failure beside its anchor: few, so no set over all pieces, which would cost their number. */
    SortedSet<Integer> of(int index) {
        return new Walk(reading.failures().get(index), index).chosen();
    }

    /** One pass over the lines of a failure. */
    private final class Walk {

        private final Failure failure;
        private final int index;
        private final SortedSet<Integer> chosen = new TreeSet<>();
        private final List<Integer> frames = new ArrayList<>();
        private int causes = MAX_CAUSES;
        private int details = MAX_DETAILS;
        private int excerpts = MAX_EXCERPTS;
        private final boolean quoted;
        private int others;
        private int lines = MAX_LINES;

        Walk(Failure failure, int index) {
            this.failure = failure;
            this.index = index;
            // pytest quotes a whole function before it says what went wrong in it.
            quoted = isQuoted();
            others = quoted ? 0 : MAX_OTHERS;
        }

        private boolean isQuoted() {
            for (int i = failure.from(); i < failure.to(); i++) {
                if (reading.failureOf(i) == index && reading.text().get(i).startsWith("E   ")) {
                    return true;
                }
            }
            return false;
        }

        SortedSet<Integer> chosen() {
            for (int i = failure.from(); i < failure.to(); i++) {
                if (reading.failureOf(i) == index && i != failure.anchor()) {
                    visit(i);
                }
            }
            endOfFrames();
            return chosen;
        }

        private void visit(int i) {
            String line = reading.text().get(i);
            LineKind kind = reading.kind(i);
            boolean frame = kind == LineKind.FRAME || kind == LineKind.PROJECT_FRAME || kind == LineKind.MORE;
            if (frame) {
                frames.add(i);
                return;
            }
            if (isCodeOfFrame(i, line)) {
                return;
            }
            endOfFrames();
            boolean show =
                    switch (kind) {
                        case CAUSE -> causes-- > 0;
                        case DETAIL -> details-- > 0;
                        case EXCERPT -> excerpts-- > 0;
                        case OTHER, ERROR, WARNING -> isPointer(line) ? details-- > 0 : others-- > 0;
                        default -> false;
                    };
            if (show && lines-- > 0) {
                chosen.add(i);
            }
            if (quoted && kind == LineKind.DETAIL && others < 0) {
                others = MAX_OTHERS / 2;
            }
        }

        /** The statement that pytest marks with a bracket. */
        private boolean isPointer(String line) {
            return quoted && line.startsWith(">  ");
        }

        /** Python prints the statement below a call. */
        private boolean isCodeOfFrame(int i, String line) {
            return !frames.isEmpty()
                    && frames.get(frames.size() - 1) == i - 1
                    && reading.text().get(i - 1).stripLeading().startsWith("File \"")
                    && line.startsWith("    ");
        }

        private void endOfFrames() {
            if (frames.isEmpty()) {
                return;
            }
            boolean python = reading.text().get(frames.get(0)).stripLeading().startsWith("File \"");
            int own = MAX_OWN_FRAMES;
            int size = frames.size();
            for (int k = 0; k < size; k++) {
                // In Python the last call is where it happened, elsewhere the first.
                int i = frames.get(python ? size - 1 - k : k);
                boolean shown = reading.kind(i) != LineKind.MORE && (k == 0 || (isOwn(i) && own-- > 0));
                if (shown && lines-- > 0) {
                    chosen.add(i);
                    if (python && i + 1 < failure.to() && reading.kind(i + 1) != LineKind.FRAME) {
                        chosen.add(i + 1);
                    }
                }
            }
            frames.clear();
        }

        private boolean isOwn(int i) {
            return reading.kind(i) == LineKind.PROJECT_FRAME
                    && names.own(reading.text().get(i));
        }
    }
}
