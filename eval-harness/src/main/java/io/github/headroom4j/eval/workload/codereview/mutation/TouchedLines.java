package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which lines of a new text a diff shows as changed. */
final class TouchedLines {

    private TouchedLines() {}

    /**
     * Added and changed lines, and the line that follows a removed one.
     *
     * @return numbers in the new text, from 1
     */
    static Set<Integer> of(String before, String after) {
        Set<Integer> touched = new TreeSet<>();
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int first = delta.getTarget().getPosition() + 1;
            for (int i = 0; i < Math.max(1, delta.getTarget().size()); i++) {
                touched.add(first + i);
            }
        }
        return touched;
    }
}
