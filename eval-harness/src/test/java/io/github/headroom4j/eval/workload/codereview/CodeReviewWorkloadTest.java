package io.github.headroom4j.eval.workload.codereview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.SetF1;
import io.github.headroom4j.eval.reader.Reader.Seen;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over the real libraries; makes all cases once. */
class CodeReviewWorkloadTest {

    private static final CodeReviewWorkload WORKLOAD = new CodeReviewWorkload(Path.of("..", "datasets", "code-review"));
    private static List<EvalCase> cases = List.of();

    @BeforeAll
    static void makeCases() {
        cases = WORKLOAD.cases();
    }

    @Test
    void should_have_enough_cases_of_enough_libraries() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(350);
        assertThat(cases.stream().map(EvalCase::id)).doesNotHaveDuplicates();
        assertThat(cases.stream().map(CodeReviewWorkloadTest::library).distinct())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(cases.stream().filter(one -> one.gold().isEmpty()).count())
                .isGreaterThanOrEqualTo((long) (0.3 * cases.size()));
        assertThat(WORKLOAD.cases()).isSameAs(cases);
    }

    @Test
    void should_keep_each_cluster_in_one_split_and_fill_both() {
        Map<String, Set<String>> splits = new HashMap<>();
        cases.forEach(one ->
                splits.computeIfAbsent(one.cluster(), any -> new HashSet<>()).add(one.split()));
        assertThat(splits).allSatisfy((cluster, found) -> assertThat(found).hasSize(1));
        assertThat(cases.stream().filter(one -> one.split().equals("dev")).count())
                .isBetween(cases.size() / 2L - 5, cases.size() / 2L + 5);
        assertThat(cases.stream().collect(Collectors.groupingBy(EvalCase::tier, Collectors.counting())))
                .hasSizeGreaterThan(1);
    }

    @Test
    void should_show_each_piece_of_evidence_in_the_call_that_it_names() {
        for (EvalCase one : cases) {
            assertThat(one.evidence()).as(one.id()).allSatisfy(proof -> {
                assertThat(one.gold()).contains(proof.item());
                assertThat(one.calls().get(proof.call()).result()).contains(proof.text());
            });
        }
        assertThat(cases.stream()
                        .flatMap(one -> one.gold().stream()
                                .filter(item -> one.evidence().stream()
                                        .noneMatch(proof -> proof.item().equals(item)))))
                .isEmpty();
    }

    @Test
    void should_not_give_the_gold_away() {
        for (EvalCase one : cases) {
            String asked = one.systemPrompt() + one.question();
            assertThat(one.gold()).as(one.id()).noneMatch(asked::contains);
            assertThat(one.calls())
                    .as(one.id())
                    .noneMatch(call -> call.arguments().contains("defect"));
        }
    }

    @Test
    void should_read_in_bounded_sessions() {
        List<Integer> sizes = cases.stream()
                .map(one -> one.calls().stream()
                        .mapToInt(call -> call.result().length())
                        .sum())
                .sorted()
                .toList();
        assertThat(sizes.get(sizes.size() / 2)).isBetween(20_000, 120_000);
        assertThat(sizes.get(sizes.size() - 1)).isLessThan(600_000);
    }

    @Test
    void should_review_better_than_one_who_says_nothing() {
        List<EvalCase> dev =
                cases.stream().filter(one -> one.split().equals("dev")).toList();
        double silent =
                dev.stream().mapToDouble(one -> f1(one, List.of())).average().orElse(0);
        double read =
                dev.stream().mapToDouble(one -> f1(one, answer(one))).average().orElse(0);

        assertThat(silent).isLessThan(0.45);
        assertThat(read).isGreaterThan(0.8);
    }

    private static double f1(EvalCase one, List<String> answer) {
        return SetF1.score(one.gold(), answer, WORKLOAD::matches).f1();
    }

    private static List<String> answer(EvalCase one) {
        List<Seen> seen = one.calls().stream()
                .map(call -> new Seen(call.tool(), call.arguments(), call.result()))
                .toList();
        return WORKLOAD.reader().answer(one.question(), seen);
    }

    private static String library(EvalCase one) {
        return one.cluster().substring(0, one.cluster().indexOf(':'));
    }
}
