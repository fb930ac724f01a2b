package io.github.headroom4j.eval.workload.codereview.session;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file, as an agent asks for them.
 *
 * @param first the first line, from 1
 * @param last the last line
 */
record LineRange(int first, int last) {

    /** Lines above and below a change that are read with it. */
    private static final int MARGIN = 150;

    /** What has to be read of a long file: wide ranges around its changes, overlapping ones as one. */
    static List<LineRange> around(ChangedFile file) {
        List<String> after = file.after().lines().toList();
        List<LineRange> ranges = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(file.before().lines().toList(), after).getDeltas()) {
            int at = delta.getTarget().getPosition() + 1;
            int first = Math.max(1, at - MARGIN);
            int last = Math.min(after.size(), at + delta.getTarget().size() + MARGIN);
            LineRange previous = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (previous != null && first <= previous.last()) {
                ranges.set(ranges.size() - 1, new LineRange(previous.first(), Math.max(previous.last(), last)));
            } else if (first <= last) {
                ranges.add(new LineRange(first, last));
            }
        }
        return ranges;
    }
}
