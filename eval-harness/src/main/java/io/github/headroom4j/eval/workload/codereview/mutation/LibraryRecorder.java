package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.stats.SplitMix64;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the pull requests of one library: groups of real changes, one category of defect after the other planted where the
 * library has had least of it, and groups that stay as they are.
 */
final class LibraryRecorder {

    private static final int DEFECTIVE = 30;
    private static final int CLEAN = 14;
    private static final int MAX_PER_CATEGORY = 5;
    /** Groups that are searched for places; parsing them is what takes the time. */
    private static final int MAX_GROUPS = 250;
    /** One pull request of so many has a second defect where one can be planted. */
    private static final int SECOND_IN = 5;
    /** Lines between two defects of one file; answers may be off by three. */
    private static final int APART = 12;

    /** A proposal in its group. */
    private record Candidate(int group, Proposal proposal) {}

    private final Release release;
    private final SplitMix64 random;
    private final Project project;
    private final Planting planting;
    private final List<List<String>> groups;
    private final Map<DefectCategory, List<Candidate>> candidates = new EnumMap<>(DefectCategory.class);
    private final Map<DefectCategory, Integer> planted = new EnumMap<>(DefectCategory.class);
    private final Set<Integer> used = new HashSet<>();

    LibraryRecorder(Release release, long seed) {
        this.release = release;
        random = new SplitMix64(seed ^ release.library().name().hashCode());
        project = new Project(release.after());
        planting = new Planting(release, project);
        List<List<String>> all = shuffled(new ArrayList<>(new RealChanges(release, random).groups()));
        groups = all.subList(0, Math.min(all.size(), MAX_GROUPS));
        for (Mutator mutator : Mutators.all()) {
            candidates.put(mutator.category(), shuffled(candidates(mutator)));
        }
    }

    private List<Candidate> candidates(Mutator mutator) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            groups.get(i).stream()
                    .filter(path -> mutator.mayApply(project.text(path)))
                    .flatMap(path -> project.file(path).stream())
                    .forEach(file ->
                            mutator.propose(file, project, proposal -> found.add(new Candidate(group, proposal))));
        }
        return found;
    }

    private <T> List<T> shuffled(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
        return list;
    }

    /** How many proposals each category had. */
    Map<DefectCategory, Integer> available() {
        Map<DefectCategory, Integer> counts = new EnumMap<>(DefectCategory.class);
        candidates.forEach((category, list) -> counts.put(category, list.size()));
        return counts;
    }

    /** All pull requests, in the order of their first paths. */
    List<RecordedPullRequest> record() {
        List<RecordedPullRequest> made = new ArrayList<>();
        Set<DefectCategory> exhausted = EnumSet.noneOf(DefectCategory.class);
        while (made.size() < DEFECTIVE && exhausted.size() < candidates.size()) {
            DefectCategory category = rarest(exhausted);
            Optional<Candidate> candidate =
                    planted.getOrDefault(category, 0) < MAX_PER_CATEGORY ? next(category) : Optional.empty();
            candidate.ifPresentOrElse(one -> made.add(defective(one)), () -> exhausted.add(category));
        }
        for (int i = 0; i < groups.size(); i++) {
            if (made.size() < DEFECTIVE + CLEAN && used.add(i)) {
                made.add(recorded(groups.get(i), List.of(), decoy(groups.get(i))));
            }
        }
        return numbered(made);
    }

    /** One edit that only looks like a defect, or none. */
    private List<Splice> decoy(List<String> files) {
        List<Splice> decoys = new ArrayList<>();
        if (random.nextInt(2) == 0) {
            files.stream()
                    .flatMap(path -> project.file(path).stream())
                    .forEach(file -> Decoys.propose(file, decoys::add));
        }
        return decoys.isEmpty() ? List.of() : List.of(decoys.get(random.nextInt(decoys.size())));
    }

    private DefectCategory rarest(Set<DefectCategory> exhausted) {
        return candidates.keySet().stream()
                .filter(category -> !exhausted.contains(category))
                .min(Comparator.<DefectCategory>comparingInt(category -> planted.getOrDefault(category, 0))
                        .thenComparing(category -> !category.needsOutsideEvidence())
                        .thenComparing(category -> available().getOrDefault(category, 0)))
                .orElseThrow();
    }

    private Optional<Candidate> next(DefectCategory category) {
        return candidates.getOrDefault(category, List.of()).stream()
                .filter(one -> !used.contains(one.group()))
                .filter(one -> planting.isReal(one.proposal(), groups.get(one.group())))
                .findFirst();
    }

    private RecordedPullRequest defective(Candidate candidate) {
        used.add(candidate.group());
        List<Proposal> proposals = new ArrayList<>(List.of(candidate.proposal()));
        if (random.nextInt(SECOND_IN) == 0) {
            second(candidate).ifPresent(proposals::add);
        }
        proposals.forEach(proposal -> planted.merge(proposal.category(), 1, Integer::sum));
        return recorded(groups.get(candidate.group()), proposals, List.of());
    }

    private Optional<Proposal> second(Candidate first) {
        return candidates.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.group() == first.group()
                        && one.proposal().category() != first.proposal().category()
                        && planted.getOrDefault(one.proposal().category(), 0) < MAX_PER_CATEGORY
                        && isApart(one.proposal(), first.proposal()))
                .filter(one -> planting.isReal(one.proposal(), groups.get(one.group())))
                .map(Candidate::proposal)
                .min(Comparator.comparingInt(one -> planted.getOrDefault(one.category(), 0)));
    }

    private boolean isApart(Proposal one, Proposal other) {
        if (!one.path().equals(other.path())) {
            return one.elsewhere().stream().noneMatch(place -> place.path().equals(other.path()))
                    && other.elsewhere().stream()
                            .noneMatch(place -> place.path().equals(one.path()));
        }
        JavaFile file = project.file(one.path()).orElseThrow();
        return Math.abs(file.lineAt(one.at()) - file.lineAt(other.at())) > APART
                && one.elsewhere().isEmpty()
                && other.elsewhere().isEmpty();
    }

    private RecordedPullRequest recorded(List<String> files, List<Proposal> proposals, List<Splice> decoy) {
        List<Splice> splices = Stream.concat(
                        decoy.stream(), proposals.stream().flatMap(proposal -> proposal.splices().stream()))
                .toList();
        return new RecordedPullRequest(
                "",
                release.library().name(),
                Titles.of(release, files),
                files,
                splices,
                proposals.stream()
                        .map(proposal -> planting.planted(proposal, splices))
                        .toList(),
                List.of());
    }

    private List<RecordedPullRequest> numbered(List<RecordedPullRequest> made) {
        List<RecordedPullRequest> numbered = new ArrayList<>();
        for (RecordedPullRequest one : made.stream()
                .sorted(Comparator.comparing(request -> request.files().get(0)))
                .toList()) {
            String id = String.format(Locale.ROOT, "%s-%03d", one.library(), numbered.size() + 1);
            numbered.add(one.withId(id));
        }
        return numbered;
    }
}
