package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest.RecordedDefect;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks proposals against the texts of a release, and says where their lines are once they are planted. */
final class Planting {

    /** Lines around a change that a diff shows. */
    private static final int CONTEXT = 3;

    private final Release release;
    private final Project project;

    Planting(Release release, Project project) {
        this.release = release;
        this.project = project;
    }

    /**
     * Whether a proposal makes a real defect: the edited file still parses, has the property that the original has not, the diff
     * of the pull request shows the edit, and what must be read elsewhere is not shown by it.
     */
    boolean isReal(Proposal proposal, List<String> files) {
        String path = proposal.path();
        String original = project.text(path);
        String edited = Splice.apply(original, proposal.splices(), path);
        Optional<JavaFile> before = project.file(path);
        Optional<JavaFile> after = JavaFile.parse(path, edited);
        boolean defective = before.isPresent()
                && after.isPresent()
                && !proposal.defective().test(before.get())
                && proposal.defective().test(after.get());
        return defective && isShown(proposal, edited) && isOutside(proposal, edited, files);
    }

    private boolean isShown(Proposal proposal, String edited) {
        Set<Integer> touched = touched(proposal.path(), edited);
        int line = line(proposal, proposal.splices());
        return touched.contains(line) || touched.contains(line + 1) || touched.contains(line - 1);
    }

    private Set<Integer> touched(String path, String after) {
        return TouchedLines.of(release.before().getOrDefault(path, ""), after);
    }

    private boolean isOutside(Proposal proposal, String edited, List<String> files) {
        if (!proposal.category().needsOutsideEvidence()) {
            return true;
        }
        return proposal.elsewhere().stream().anyMatch(place -> {
            String path = place.path();
            if (!files.contains(path)) {
                return true;
            }
            String after = path.equals(proposal.path()) ? edited : project.text(path);
            int line = Splice.line(project.text(path), proposal.splices(), place);
            return touched(path, after).stream().noneMatch(one -> Math.abs(one - line) <= CONTEXT);
        });
    }

    /** The line at which the first edit of a proposal stands, with all splices of the pull request. */
    private int line(Proposal proposal, List<Splice> all) {
        String text = project.text(proposal.path());
        Splice first = proposal.splices().get(0);
        int line = (int) text.substring(0, first.at())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return Splice.line(text, all, new Place(proposal.path(), line));
    }

    /** The defect as it stands with all splices of the pull request. */
    RecordedDefect planted(Proposal proposal, List<Splice> all) {
        String path = proposal.path();
        int line = line(proposal, all);
        List<Place> evidence =
                new ArrayList<>(List.of(new Place(path, telling(Splice.apply(project.text(path), all, path), line))));
        proposal.elsewhere().stream()
                .map(place -> new Place(place.path(), Splice.line(project.text(place.path()), all, place)))
                .filter(place -> !evidence.contains(place))
                .forEach(evidence::add);
        return new RecordedDefect(proposal.category(), new Place(path, line), evidence);
    }

    /** The nearest line that says something, if that at the place of a removed one is a bracket or empty. */
    private static int telling(String text, int line) {
        List<String> lines = text.lines().toList();
        for (int distance = 0; distance <= CONTEXT; distance++) {
            for (int candidate : new int[] {line - distance, line + distance}) {
                if (candidate >= 1
                        && candidate <= lines.size()
                        && lines.get(candidate - 1)
                                        .chars()
                                        .filter(Character::isLetter)
                                        .count()
                                > 2) {
                    return candidate;
                }
            }
        }
        return Math.min(line, lines.size());
    }
}
