package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.reader.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reviews a pull request as a careful colleague would who has only the text before him: for each kind of defect, whether the change
 * could be one, and whether what is known beside the changed lines says that it is. What is left out of a text is not known, so nothing
 * is concluded from it. Stateless and thread-safe.
 */
public final class CodeReviewReader implements Reader {

    private static final List<Check> CHECKS = List.of(
            ConditionChecks::offByOne,
            ConditionChecks::negated,
            ConditionChecks::identity,
            FlowChecks::swallowed,
            FlowChecks::fallThrough,
            FlowChecks::overflow,
            LockChecks::unlock,
            LockChecks::unguarded,
            LockChecks::leak,
            MemberChecks::equalsHashCode,
            MemberChecks::lostOverride,
            MemberChecks::forgotten,
            ValueChecks::nullCheck,
            ValueChecks::constant,
            ValueChecks::contract,
            ArgumentChecks::swapped);

    /** What is changed the same way more often is meant. */
    private static final int MAX_ALIKE = 2;

    /** A new reader. */
    public CodeReviewReader() {}

    @Override
    public List<String> answer(String question, List<Seen> seen) {
        ReviewView view = ReviewView.of(seen);
        List<Finding> findings = new ArrayList<>();
        for (Check check : CHECKS) {
            List<Finding> found = check.find(view);
            if (found.size() <= MAX_ALIKE) {
                findings.addAll(found);
            }
        }
        Set<String> items = new LinkedHashSet<>();
        findings.forEach(finding -> items.add(ReviewItem.of(finding.category(), finding.path(), finding.line())));
        return List.copyOf(items);
    }
}
