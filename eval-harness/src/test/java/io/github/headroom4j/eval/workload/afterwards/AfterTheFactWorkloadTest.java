package io.github.headroom4j.eval.workload.afterwards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.arm.LateArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.logtriage.LateLogQuestions;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AfterTheFactWorkloadTest {

    private final AfterTheFactWorkload workload =
            new AfterTheFactWorkload(incidents(8), new LateLogQuestions(), Draw.ALL);

    @Test
    void should_work_on_the_question_first_and_ask_afterwards() {
        assertThat(workload.name()).isEqualTo("log-triage-after");
        assertThat(workload.cases()).hasSize(8).allSatisfy(session -> {
            assertThat(session.turns()).hasSize(3);
            assertThat(session.turns().get(0))
                    .isEqualTo(Turn.work(session.question(), List.of(0), "I have looked into it."));
            assertThat(session.turns().subList(1, 3)).allMatch(Turn::isFollowUp);
            assertThat(session.gold()).anyMatch(item -> item.startsWith("0/")).anyMatch(item -> item.startsWith("1/"));
            assertThat(session.evidence())
                    .isNotEmpty()
                    .allSatisfy(piece -> assertThat(
                                    session.calls().get(piece.call()).result())
                            .contains(piece.text()))
                    .allSatisfy(piece -> assertThat(session.gold()).contains(piece.item()));
        });
        assertThat(workload.cases()).isSameAs(workload.cases());
    }

    @Test
    void should_draw_so_many_of_a_cluster_and_of_a_split_whatever_the_order() {
        List<EvalCase> all = incidents(40).cases();
        assertThat(new Draw(1, 100).of(all))
                .extracting(EvalCase::cluster)
                .doesNotHaveDuplicates()
                .hasSize(4);
        List<EvalCase> drawn = new Draw(100, 7).of(all);
        assertThat(drawn).hasSize(14).isSubsetOf(all);
        List<EvalCase> reversed = new ArrayList<>(all);
        java.util.Collections.reverse(reversed);
        assertThat(new Draw(100, 7).of(reversed)).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void what_compression_left_out_should_be_answered_by_reading_back_and_not_without_or_by_cutting() {
        CaseRunner runner = workload.runner(TokenCounter.o200k().cached(1 << 22));
        EvalCase session = workload.cases().get(0);
        CaseRunner.CaseRun run = runner.begin(session);

        CaseResult none = run.in("none");
        CaseResult with = run.in("headroom");
        CaseResult without = run.in(LateArms.UNRETRIEVED);
        assertThat(none.score().f1()).isEqualTo(1);
        assertThat(none.evidence())
                .isEqualTo(new EvidenceCount(session.evidence().size(), 0, 0));
        assertThat(with.score().f1()).isEqualTo(1);
        assertThat(with.evidence().lost()).isZero();
        assertThat(without.score().f1()).isLessThan(0.5);
        assertThat(without.evidence().lost()).isPositive();
        assertThat(without.evidence().recoverable()).isZero();
        assertThat(with.usage().inputTokens())
                .isBetween(without.usage().inputTokens() + 1, none.usage().inputTokens() / 2);
        for (String naive : List.of("head", "tail")) {
            CaseResult cut = run.in(naive);
            assertThat(cut.score().f1()).as(naive).isLessThanOrEqualTo(0.5);
            assertThat(cut.usage().inputTokens())
                    .as(naive)
                    .isBetween(with.usage().inputTokens() * 9 / 10, with.usage().inputTokens());
        }
        assertThat(runner.begin(session).in("headroom")).isEqualTo(with);
        assertThat(runner.arms())
                .extracting(CaseRunner.ArmInfo::name)
                .startsWith("none")
                .hasSize(5);
    }

    private static ToolWorkload incidents(int count) {
        List<EvalCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String arguments = "{\"service\":\"pay\"}";
            cases.add(new EvalCase(
                    "incident-" + i,
                    "cluster-" + i % 4,
                    i % 2 == 0 ? "dev" : "test",
                    "typical",
                    "You are on call.",
                    "Payments fail since 10:05. Which service, and why?",
                    List.of(new RecordedCall("fetch_logs", arguments, log(i))),
                    Set.of("root:pay"),
                    List.of()));
        }
        return new ToolWorkload() {
            @Override
            public Reader reader() {
                return (question, seen) -> List.of();
            }

            @Override
            public String name() {
                return "log-triage";
            }

            @Override
            public List<EvalCase> cases() {
                return cases;
            }
        };
    }

    /** 900 lines of ordinary work in which orders come up three times each, and one error. */
    private static String log(int seed) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            int order = (i / 9 * 3 + i % 3 + seed) * 7919 % 1_000_003;
            log.append(String.format(
                            Locale.ROOT,
                            "2026-01-01 10:%02d:%02d.%03d INFO [worker-%d] shop.Orders: order ab%06dcd is %s after %d"
                                    + " ms%n",
                            i / 60,
                            i % 60,
                            i * 7 % 1000,
                            i % 4,
                            order,
                            List.of("placed", "checked", "paid").get(i / 3 % 3),
                            i * 13 % 97)
                    .replace("\r", ""));
            if (i == 500) {
                log.append("2026-01-01 10:08:20.999 ERROR [worker-1] shop.Pool: no connection left\n");
            }
            if (i % 60 == 30) {
                log.append("2026-01-01 10:59:59,").append(100 + i).append(" DEBUG housekeeping\n");
            }
        }
        return log.toString();
    }
}
