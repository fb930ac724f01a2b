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

        /** Python prints the statement below a call, and marks below it what of the statement was running. */
        private boolean isCodeOfFrame(int i, String line) {
            int call = frames.isEmpty() ? -1 : frames.get(frames.size() - 1);
            boolean below = call == i - 1 || (call == i - 2 && reading.kind(i) == LineKind.EXCERPT);
            return call >= 0 && below && isPython(call) && line.startsWith("    ");
        }

        private boolean isPython(int call) {
            return reading.text().get(call).stripLeading().startsWith("File \"");
        }

        private void endOfFrames() {
            if (frames.isEmpty()) {
                return;
            }
            boolean python = isPython(frames.get(0));
            boolean rust = isRust();
            int own = MAX_OWN_FRAMES;
            int size = frames.size();
            for (int k = 0; k < size; k++) {
                // In Python the last call is where it happened, elsewhere the first; in Rust the first ones are the
                // panic's.
                int i = frames.get(python ? size - 1 - k : k);
                boolean placeOfHidden = rust && k > 0 && isPlace(i) && !chosen.contains(frames.get(k - 1));
                boolean first = k == 0 && !rust;
                boolean shown =
                        reading.kind(i) != LineKind.MORE && !placeOfHidden && (first || (isOwn(i) && own-- > 0));
                if (shown && lines-- > 0) {
                    choose(i, python);
                }
            }
            frames.clear();
        }

        private void choose(int call, boolean python) {
            chosen.add(call);
            if (python && call + 1 < failure.to() && reading.kind(call + 1) != LineKind.FRAME) {
                chosen.add(call + 1);
            }
        }

        /** Whether these are Rust's calls, the project's among them. */
        private boolean isRust() {
            String first = reading.text().get(frames.get(0)).stripLeading();
            return Character.isDigit(first.charAt(0)) && frames.stream().anyMatch(this::isOwn);
        }

        /** The second line of a call in Rust, which says where the first one's function is. */
        private boolean isPlace(int i) {
            return reading.text().get(i).stripLeading().startsWith("at ");
        }

        private boolean isOwn(int i) {
            return reading.kind(i) == LineKind.PROJECT_FRAME
                    && names.own(reading.text().get(i));
        }
    }
}
