package io.github.headroom4j.eval.workload.codereview.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build of a pull request printed, told by how it differs from what the build of the release printed: a defect adds or moves a
 * few lines among hundreds. Stateless.
 */
public final class BuildLog {

    /** Stands for the log in splices, which are of files. */
    static final String PATH = "build.log";

    private BuildLog() {}

    /**
     * How to make one log of the other, line by line.
     *
     * @param release the log of the release
     * @param log the log of the pull request
     * @return splices that {@link #restored} applies, in order; none if the logs are the same
     */
    public static List<Splice> difference(String release, String log) {
        List<String> before = lines(release);
        List<String> after = lines(log);
        List<Splice> splices = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int at = length(before.subList(0, delta.getSource().getPosition()));
            splices.add(new Splice(
                    PATH,
                    at,
                    length(delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines())));
        }
        return List.copyOf(splices);
    }

    /** The log of a pull request. */
    static String restored(String release, List<Splice> difference) {
        return Splice.apply(release, difference, PATH);
    }

    /** With their line feeds, so that joined they are the text again. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)", -1));
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(String::length).sum();
    }
}
